"""What the buyer of goods that go out again is told, and that it is written down."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.i18n import N_
from shopdesk.queries.return_detail import load_timeline
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.services.reshipments import log_reshipment
from shopdesk.ui.pages.reshipments.page import ReshipmentsPage
from shopdesk.ui.pages.reshipments.reply_section import ReplySection
from shopdesk.ui.shell import PageEntry
from tests.making import make_order
from tests.ui.browsing import Browser

PAGES = (PageEntry("reshipments", N_("Reshipments"), "truck", ReshipmentsPage),)


def test_the_words_fit_the_state_and_the_reason_and_copying_is_noted(
    desk: Desk, qtbot: QtBot
) -> None:
    goods = GoodsOutDraft((GoodsOutLine("云柔针织开衫", 1),), recipient="林小雨", address="杭州")
    draft = ReshipmentDraft(1, "wrong_item", goods, order_id=make_order(desk))
    case_id = desk.write("Logged", lambda session: log_reshipment(session, draft)).value
    browser = Browser(qtbot, desk, "reshipments", PAGES)
    section = browser.seen(ReplySection, browser.page(ReshipmentsPage))
    assert section.words.current.code == "reship_packing"
    assert "云柔针织开衫" in section.words.text
    section.words.copy_button.click()
    assert QApplication.clipboard().text() == section.words.text

    def told() -> bool:
        with desk.reading() as reader:
            return load_timeline(reader, case_id)[0].event == "copied"

    browser.until(told)
    browser.window.close()
