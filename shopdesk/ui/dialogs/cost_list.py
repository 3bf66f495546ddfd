"""The entries of a case's ledger, as a field of a form: one line each, and a button for more."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.rules.costs import COST_KINDS
from shopdesk.services.drafts import CostDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.icons import icon

_MAX_LENGTH = 500
_AMOUNT_PX = 104
_REMOVE_PX = 32


class CostEntryRow(QWidget):
    """One entry: what for, how much, a word about it."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, draft: CostDraft | None, currency: str) -> None:
        super().__init__()
        self._id = draft.id if draft else None
        self.kind = ChoiceField([(kind.code, _(kind.name)) for kind in COST_KINDS.values()])
        self.amount = MoneyField(currency)
        self.note = LineField(_MAX_LENGTH, _("Note"))
        self.remove = QPushButton(icon("x"), "")
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

    @property
    def signed_minor(self) -> int:
        """What it adds to the cost; negative for what comes in."""
        return COST_KINDS[self.kind.value()].sign * (self.amount.value() or 0)

    def _name(self) -> None:
        for field, name in (
            (self.kind, N_("Kind of cost")),
            (self.amount, N_("Amount")),
            (self.note, N_("Note")),
            (self.remove, N_("Take this line away")),
        ):
            field.setAccessibleName(_(name))
            field.setToolTip(_(name))

    def _arrange(self) -> None:
        self.amount.setFixedWidth(_AMOUNT_PX)
        self.remove.setFixedWidth(_REMOVE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kind, 4)
        row.addWidget(self.amount)
        row.addWidget(self.note, 3)
        row.addWidget(self.remove)
        for field in (self.kind, self.amount, self.note):
            field.changed.connect(self.changed)
        self.remove.clicked.connect(lambda _on=False: self.removed.emit(self))


class CostList(QWidget):
    """Its value is a tuple of `CostDraft`."""

    changed = Signal()

    def __init__(self, drafts: Sequence[CostDraft], currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.rows: list[CostEntryRow] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self.more = link_button(_("Add a cost"), self._add_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._body)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        layout.addLayout(foot)
        for draft in drafts or (None,):
            self._add(draft)

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
            self._drop(row)
        for key, row in shown.items():
            if key not in drafts:
                self._drop(row)
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

    def complaint(self) -> str:
        """Tell the first amount or note that is wrong."""
        said = (row.amount.complaint() or row.note.complaint() for row in self.rows)
        return next(filter(None, said), "")

    def _add_new(self) -> None:
        self._add(None)
        self.rows[-1].kind.setFocus()
        self.changed.emit()

    def _add(self, draft: CostDraft | None) -> None:
        row = CostEntryRow(draft, self._currency)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._body.addWidget(row)
        row.show()  # at once, so that it takes the focus and the keys
        self.setFocusProxy(self.rows[0].kind)

    def _remove(self, row: CostEntryRow) -> None:
        self._drop(row)
        self.more.setFocus()
        self.changed.emit()

    def _drop(self, row: CostEntryRow) -> None:
        self.rows.remove(row)
        self.setFocusProxy(self.rows[0].kind if self.rows else self.more)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()
