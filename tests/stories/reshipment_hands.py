"""What hands do at the desk with goods that go out again: sent, delivered, gone wrong."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from tests.services.reshipping import found
from tests.stories.conftest import Seat
from tests.stories.hands import ENTER

WAYBILL = "SF1234567890123"


def open_reshipment(seat: Seat, case_id: int) -> ReshipmentRow:
    """Show a reshipment with the keys on its list."""
    seat.no_dialog()
    seat.window.go("reshipments", case_id)
    page = seat.page("reshipments")
    seat.until(lambda: page.case_actions.goods == found(seat.desk, case_id))
    page.table.setFocus()
    return found(seat.desk, case_id)


def in_state(seat: Seat, case_id: int, state: str) -> None:
    """Wait until a reshipment is in a state."""
    seat.until(lambda: found(seat.desk, case_id).state == state)
    seat.no_dialog()


def send(seat: Seat, case_id: int) -> None:
    """Hand it to the courier: its waybill is all that is asked."""
    open_reshipment(seat, case_id)
    seat.press(ENTER)
    dialog = seat.dialog(SendGoodsDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.courier.value())
    QTest.keyClicks(dialog.waybill, WAYBILL)
    QTest.keyClick(dialog.waybill, ENTER)
    in_state(seat, case_id, "sent")


def deliver(seat: Seat, case_id: int) -> None:
    """The buyer has it."""
    open_reshipment(seat, case_id)
    seat.press(Qt.Key.Key_Return)
    in_state(seat, case_id, "delivered")
