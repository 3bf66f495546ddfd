"""All that can be done with the chosen return, as actions; buttons, menu and keys share them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.queries.shops import load_shop
from shopdesk.rules.slips import why_no_slip
from shopdesk.rules.states import STEPS, next_step, steps_from
from shopdesk.ui.actions import Action, Group
from shopdesk.ui.dialogs.reply_blanks import points_of
from shopdesk.ui.pages.cases.goods_out import NextGoods
from shopdesk.ui.pages.cases.paper_actions import RETURN_PAPERS, add_papers, names_of
from shopdesk.ui.pages.cases.shown_actions import COMPLAIN, EVIDENCE_PACK, HAND_OVER, SEND_GOODS
from shopdesk.ui.pages.cases.step_actions import COMMON, Doing, StepActions
from shopdesk.ui.pages.returns.parcel_actions import ParcelActions
from shopdesk.ui.pages.returns.refund_action import RefundAction
from shopdesk.ui.pages.returns.step_taking import StepTaking
from shopdesk.ui.workbench import Workbench

OTHERS = {
    **COMMON,
    "arrival": Action(N_("It arrived &on…"), "calendar"),
    "correct_inspection": Action(N_("Correct &inspection…"), "pencil"),
    "copy_address": Action(N_("Copy return &address"), "copy"),
}
MENU = (
    "",
    "add_note",
    HAND_OVER,
    SEND_GOODS,
    COMPLAIN,
    "deadline",
    "correct_inspection",
    "",
    Group(N_("Pa&rcel"), ("add_waybill", "correct_waybill", "take_parcel", "arrival")),
    Group(N_("&Papers"), (*names_of(RETURN_PAPERS), EVIDENCE_PACK)),
    Group(N_("&Money"), ("refund_more", "costs", "liability")),
    Group(N_("&Copy"), ("copy_number", "copy_order", "copy_address")),
)


class CaseActions(StepActions[ReturnDetail]):
    """Acts on the return that was shown last, in the version that was seen."""

    steps = STEPS
    names = OTHERS
    entries = MENU
    opens = (SEND_GOODS, COMPLAIN)
    none_chosen = N_("Select a return first.")
    finished = N_("This return is finished. The menu beside can reopen it.")

    def __init__(self, bench: Workbench, page: QWidget, taking: StepTaking) -> None:
        self._taking = taking
        self._goods: NextGoods | None = None
        super().__init__(bench, page)
        ParcelActions(bench, page, self.actions, lambda: self.found)
        RefundAction(bench, page, self.actions, lambda: self.found)
        add_papers(bench, self.actions, RETURN_PAPERS, lambda: self.found, self._why_no_slip)

    def show(self, found: ReturnDetail | None, goods: NextGoods | None = None) -> None:
        """Act on another return from now on; it is not closed before its `goods` are sent."""
        self.found = found
        self._goods = goods if self.next_code() == "close" else None
        self.refresh()

    def take_next(self) -> None:
        """Take the step that moves the return or its goods on, if there is one."""
        if self._goods is not None:
            self._goods.take()
        else:
            super().take_next()

    def take(self, code: str) -> None:
        """Take a step on the shown return."""
        if self.found is not None:
            self._taking.take(self.found, STEPS[code])

    def next_code(self) -> str:
        """Return the step that moves the return on."""
        found = self.found
        step = found and next_step(found.standing)
        return step.code if step else ""

    def other_codes(self) -> Iterator[str]:
        """Yield the steps that stand in the menu."""
        if self.found is not None:
            steps = steps_from(self.found.standing)
            yield from (step.code for step in steps if step.code != self.next_code())

    def next_name(self) -> str:
        """Return what the next step is called; sending goods comes before closing."""
        return self._goods.name if self._goods else super().next_name()

    def doing(self) -> Doing:
        """Return what can be done with a return besides its steps."""
        return {
            "arrival": (self._arrival, self._why_no_arrival),
            "correct_inspection": (self._correct, self._why_no_correction),
            "copy_address": (self._copy_address, self.why_none),
        }

    def _arrival(self) -> None:
        from shopdesk.ui.dialogs.arrival import ArrivalDialog

        found = self.found
        if found is not None and found.order_id is not None:
            place = (found.order_id, found.order_number, found.timezone, self._page.window())
            ArrivalDialog(self._bench, *place).open()

    def _correct(self) -> None:
        from shopdesk.ui.pages.returns.inspection_section import open_inspection

        if self.found is not None:
            open_inspection(self._bench, self.found.id, self._page.window())

    def _copy_address(self) -> None:
        """Copy where the parcel goes, as one pastes it into a chat."""
        if self.found is None:
            return
        with self._bench.desk.reading() as reader:
            shop = load_shop(reader, self.found.shop_id)
        lines = (shop.return_name or shop.name, shop.return_phone, shop.return_address)
        self.copy("\n".join(line for line in lines if line))

    def _why_no_arrival(self) -> str:
        found = self.found
        if found and found.state == "asked" and "unknown_delivery" in points_of(found):
            return ""
        return _("Nothing is to be decided by the day of arrival.")

    def _why_no_correction(self) -> str:
        if self.found is not None and self.found.state != "inspected":
            return _("An inspection is corrected after it is finished and before it is settled.")
        return self.why_none()

    def _why_no_slip(self) -> str:
        found = self.found
        if found is None:
            return self.why_none()
        why = why_no_slip(found.standing)
        return _(why) if why else ""
