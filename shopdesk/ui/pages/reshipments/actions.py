"""All that can be done with the chosen reshipment."""

from collections.abc import Iterator
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.addresses import place_lines, recipient_lines
from shopdesk.rules.reshipments import STEPS, UNSENT, next_step, steps_from
from shopdesk.rules.slips import why_no_packing_slip
from shopdesk.ui.actions import Action, Group
from shopdesk.ui.dialogs.reshipment_steps import ReshipmentSteps
from shopdesk.ui.pages.cases.money_actions import MoneyActions
from shopdesk.ui.pages.cases.paper_actions import RESHIPMENT_PAPERS, add_papers, names_of
from shopdesk.ui.pages.cases.shown_actions import COMPLAIN, EVIDENCE_PACK, HAND_OVER
from shopdesk.ui.pages.cases.step_actions import COMMON, Doing, StepActions
from shopdesk.ui.workbench import Workbench

OTHERS = {
    **COMMON,
    "change_goods": Action(N_("Change &goods or address…"), "pencil"),
    "wait_note": Action(N_("Why it &waits…"), "clock"),
    "copy_address": Action(N_("Copy &address"), "copy"),
    "copy_waybill": Action(N_("Copy wa&ybill"), "copy"),
}
MENU = (
    "",
    "change_goods",
    "wait_note",
    "add_note",
    HAND_OVER,
    COMPLAIN,
    "deadline",
    "",
    Group(N_("&Papers"), (*names_of(RESHIPMENT_PAPERS), EVIDENCE_PACK)),
    Group(N_("&Money"), ("costs", "liability")),
    Group(N_("&Copy"), ("copy_number", "copy_order", "copy_address", "copy_waybill")),
)


class ReshipmentActions(StepActions[CaseDetail]):
    """Acts on the reshipment that was shown last, in the version that was seen."""

    steps = STEPS
    names = OTHERS
    entries = MENU
    opens = (COMPLAIN,)
    none_chosen = N_("Select a reshipment first.")
    finished = N_("This reshipment is finished.")

    def __init__(self, bench: Workbench, page: QWidget, taking: ReshipmentSteps) -> None:
        self._taking = taking
        self.goods: ReshipmentRow | None = None
        super().__init__(bench, page)
        MoneyActions(bench, page, self.actions, lambda: self.found)
        add_papers(bench, self.actions, RESHIPMENT_PAPERS, lambda: self.found, self._why_no_slip)

    def show_goods(self, found: CaseDetail | None, goods: ReshipmentRow | None) -> None:
        """Act on another reshipment from now on."""
        self.goods = goods
        self.show(found)

    def next_code(self) -> str:
        """Return the step that moves it on; a stalled one is asked about first."""
        step = self.goods and next_step(self.goods.moving(datetime.now(UTC)))
        return step.code if step else ""

    def other_codes(self) -> Iterator[str]:
        """Yield the steps that stand in the menu."""
        if self.goods is not None:
            steps = steps_from(self.goods.state)
            yield from (step.code for step in steps if step.code != self.next_code())

    def take(self, code: str) -> None:
        """Take a step on the shown reshipment."""
        if self.goods is not None:
            self._taking.take(self.goods, STEPS[code])

    def doing(self) -> Doing:
        """Return what can be done with a reshipment besides its steps."""
        return {
            "change_goods": (self._change, self._why_sent),
            "wait_note": (self._wait_note, self._why_sent),
            "copy_address": (self._copy_address, self.why_none),
            "copy_waybill": (self._copy_waybill, self._why_no_waybill),
        }

    def _change(self) -> None:
        if self.goods is not None:
            self._taking.change(self.goods)

    def _wait_note(self) -> None:
        if self.goods is not None:
            self._taking.say_why_it_waits(self.goods)

    def _copy_address(self) -> None:
        if self.goods is not None:
            self.copy(address_of(self.goods))

    def _copy_waybill(self) -> None:
        if self.goods is not None and self.goods.parcels:
            self.copy(self.goods.parcels[-1].waybill)

    def _why_no_slip(self) -> str:
        if self.goods is None:
            return self.why_none()
        why = why_no_packing_slip(self.goods.state)
        return _(why) if why else ""

    def _why_sent(self) -> str:
        if self.goods is not None and self.goods.state not in UNSENT:
            return _("It is sent already.")
        return self.why_none()

    def _why_no_waybill(self) -> str:
        if self.goods is not None and not self.goods.parcels:
            return _("It has no waybill yet.")
        return self.why_none()


def place_of(goods: ReshipmentRow) -> str:
    """Return the place that goods go to, as it is written on a parcel."""
    return place_lines(goods.address, goods.postcode, goods.country)


def address_of(goods: ReshipmentRow) -> str:
    """Return where goods go, as one writes it on a parcel."""
    return recipient_lines(goods.recipient, goods.phone, place_of(goods))
