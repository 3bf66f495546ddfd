"""Scenes that have to do with all kinds: the day, the search, what is pasted, who does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.dialogs.hand_over import HandOverDialog, hand_over_all
from shopdesk.ui.pages.today.day_sheet import DaySheetPreview

CTRL = Qt.KeyboardModifier.ControlModifier
_CHAT = """\
亲，我收到的碗碎了一个，想换一个新的
订单号 {number}
收件人：王晓梅
电话：13900001111
地址：浙江省杭州市西湖区文一西路 99 号 3 幢 201 室
寄回单号 SF1440012345678"""


def show_today(stage: Stage) -> None:
    """Show the first page with all that comes after its list."""
    page = stage.driver.page("today")
    page.show_all()
    stage.driver.calm()


def _sheet(stage: Stage) -> None:
    preview_day(stage)


def preview_day(stage: Stage) -> DaySheetPreview:
    """Open the day sheet, and wait until it is drawn."""
    page = stage.driver.page("today")
    page.page_actions["print_day"].trigger()
    form = stage.driver.form(DaySheetPreview)
    stage.driver.until("day sheet", lambda: form.out.paper)
    return form


def find_a_buyer(stage: Stage) -> None:
    """Find all that there is of a buyer, from the page of today."""
    stage.driver.page("today")
    stage.driver.press(Qt.Key.Key_K, CTRL)
    box = stage.driver.window.search
    box.insert(stage.care.buyer)
    stage.driver.until("results", lambda: box.is_open)


def _leave_search(stage: Stage) -> None:
    stage.driver.press(Qt.Key.Key_Escape)


def _paste(stage: Stage) -> None:
    page = stage.driver.page("new_return")
    page.start()
    QApplication.clipboard().setText(_chat(stage))
    page.sheet.paste.paste()
    stage.driver.until("findings", lambda: page.sheet.paste.rows)


def _chat(stage: Stage) -> str:
    return _CHAT.format(number=stage.subjects.order_number)


def _hand_over(stage: Stage) -> None:
    stage.driver.page("today")
    hand_over_all(stage.driver.window.bench, stage.driver.window).open()
    stage.driver.form(HandOverDialog)


TODAY = (
    Scene("today", show_today),
    Scene("day-sheet", _sheet, throw_away),
    Scene("search", find_a_buyer, _leave_search),
    Scene("paste", _paste, throw_away),
    Scene("hand-over", _hand_over, throw_away),
)
