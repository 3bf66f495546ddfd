"""Text from outside stays text: no widget, tooltip or paper reads it as markup or a file's name."""

import html
import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from shopdesk.desk import Desk
from shopdesk.models import Order, OrderLine, Shop
from shopdesk.services.steps import take_step
from shopdesk.ui.desk import Session
from shopdesk.ui.papers.preview import PaperDialog
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit

MARKUP = '<img src="file:///etc/passwd"><b>x</b>'
STRANGE = f"{MARKUP} 😀👩‍👩‍👧 \u202eshalom שלום\u202c {'long' * 20} & tab\there"
PAGES = (
    "today",
    "returns",
    "customers",
    "orders",
    "new_return",
    "importing",
    "reports",
    "settings",
)


def spoil(desk: Desk, order_id: int) -> None:
    """Put the text wherever a buyer, a platform or the seller writes freely."""

    def work(session: Session) -> None:
        order = session.get_one(Order, order_id)
        order.customer.name = order.recipient = order.address = STRANGE
        order.buyer_note = STRANGE
        for line in session.query(OrderLine):
            line.title = line.variant = STRANGE
        shop = session.get_one(Shop, 1)
        shop.name = shop.return_name = STRANGE[:200]
        shop.return_address = STRANGE

    desk.write("Spoiled", work)


@pytest.fixture
def hostile(desk: Desk, sit: Sit) -> Seat:
    """The window on a shop, an order and a return that are full of it."""
    order = make_order(desk)
    spoil(desk, order)
    case_id = make_return(desk, order, note=STRANGE)
    desk.write("Agreed", lambda session: take_step(session, case_id, "agree"))
    seat = sit()
    seat.open_return(case_id)
    return seat


def rich(root: QWidget) -> list[str]:
    """Return what would be read as markup below a widget."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{widget!r}: {widget.text()}")
        if isinstance(widget, QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{widget!r}: {widget.text()}")
        if "<img" in widget.toolTip():
            found.append(f"{widget!r}: {widget.toolTip()}")
    return found


@pytest.mark.parametrize("key", PAGES)
def test_no_page_reads_it_as_markup(hostile: Seat, key: str) -> None:
    seat = hostile
    seat.window.go(key)
    page = seat.page(key)
    if key == "reports":
        seat.until(lambda: page.out.paper)
    elif key == "new_return":
        with seat.desk.reading() as reader:
            page.start(int(reader.value("SELECT id FROM orders")))
        seat.until(lambda: page.sheet.order)
    elif key in ("customers", "orders", "returns"):
        seat.until(lambda: page.chosen_row)
        page.table.grab()
        for column in range(page.model.columnCount()):
            hint = page.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) or ""
            assert MARKUP not in hint, column
    seat.window.grab()
    assert rich(seat.window) == []


def test_the_slip_and_the_month_print_it_as_it_is(hostile: Seat) -> None:
    seat = hostile
    seat.press(Qt.Key.Key_P, control=True)
    preview = seat.dialog(PaperDialog)
    seat.until(lambda: preview.paper)
    assert rich(preview) == []
    assert preview.paper is not None
    assert "etc/passwd" in "".join(words_on(preview.paper.content).split())
    seat.press(Qt.Key.Key_Escape)
    seat.no_dialog()


def test_sentences_of_the_window_are_plain(hostile: Seat) -> None:
    messages = hostile.window.messages
    messages.refuse(STRANGE)
    messages.toast(STRANGE)
    messages.undo(STRANGE, lambda: None)
    assert rich(hostile.window) == []
    assert html.escape(MARKUP) not in hostile.bar


def words_on(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
