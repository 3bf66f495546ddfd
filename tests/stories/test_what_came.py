"""What comes is seldom what was announced: inspected at the desk by keys, settled as proposed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from shopdesk.desk import Desk
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.pages.inspection.panel import InspectionPanel
from tests.making import make_order, make_return
from tests.services.snapshots import everything
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.proofs import Record, whole_truth

INTACT, DAMAGED, NOT_OURS = "1", "4", "6"
BOTH_UNITS = (ReturnLineDraft(quantity=2, order_line_id=1),)
EACH_MINOR = 15_900

Looking = Callable[[Seat, InspectionPanel], None]


def count(seat: Seat, panel: InspectionPanel, row: int, units: str) -> None:
    """Type how many came."""
    found = panel.sheet.rows()[row]
    found.counter.setFocus()
    seat.write(units)
    seat.until(lambda: found.counter.figure.text() == units)


def judge(seat: Seat, panel: InspectionPanel, row: int, condition: str) -> None:
    """Press the figure of a condition's chip."""
    found = panel.sheet.rows()[row]
    found.chips.setFocus(Qt.FocusReason.TabFocusReason)
    seat.write(condition)
    seat.until(lambda: found.draft().condition)


def short(seat: Seat, panel: InspectionPanel) -> None:
    count(seat, panel, 0, "1")
    judge(seat, panel, 0, INTACT)


def surplus(seat: Seat, panel: InspectionPanel) -> None:
    count(seat, panel, 0, "3")
    judge(seat, panel, 0, INTACT)


def one_damaged(seat: Seat, panel: InspectionPanel) -> None:
    count(seat, panel, 0, "2")
    judge(seat, panel, 0, INTACT)
    hands.press_button(panel, panel.sheet.rows()[0].split_button.text())
    seat.until(lambda: len(panel.sheet.rows()) == 2)
    judge(seat, panel, 1, DAMAGED)


def one_not_ours(seat: Seat, panel: InspectionPanel) -> None:
    count(seat, panel, 0, "1")
    judge(seat, panel, 0, INTACT)
    panel.other_button.click()
    other = panel.sheet.others[0]
    seat.until(other.title.hasFocus)
    seat.write("A charger")
    judge(seat, panel, 1, NOT_OURS)


def empty(seat: Seat, panel: InspectionPanel) -> None:
    panel.empty_button.click()
    seat.until(panel.sheet.rows()[0].note.hasFocus)


FOUND: dict[str, tuple[Looking, Record, int]] = {
    "short": (short, {"received": 1, "condition": "intact"}, EACH_MINOR),
    "surplus": (surplus, {"received": 3, "condition": "intact"}, 2 * EACH_MINOR),
    "one damaged": (one_damaged, {"received": 2, "condition": "damaged"}, 2 * EACH_MINOR),
    "one not ours": (one_not_ours, {"received": 1, "condition": "intact"}, EACH_MINOR),
    "empty": (empty, {"received": 0}, 0),
}
"""How it is looked at, what is true of the line then, and what is proposed to be refunded."""


@pytest.mark.parametrize(("look", "line", "refund_minor"), FOUND.values(), ids=FOUND)
def test_what_is_proposed_follows_from_what_came(
    sit: Sit, desk: Desk, look: Looking, line: Record, refund_minor: int
) -> None:
    case_id = make_return(desk, make_order(desk), agree=True, lines=BOTH_UNITS)
    before = everything(desk)
    seat = sit()
    inspect_with(seat, case_id, look)
    hands.settle(seat, case_id)
    (found,) = whole_truth(desk)
    (told,) = found["lines"]
    assert {name: told[name] for name in line} == line
    assert found["refund_goods_minor"] == told["refund_minor"] == refund_minor
    hands.take_all_back(seat)
    assert everything(desk) == before


def inspect_with(seat: Seat, case_id: int, look: Looking) -> None:
    hands.scan_in(seat, case_id)
    work = seat.page("desk").work
    seat.until(lambda: work.panel is not None and work.panel.case_id == case_id)
    look(seat, work.panel)
    seat.press(hands.ENTER, control=True)
    seat.until(lambda: seat.record(case_id).state == "inspected")


def test_what_is_written_off_is_a_cost_that_somebody_bears(sit: Sit, desk: Desk) -> None:
    case_id = make_return(
        desk, make_order(desk), agree=True, lines=BOTH_UNITS, reason="damaged_in_transit"
    )
    seat = sit()
    inspect_with(seat, case_id, one_damaged)
    hands.settle(seat, case_id)
    hands.act(seat, case_id, "confirm_liability")
    seat.until(lambda: seat.window.shell.toast.sentence.endswith("Confirmed who bears it."))
    (found,) = whole_truth(desk)
    assert [(cost["kind"], cost["amount_minor"]) for cost in found["costs"]] == [
        ("written_off", EACH_MINOR)
    ]
    (share,) = found["liability"]
    assert (share["party"], share["amount_minor"]) == ("courier", 3 * EACH_MINOR)
    assert share["confirmed_at"]


def test_foreign_goods_are_named_and_go_back_to_the_buyer(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True, lines=BOTH_UNITS)
    seat = sit()
    inspect_with(seat, case_id, one_not_ours)
    for act in (hands.settle, hands.send_goods, hands.delivered):
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert [item["disposition"] for item in found["unexpected"]] == ["to_buyer"]
    (out,) = found["reshipments"]
    assert (out["state"], [line["title"] for line in out["lines"]]) == ("delivered", ["A charger"])
