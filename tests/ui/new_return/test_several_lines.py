"""Tab, arrows and refusals of the form where an order has several lines."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.models.order import Order, OrderLine
from shopdesk.ui.base.chips import ChipRow
from shopdesk.ui.pages.new_return.order_line import Tick
from tests.making import make_order
from tests.ui.new_return.conftest import FormAtWork

NUMBER = "3398120571"
KEY = Qt.Key


@pytest.fixture
def chosen(desk: Desk, form: FormAtWork) -> FormAtWork:
    """Find an order of three lines; nothing of it is ticked."""
    order_id = make_order(desk)

    def add(session: Any) -> None:
        order = session.get(Order, order_id)
        (first,) = order.lines
        for nth in (1, 2):
            order.lines.append(
                OrderLine(
                    position=nth,
                    product=first.product,
                    sku=f"SO-{nth}",
                    title="羊毛袜",
                    variant="",
                    quantity=2,
                    price_minor=7900,
                    paid_minor=15800,
                )
            )

    desk.write("Lines added", add)
    form.type(NUMBER)
    form.press(KEY.Key_Return)
    form.wait_for_order(NUMBER)
    return form


def ticked(form: FormAtWork) -> list[int]:
    rows = form.page.sheet.goods.field.lines.rows
    return [row.quantity.value() for row in rows]


def test_arrows_lead_through_the_lines_and_say_how_many(chosen: FormAtWork) -> None:
    chosen.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Right, KEY.Key_Down, KEY.Key_Down)
    chosen.press(KEY.Key_Space, KEY.Key_Up, KEY.Key_Left)
    assert ticked(chosen) == [0, 1, 1]


def test_tab_goes_past_what_does_not_come_back(chosen: FormAtWork) -> None:
    for _nth in range(3):
        assert isinstance(QApplication.focusWidget(), Tick)
        chosen.press(KEY.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert isinstance(focused.parentWidget(), ChipRow)


def test_a_refusal_is_in_sight_in_a_low_window(chosen: FormAtWork, qtbot: QtBot) -> None:
    chosen.window.resize(1_024, 640)
    chosen.press(KEY.Key_Space, KEY.Key_Return)
    (place, *_more) = chosen.page.sheet.why.places()
    qtbot.waitUntil(lambda: place.refusal.text() == "Choose why it comes back.")
    seen = place.refusal.visibleRegion
    qtbot.waitUntil(lambda: seen().boundingRect() == place.refusal.rect())
