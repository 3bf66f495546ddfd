"""The entries of a case's ledger, as a field of a form: one line each, and a button for more."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout

from shopdesk.i18n import _
from shopdesk.rules.costs import COST_KINDS
from shopdesk.services.drafts import CostDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField
from shopdesk.ui.base.line_list import GAP_PX, LineList, LineRow, name_field

_MAX_LENGTH = 500
_AMOUNT_PX = 104


class CostEntryRow(LineRow):
    """One entry: what for, how much, a word about it."""

    def __init__(self, draft: CostDraft | None, currency: str) -> None:
        super().__init__()
        self._id = draft.id if draft else None
        self.kind = ChoiceField([(kind.code, _(kind.name)) for kind in COST_KINDS.values()])
        self.amount = MoneyField(currency)
        self.note = LineField(_MAX_LENGTH, _("Note"))
        self.first = self.kind
        if draft is not None:
            self.show_draft(draft)
        self._name()
        self._arrange()

    def show_draft(self, draft: CostDraft) -> None:
        """Show another entry."""
        self._id = draft.id
        self.kind.set_value(draft.kind)
        self.amount.set_value(draft.amount_minor)
        self.note.set_value(draft.note)

    def draft(self) -> CostDraft:
        """Return the entry; nothing typed counts as 0, which the ledger refuses."""
        return CostDraft(
            self.kind.value(), self.amount.value() or 0, self.note.value(), id=self._id
        )

    def complaint(self) -> str:
        """Tell when the amount or the note is wrong."""
        return self.amount.complaint() or self.note.complaint()

    @property
    def signed_minor(self) -> int:
        """What it adds to the cost; negative for what comes in."""
        return COST_KINDS[self.kind.value()].sign * (self.amount.value() or 0)

    def _name(self) -> None:
        name_field(self.kind, _("Kind of cost"))
        name_field(self.amount, _("Amount"))
        name_field(self.note, _("Note"))

    def _arrange(self) -> None:
        self.amount.setFixedWidth(_AMOUNT_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.kind, 4)
        row.addWidget(self.amount)
        row.addWidget(self.note, 3)
        row.addWidget(self.remove)
        self.watch(self.kind, self.amount, self.note)


class CostList(LineList[CostEntryRow]):
    """Its value is a tuple of `CostDraft`."""

    def __init__(self, drafts: Sequence[CostDraft], currency: str) -> None:
        super().__init__(_("Add a cost"))
        self._currency = currency
        for draft in drafts:
            self._add(draft)
        if not drafts:
            self.add(self.new_row())

    def new_row(self) -> CostEntryRow:
        """Return an entry in which nothing is typed yet."""
        return CostEntryRow(None, self._currency)

    def value(self) -> tuple[CostDraft, ...]:
        """Return the entries; a lone line in which nothing was typed is none."""
        drafts = tuple(row.draft() for row in self.rows)
        lone = len(drafts) == 1 and drafts[0].id is None
        return () if lone and not (drafts[0].amount_minor or drafts[0].note) else drafts

    def keyed(self) -> dict[int, CostDraft]:
        """Return the entries by their ids, new ones by -1, -2 and so on as they stand."""
        return {draft.id or -n: draft for n, draft in enumerate(self.value(), 1)}

    def set_keyed(self, drafts: Mapping[int, CostDraft]) -> None:
        """Show other entries; a line whose entry stays does so where it stands."""
        shown = dict(zip(self.keyed(), self.rows, strict=False))
        for row in [row for row in self.rows if row not in shown.values()]:
            self.drop(row)
        for key, row in shown.items():
            if key not in drafts:
                self.drop(row)
            elif row.draft() != drafts[key]:
                row.show_draft(drafts[key])
        for key, draft in drafts.items():
            if key not in shown:
                self._add(draft)
        self.changed.emit()

    @property
    def sum_minor(self) -> int:
        """What the entries cost together, what comes in taken off."""
        return sum(row.signed_minor for row in self.rows)

    def _add(self, draft: CostDraft) -> None:
        self.add(CostEntryRow(draft, self._currency))
