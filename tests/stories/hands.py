"""What hands do at the desk with one return: keys, scans and dropped files, each to its end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from shopdesk.sample.pictures import PICTURES
from shopdesk.ui.dialogs.inspection import InspectionDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from shopdesk.ui.dialogs.settlement import SettlementDialog
from shopdesk.ui.dialogs.waybill import WaybillDialog
from shopdesk.ui.papers.preview import PaperDialog
from tests.stories.conftest import Seat

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
WAYBILL = "SF1234567890"

Act = Callable[[Seat, int], None]
"""One thing done to a case."""


def find_order(seat: Seat, number: str) -> None:
    """Begin a return by an order's number; the keys are at the reasons then."""
    seat.press(Qt.Key.Key_N, control=True)
    seat.until(lambda: seat.page("new_return").sheet.order_card.finder.hasFocus)
    seat.write(number)
    seat.press(ENTER)
    seat.until(lambda: seat.page("new_return").sheet.order is not None)


def log(seat: Seat, number: str, reason: str, remedy: str, wanted: str = "") -> int:
    """Log and agree to a return by keys alone; `reason` and `remedy` are the chips' figures."""
    find_order(seat, number)
    seat.write(reason)
    seat.press(Qt.Key.Key_Tab)
    seat.write(remedy)
    if wanted:
        seat.press(Qt.Key.Key_Tab)
        seat.write(wanted)
    return save_form(seat)


def save_form(seat: Seat) -> int:
    """Press Ctrl+Enter, put the slip away if one comes, and return the new case's id."""
    before = newest(seat)
    seat.press(ENTER, control=True)
    seat.until(lambda: newest(seat) > before)
    case_id = newest(seat)
    if seat.record(case_id).goods_back:
        preview = seat.dialog(PaperDialog)
        seat.until(lambda: preview.paper)
        seat.press(Qt.Key.Key_Escape)
    seat.open_return(case_id)
    return case_id


def newest(seat: Seat) -> int:
    """Return the id of the return that was logged last; 0 if there is none."""
    with seat.desk.reading() as reader:
        return int(reader.value("SELECT coalesce(max(id), 0) FROM return_case"))


def next_step(seat: Seat, case_id: int) -> None:
    """Press Enter on a return whose next step asks for nothing."""
    seat.open_return(case_id)
    before = seat.record(case_id).state
    seat.press(ENTER)
    seat.until(lambda: seat.record(case_id).state != before)


def act(seat: Seat, case_id: int, action: str) -> None:
    """Choose an action of a return's menu."""
    seat.open_return(case_id)
    seat.page("returns").case_actions.actions[action].trigger()


def press_button(of: QWidget, text: str) -> None:
    """Press a button with the space bar; one that was put away and waits to be gone comes last."""
    found = [button for button in of.findChildren(QPushButton) if button.text() == text]
    QTest.keyClick(max(found, key=QPushButton.isVisible), Qt.Key.Key_Space)


def sees_button(of: QWidget, text: str) -> bool:
    """Tell whether a button is there to be pressed."""
    buttons = of.findChildren(QPushButton)
    return any(button.text() == text and button.isVisible() for button in buttons)


def enter_waybill(seat: Seat, case_id: int) -> None:
    """The buyer has sent it."""
    seat.open_return(case_id)
    seat.press(ENTER)
    dialog = seat.dialog(WaybillDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.courier.value())
    QTest.keyClicks(dialog.waybill, WAYBILL)
    QTest.keyClick(dialog.waybill, ENTER)
    seat.until(lambda: seat.record(case_id).state == "on_its_way")


def go_to_desk(seat: Seat) -> None:
    """Press F4."""
    seat.no_dialog()
    seat.press(Qt.Key.Key_F4)
    seat.until(seat.page("desk").box.hasFocus)


def scan(seat: Seat, code: str) -> None:
    """Scan a code at the desk, and wait for its answer."""
    seat.write(code)
    seat.press(ENTER)
    page = seat.page("desk")
    seat.until(lambda: page.scans.is_idle)


def scan_in(seat: Seat, case_id: int) -> None:
    """Take a return's parcel in by the code on its slip."""
    go_to_desk(seat)
    scan(seat, seat.record(case_id).number)
    assert seat.record(case_id).state == "arrived"


def all_intact(seat: Seat, case_id: int) -> None:
    """Finish the inspection that the scan opened: all is there and fit for the shelf."""
    work = seat.page("desk").work
    seat.until(lambda: work.panel is not None and work.panel.case_id == case_id)
    seat.press(ENTER, control=True)
    seat.until(lambda: seat.record(case_id).state == "inspected")


def inspect(seat: Seat, case_id: int) -> None:
    """Inspect from the return's own page: all is there and fit for the shelf."""
    seat.open_return(case_id)
    seat.press(ENTER)
    dialog = seat.dialog(InspectionDialog)
    QTest.keyClick(dialog.panel.scan, ENTER, CONTROL)
    seat.until(lambda: seat.record(case_id).state == "inspected")


def settling(seat: Seat, case_id: int) -> SettlementDialog:
    """Press Enter on a return that is to be settled, and wait for the proposal."""
    seat.open_return(case_id)
    seat.press(ENTER)
    dialog = seat.dialog(SettlementDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog._basis)
    return dialog


def settle(seat: Seat, case_id: int) -> None:
    """Settle as it is proposed."""
    settling(seat, case_id)
    seat.press(ENTER)
    seat.until(lambda: seat.record(case_id).state == "settled")


def goods_out(seat: Seat, case_id: int, state: str) -> None:
    """Wait until what goes out for a return is in a state."""
    section = seat.page("returns").detail.goods_out
    seat.until(lambda: [row.state for row in section.rows] == [state])


def send_goods(seat: Seat, case_id: int) -> None:
    """Send what goes out: its waybill is all that is asked."""
    seat.open_return(case_id)
    press_button(seat.page("returns").detail.goods_out, "Send…")
    dialog = seat.dialog(SendGoodsDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.courier.value())
    QTest.keyClicks(dialog.waybill, WAYBILL)
    QTest.keyClick(dialog.waybill, ENTER)
    seat.no_dialog()
    goods_out(seat, case_id, "sent")


def delivered(seat: Seat, case_id: int) -> None:
    """What went out has come to the buyer."""
    seat.open_return(case_id)
    press_button(seat.page("returns").detail.goods_out, "Delivered")
    goods_out(seat, case_id, "delivered")


def tell(seat: Seat, case_id: int) -> None:
    """Copy the ready words that fit best."""
    seat.open_return(case_id)
    told = events(seat, case_id).count("copied")
    seat.press(Qt.Key.Key_C, control=True, shift=True)
    seat.until(lambda: events(seat, case_id).count("copied") == told + 1)


def events(seat: Seat, case_id: int) -> list[str]:
    """Return what the timeline tells, the newest first."""
    return [entry.event for entry in seat.record(case_id).timeline]


def photo(folder: Path, name: str = "photo.png") -> Path:
    """Return a photo as a buyer sends it."""
    path = folder / name
    path.write_bytes(PICTURES[0].data)
    return path


def take_all_back(seat: Seat) -> None:
    """Press Ctrl+Z until nothing is left; nothing may be refused."""
    toast = seat.window.shell.toast
    said = ""
    while said != "Nothing is left to undo.":
        toast.put_away()
        seat.take_back()
        seat.until(lambda: toast.sentence or seat.bar)
        assert not seat.bar
        said = toast.sentence
