"""All that can be done with the chosen return, as actions; buttons, menu and keys share them."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail
from shopdesk.queries.shops import load_shop
from shopdesk.rules.slips import why_no_slip
from shopdesk.rules.states import STEPS, next_step, steps_from
from shopdesk.ui.actions import Action, Actions, DeskAction
from shopdesk.ui.base.web import open_tracking
from shopdesk.ui.dialogs.reply_blanks import points_of
from shopdesk.ui.pages.cases.handing import HAND_OVER, HandingAction
from shopdesk.ui.pages.returns.goods_out_section import NextGoods
from shopdesk.ui.pages.returns.parcel_actions import ParcelActions
from shopdesk.ui.pages.returns.refund_action import RefundAction
from shopdesk.ui.pages.returns.step_taking import StepTaking
from shopdesk.ui.workbench import Workbench

NEXT = "next_step"
OTHERS = {
    "print_slip": Action(N_("&Print slip…"), "printer", "Ctrl+P"),
    "save_slip": Action(N_("&Save slip as PDF…"), "save"),
    "add_note": Action(N_("Add &note…"), "pencil"),
    "arrival": Action(N_("It arrived &on…"), "calendar"),
    "deadline": Action(N_("Platform's &deadline…"), "clock"),
    "correct_inspection": Action(N_("Correct &inspection…"), "pencil"),
    "copy_number": Action(N_("&Copy number"), "copy"),
    "copy_order": Action(N_("Copy &order number"), "copy"),
    "copy_address": Action(N_("Copy return &address"), "copy"),
}
MENU = (
    "",
    "print_slip",
    "save_slip",
    "add_note",
    HAND_OVER,
    "add_waybill",
    "correct_waybill",
    "take_parcel",
    "arrival",
    "deadline",
    "correct_inspection",
    "",
    "refund_more",
    "costs",
    "liability",
    "",
    "copy_number",
    "copy_order",
    "copy_address",
)


class CaseActions:
    """Acts on the return that was shown last, in the version that was seen."""

    def __init__(self, bench: Workbench, page: QWidget, taking: StepTaking) -> None:
        self._bench = bench
        self._page = page
        self._taking = taking
        self.found: ReturnDetail | None = None
        self._goods: NextGoods | None = None
        self.actions = Actions(page)
        self._declare()

    def show(self, found: ReturnDetail | None, goods: NextGoods | None = None) -> None:
        """Act on another return from now on; it is not closed before its `goods` are sent."""
        self.found = found
        self._goods = goods if self._next_code() == "close" else None
        self._name_next()
        self.actions.refresh()

    @property
    def next(self) -> DeskAction:
        """The one step that moves the return on."""
        return self.actions[NEXT]

    def menu(self, parent: QWidget, *, with_next: bool = False) -> QMenu:
        """Return what can be done now, the steps first; the next one has a button of its own."""
        first = (NEXT,) if with_next and self._next_code() else ()
        return self.actions.menu((*first, *self._other_steps(), *MENU), parent)

    def take_next(self) -> None:
        """Take the step that moves the return or its goods on, if there is one."""
        step = self._next_code()
        if self._goods is not None:
            self._goods.take()
        elif step:
            self._take(step)

    def track(self, parcel: ParcelRow) -> None:
        """Look a parcel up on its courier's page, in the browser."""
        open_tracking(parcel.tracking_url, parcel.waybill)

    def _declare(self) -> None:
        self.actions.add(NEXT, Action(N_("Next step")), self.take_next, self._why_no_next)
        for code, step in STEPS.items():
            self.actions.add(code, Action(step.name), self._taker(code), self._why_none)
        doing: dict[str, tuple[Callable[[], None], Callable[[], str]]] = {
            "print_slip": (self._slip, self._why_no_slip),
            "save_slip": (self._save_slip, self._why_no_slip),
            "add_note": (self._note, self._why_none),
            "arrival": (self._arrival, self._why_no_arrival),
            "deadline": (self._deadline, self._why_no_deadline),
            "correct_inspection": (self._correct, self._why_no_correction),
            "copy_number": (self._copy_number, self._why_none),
            "copy_order": (self._copy_order, self._why_no_order),
            "copy_address": (self._copy_address, self._why_none),
        }
        for name, (do, why_not) in doing.items():
            self.actions.add(name, OTHERS[name], do, why_not)
        ParcelActions(self._bench, self._page, self.actions, lambda: self.found)
        HandingAction(self._bench, self._page, self.actions, lambda: self.found)
        RefundAction(self._bench, self._page, self.actions, lambda: self.found)

    def _taker(self, code: str) -> Callable[[], None]:
        return lambda: self._take(code)

    def _take(self, code: str) -> None:
        if self.found is not None:
            self._taking.take(self.found, STEPS[code])

    def _next_code(self) -> str:
        found = self.found
        step = found and next_step(found.standing)
        return step.code if step else ""

    def _other_steps(self) -> Iterator[str]:
        if self.found is not None:
            steps = steps_from(self.found.standing)
            yield from (step.code for step in steps if step.code != self._next_code())

    def _name_next(self) -> None:
        code = self._next_code()
        name = self._goods.name if self._goods else _(STEPS[code].name) if code else ""
        self.next.setText(_("{step}  ⏎").format(step=name) if name else _("Nothing left to do"))

    def _slip(self) -> None:
        self._open_slip(save=False)

    def _save_slip(self) -> None:
        self._open_slip(save=True)

    def _open_slip(self, *, save: bool) -> None:
        from shopdesk.ui.dialogs.slip_preview import open_slips

        if self.found is not None:
            open_slips(self._bench, [self.found.id], save=save)

    def _note(self) -> None:
        from shopdesk.ui.dialogs.note import NoteDialog

        if self.found is not None:
            NoteDialog(self._bench, self.found, self._page.window()).open()

    def _arrival(self) -> None:
        from shopdesk.ui.dialogs.arrival import ArrivalDialog

        found = self.found
        if found is not None and found.order_id is not None:
            place = (found.order_id, found.order_number, found.timezone, self._page.window())
            ArrivalDialog(self._bench, *place).open()

    def _deadline(self) -> None:
        from shopdesk.ui.dialogs.deadline import DeadlineDialog

        if self.found is not None:
            DeadlineDialog(self._bench, self.found, self._page.window()).open()

    def _correct(self) -> None:
        from shopdesk.ui.pages.returns.inspection_section import open_inspection

        if self.found is not None:
            open_inspection(self._bench, self.found.id, self._page.window())

    def _copy_number(self) -> None:
        if self.found is not None:
            self._copy(self.found.number)

    def _copy_order(self) -> None:
        if self.found is not None:
            self._copy(self.found.order_number)

    def _copy_address(self) -> None:
        """Copy where the parcel goes, as one pastes it into a chat."""
        if self.found is None:
            return
        with self._bench.desk.reading() as reader:
            shop = load_shop(reader, self.found.shop_id)
        lines = (shop.return_name or shop.name, shop.return_phone, shop.return_address)
        self._copy("\n".join(line for line in lines if line))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._bench.messages.toast(_("Copied: {value}").format(value=" ".join(text.split())))

    def _why_none(self) -> str:
        return "" if self.found is not None else _("Select a return first.")

    def _why_no_next(self) -> str:
        if self._why_none() or self._next_code():
            return self._why_none()
        return _("This return is finished. The menu beside can reopen it.")

    def _why_no_arrival(self) -> str:
        found = self.found
        if found and found.state == "asked" and "unknown_delivery" in points_of(found):
            return ""
        return _("Nothing is to be decided by the day of arrival.")

    def _why_no_deadline(self) -> str:
        if self.found is not None and self.found.due_at is None:
            return _("This return waits for nothing now, so it has no deadline.")
        return self._why_none()

    def _why_no_correction(self) -> str:
        if self.found is not None and self.found.state != "inspected":
            return _("An inspection is corrected after it is finished and before it is settled.")
        return self._why_none()

    def _why_no_order(self) -> str:
        if self.found is not None and not self.found.order_number:
            return _("No order number is known.")
        return self._why_none()

    def _why_no_slip(self) -> str:
        found = self.found
        if found is None:
            return self._why_none()
        why = why_no_slip(found.standing)
        return _(why) if why else ""
