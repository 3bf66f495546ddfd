"""Two desks on one file: whoever is late is told, keeps what was typed, and goes on from there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.services.drafts import InspectionDraft, ReasonDraft, ReceivedDraft, StepDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.dialogs.cancel import CancelDialog
from shopdesk.ui.dialogs.waybill import WaybillDialog
from tests.making import make_order, make_return
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.proofs import whole_truth

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
SKU = "KN-0412-M"
Elsewhere = Callable[[int, str], None]
TYPED: dict[str, StepDraft] = {
    "cancel": ReasonDraft("Changed her mind."),
    "inspect": InspectionDraft((ReceivedDraft(1, 1, "intact", "stock"),)),
}


@pytest.fixture
def elsewhere(desk: Desk) -> Iterator[Elsewhere]:
    """A colleague at another desk, who takes steps on the same returns."""
    other = Desk(desk.folder)

    def take(case_id: int, code: str) -> None:
        draft = TYPED.get(code)
        other.write("Taken elsewhere.", lambda s: take_step(s, case_id, code, draft))

    yield take
    other.close()


def deaf(seat: Seat) -> None:
    """Keep the window from noticing other writers, as if they wrote in the same moment."""
    seat.window.watch.close()


def test_a_stale_form_keeps_what_was_typed_and_saves_at_the_second_press(
    sit: Sit, desk: Desk, elsewhere: Elsewhere
) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    seat.open_return(case_id)
    deaf(seat)
    seat.press(ENTER)
    dialog = seat.dialog(WaybillDialog)
    seat.until(dialog.courier.value)
    QTest.keyClicks(dialog.waybill, "SF1234567890123")
    elsewhere(case_id, "remind")
    QTest.keyClick(dialog.waybill, ENTER)
    seat.until(lambda: "Somebody else changed this" in seat.words(dialog))
    assert dialog.waybill.value() == "SF1234567890123"
    assert seat.record(case_id).state == "agreed"
    seat.until(lambda: dialog.asked.found.version == seat.record(case_id).version)
    QTest.keyClick(dialog.waybill, ENTER)
    seat.until(lambda: seat.record(case_id).state == "on_its_way")
    assert seat.record(case_id).parcels[-1].waybill == "SF1234567890123"


def test_a_step_that_does_not_follow_any_more_is_refused_in_the_form(
    sit: Sit, desk: Desk, elsewhere: Elsewhere
) -> None:
    case_id = make_return(desk, make_order(desk))
    seat = sit()
    seat.open_return(case_id)
    deaf(seat)
    seat.page("returns").case_actions.actions["cancel"].trigger()
    dialog = seat.dialog(CancelDialog)
    QTest.keyClicks(dialog.text, "Not needed any more.")
    elsewhere(case_id, "cancel")
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    seat.until(lambda: "Somebody else changed this" in seat.words(dialog))
    seat.until(lambda: dialog.asked.found.state == "cancelled")
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    seat.until(lambda: "“Cancelled” now; this step does not follow" in seat.words(dialog))
    assert dialog.text.value() == "Not needed any more."


def test_a_lot_is_judged_as_the_file_is_not_as_the_list_was(
    sit: Sit, desk: Desk, elsewhere: Elsewhere
) -> None:
    ids = [make_return(desk, make_order(desk, f"A{n}")) for n in range(3)]
    seat = sit()
    seat.open_return(ids[0])
    page = seat.page("returns")
    deaf(seat)
    seat.press(Qt.Key.Key_A, control=True)
    seat.until(lambda: page.many_actions.count("agree") == 3)
    elsewhere(ids[1], "cancel")
    page.many_actions.actions["agree"].trigger()
    seat.until(page.refused.isVisible)
    assert page.refused.lines.toPlainText().startswith(seat.record(ids[1]).number)
    assert [seat.record(case_id).state for case_id in ids] == ["agreed", "cancelled", "agreed"]


def test_a_parcel_that_a_colleague_received_is_answered_once_more_and_taken_in_once(
    sit: Sit, desk: Desk, elsewhere: Elsewhere
) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    hands.enter_waybill(seat, case_id)
    hands.go_to_desk(seat)
    deaf(seat)
    elsewhere(case_id, "receive")
    hands.scan(seat, hands.WAYBILL)
    answer = seat.page("desk").band.answer
    assert (answer.sound, answer.received) == ("again", ())
    assert hands.events(seat, case_id).count("receive") == 1


def test_what_a_colleague_inspected_is_not_written_over(
    sit: Sit, desk: Desk, elsewhere: Elsewhere
) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    hands.scan_in(seat, case_id)
    panel = seat.page("desk").work.panel
    seat.until(lambda: panel.case_id == case_id)
    hands.scan(seat, SKU)
    deaf(seat)
    elsewhere(case_id, "inspect")
    panel.sheet.rows()[0].chips.choose("damaged")
    seat.press(ENTER, control=True)
    seat.until(lambda: "changed this inspection meanwhile" in seat.words(panel.foot))
    assert panel.sheet.rows()[0].units == 1
    (found,) = whole_truth(desk)
    assert [line["condition"] for line in found["lines"]] == ["intact"]
