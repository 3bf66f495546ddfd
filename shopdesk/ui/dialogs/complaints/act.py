"""Doing what the buyer chose: the form asks for just what the option's deed needs."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.follow_times import lands_at
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.options import follow_of
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import ActDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField, NoteField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.moment_field import MomentField
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.dialogs.complaints.goods import GOODS_FORMS, GoodsForm
from shopdesk.ui.dialogs.complaints.option_words import cost_words
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
_LINE_LENGTH = 500
_WIDTH_PX = 600


class ActDialog(ComplaintStepDialog):
    """Goods for a case that is opened, money for one that pays, a time to come back to it."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent)
        option = found.chosen
        self.amount: MoneyField | None = None
        self.method: ChoiceField | None = None
        self.reference: LineField | None = None
        self.follow: MomentField | None = None
        self.goods: GoodsForm | None = None
        if option is not None:
            self._add_fields(bench, found, option)
        self.note = self.form.add("note", N_("&Note"), NoteField(_NOTE_LENGTH))
        self.form.settle()

    def draft(self) -> ActDraft:
        """Return what is to be done."""
        return ActDraft(
            opened=self.goods.draft() if self.goods else None,
            amount_minor=self.amount.value() if self.amount else None,
            method=self.method.value() if self.method else "platform",
            reference=self.reference.value() if self.reference else "",
            follow_due_at=self.follow.value() if self.follow else None,
            note=self.note.value(),
        )

    def _add_fields(self, bench: Workbench, found: ComplaintDetail, option: OptionRow) -> None:
        self.form.add_row(plain_label(option.title_in(current_language()), "strong", wrap=True))
        words = cost_words(option, found.case.currency)
        self.form.add_row(plain_label(words, "muted", wrap=True))
        if option.deed.opens in GOODS_FORMS:
            self.setMinimumWidth(_WIDTH_PX)
            self.goods = GOODS_FORMS[option.deed.opens](bench, self.form, found, option)
        if option.deed.books:
            self._add_money(found, option)
        kind = follow_of(option.does, option.follow_kind)
        if kind:
            self._add_follow_up(found, option, kind)

    def _add_money(self, found: ComplaintDetail, option: OptionRow) -> None:
        field = MoneyField(found.case.currency)
        self.amount = self.form.add("amount_minor", N_("&Amount"), field)
        self.amount.set_value(option.amount_minor or None)
        methods = [(code, _(name)) for code, name in REFUND_METHODS.items()]
        self.method = self.form.add("method", N_("&How"), ChoiceField(methods))
        self.reference = self.form.add("reference", N_("&Reference"), LineField(_LINE_LENGTH))

    def _add_follow_up(self, found: ComplaintDetail, option: OptionRow, kind: str) -> None:
        self.follow = self.form.add(
            "follow_due_at", N_("&Come back to it"), MomentField(), _(KINDS.get(kind, kind))
        )
        zone = found.case.timezone
        self.follow.set_zone(zone)
        self.follow.set_value(lands_at(datetime.now(UTC), option.follow_days, ZoneInfo(zone)))
