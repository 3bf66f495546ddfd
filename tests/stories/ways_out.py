"""The ways out before the end, as hands take them: cancelled, declined, sent back, opened again."""

from PySide6.QtTest import QTest

from shopdesk.ui.dialogs.cancel import CancelDialog
from shopdesk.ui.dialogs.decline import DeclineDialog
from shopdesk.ui.dialogs.reason_dialog import ReasonDialog
from shopdesk.ui.dialogs.send_back import SendBackDialog
from tests.stories import hands
from tests.stories.conftest import Seat


def give_reason(seat: Seat, kind: type[ReasonDialog], words: str) -> None:
    """Say why in one's own words, and confirm with Ctrl+Enter."""
    dialog = seat.dialog(kind)
    seat.until(dialog.isActiveWindow)
    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, words)
    QTest.keyClick(dialog.text, hands.ENTER, hands.CONTROL)
    seat.no_dialog()


def cancel(seat: Seat, case_id: int) -> None:
    """The buyer wants it no more."""
    hands.act(seat, case_id, "cancel")
    give_reason(seat, CancelDialog, "She keeps it after all.")
    seat.until(lambda: seat.record(case_id).state == "cancelled")


def decline(seat: Seat, case_id: int) -> None:
    """The shop does not agree."""
    hands.act(seat, case_id, "decline")
    give_reason(seat, DeclineDialog, "It was worn.")
    seat.until(lambda: seat.record(case_id).state == "declined")


def send_back(seat: Seat, case_id: int) -> None:
    """What was inspected goes back to the buyer, and no money."""
    hands.act(seat, case_id, "send_back")
    give_reason(seat, SendBackDialog, "The tag is off.")
    seat.until(lambda: seat.record(case_id).state == "settled")


def reopen(seat: Seat, case_id: int) -> None:
    """Begin again with what was cancelled or declined."""
    before = seat.record(case_id).state
    hands.act(seat, case_id, "reopen")
    seat.until(lambda: seat.record(case_id).state == "asked" != before)


def remind(seat: Seat, case_id: int) -> None:
    """Copy the words of the reminder and take the step, in one click."""
    seat.open_return(case_id)
    words = seat.page("returns").detail.reply.words
    assert words.current.code.startswith("remind")
    hands.press_button(words, words.step_button.text())
    seat.until(lambda: hands.events(seat, case_id)[:2] == ["remind", "copied"])
