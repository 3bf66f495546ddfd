"""Opening a reshipment for a case: why, what, and where to."""

from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.queries.proposed_goods import load_proposed_goods
from shopdesk.queries.reshipments import load_recipient
from shopdesk.rules.reshipments import REASONS
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import sent_again
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.goods_out_fields import GoodsOutFields
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 600
OPENED = N_("Reshipment opened.")


class OpenReshipmentDialog(FormDialog):
    """Begins with the goods of the case, on their way to where its order went."""

    def __init__(self, bench: Workbench, case: CaseDetail, parent: QWidget) -> None:
        super().__init__(parent, f"{_('Send goods')} · {case.number}", _("&Open reshipment"))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench, self._case = bench, case
        reasons = [("", _("Choose why")), *((code, _(name)) for code, name in REASONS.items())]
        self.reason = self.form.add("reason", N_("&Reason"), ChoiceField(reasons))
        self.goods_out = GoodsOutFields(bench, self.form, case.currency, priced=False)
        with bench.desk.reading() as reader:
            lines = load_proposed_goods(reader, case.id)
            to = load_recipient(reader, case.id)
        self.goods_out.propose(sent_again(lines), to)
        self.form.settle()

    def save(self) -> None:
        """Open it; the case hears of it."""
        goods = self.goods_out.draft()
        if goods is None or not goods.lines:
            self.refused(FieldError("lines", _("Describe what goes out.")))
            return
        case = self._case
        draft = ReshipmentDraft(case.shop_id, self.reason.value(), goods, origin_id=case.id)

        def work(session: Session) -> int:
            case_id: int = services.reshipments.log_reshipment(session, draft)
            return case_id

        self._bench.operations.write(OPENED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        sentence = _("{number}: {done}").format(number=self._case.number, done=_(OPENED))
        offer_undo(self._bench, change, sentence)


def open_reshipment(bench: Workbench, case_id: int, window: QWidget) -> None:
    """Ask what goes out for a case."""

    def ask(found: CaseDetail | None) -> None:
        if found is not None:
            OpenReshipmentDialog(bench, found, window).open()

    key = ("open reshipment", id(window))
    bench.operations.query(key, partial(load_case_detail, case_id=case_id), ask)
