"""The form tells of an open return on the same order, and of the buyer's earlier ones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from shopdesk.desk import Desk
from shopdesk.services.drafts import ReturnLineDraft
from tests.making import make_order, make_return
from tests.ui.new_return.conftest import FormAtWork


def test_an_open_return_of_the_order_is_shown_and_does_not_forbid_another(
    desk: Desk, form: FormAtWork
) -> None:
    first = make_return(desk, make_order(desk))
    form.type("3398120571")
    form.press(Qt.Key.Key_Return)
    form.wait_for_order("3398120571")
    sheet = form.page.sheet
    form.wait_until(sheet.duplicates.isVisible)
    assert sheet.duplicates.notice.sentence.startswith("This order already has an open return.")
    link = sheet.duplicates.findChild(QPushButton)
    assert link is not None
    form.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    form.wait_until(lambda: form.opened != [])
    assert form.opened != [first]


def test_a_buyer_typed_without_an_order_has_a_past_too(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    make_return(
        desk,
        1,
        order_id=None,
        lines=(ReturnLineDraft(1, title="Cup"),),
        buyer_name="Ada",
        buyer_phone="139 0000 1111",
        order_number="T-99887",
    )
    sheet = form.page.sheet
    sheet.order_card._change_mode()
    assert not sheet.buyer.isVisible()
    sheet.order_card.buyer._lines["buyer_phone"].set_value("13900001111")
    sheet.changed.emit()
    form.wait_until(sheet.buyer.isVisible)
    assert not sheet.duplicates.isVisible()
    sheet.order_card.buyer._lines["order_number"].set_value("T-99887")
    sheet.changed.emit()
    form.wait_until(sheet.duplicates.isVisible)
