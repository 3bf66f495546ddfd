"""A return of a known order, by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.return_detail import load_timeline
from shopdesk.queries.shops import load_shop
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.decline import DeclineDialog
from shopdesk.ui.pages.new_return.policy_card import PolicyCard
from tests.making import make_order, make_return
from tests.ui.new_return.conftest import FormAtWork

NUMBER = "3398120571"
ENTER = Qt.Key.Key_Return


def advice(form: FormAtWork) -> list[str]:
    card = form.window.findChild(PolicyCard)
    assert card is not None
    return [notice.sentence for notice in card.findChildren(Notice) if not notice.isHidden()]


def buyer_language(desk: Desk) -> str:
    with desk.reading() as reader:
        return load_shop(reader, 1).buyer_language


def test_four_actions_log_a_return(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    form.press(ENTER)
    saved = form.wait_for_saved()
    assert (saved.state, saved.reason, saved.remedy) == ("asked", "too_small", "refund")
    assert [(line.quantity, line.value_minor) for line in saved.lines] == [(1, 15900)]
    assert saved.freight_payer == "buyer"
    assert form.window.page == "returns"
    assert not form.page.sheet.is_touched


def test_saving_can_be_taken_back(desk: Desk, form: FormAtWork, qtbot: QtBot) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_2, ENTER)
    form.wait_for_saved()
    assert form.window.shell.toast.sentence == "Return logged."
    form.press(Qt.Key.Key_Z, control=True)
    qtbot.waitUntil(lambda: count_returns(desk) == 0)


def count_returns(desk: Desk) -> int:
    with desk.reading() as reader:
        return int(reader.value("SELECT count(*) FROM cases"))


def test_control_enter_agrees_and_shows_the_slip(
    desk: Desk, form: FormAtWork, qtbot: QtBot
) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    form.press(ENTER, control=True)
    assert form.wait_for_saved().state == "agreed"
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    preview = QApplication.activeModalWidget()
    assert preview is not None
    preview.close()


def test_advice_follows_the_reason(desk: Desk, form: FormAtWork) -> None:
    make_order(desk, delivered_days_ago=3)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    form.wait_until(lambda: "The buyer pays the way back." in advice(form))
    assert advice(form)[0].startswith("Agree\nDay 3 of 7")
    form.press(Qt.Key.Key_5)
    form.wait_until(lambda: "You pay the way back." in advice(form))
    assert form.page.sheet.policy.payer.value() == "seller"


def test_nothing_received_means_nothing_comes_back(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_9)
    sheet = form.page.sheet
    assert sheet.why.remedy.value() == "refund_only"
    assert sheet.policy.payer.isHidden() or not sheet.policy.payer.isVisible()
    form.press(Qt.Key.Key_1)
    assert sheet.why.remedy.value() == "refund"


def test_a_late_wish_is_agreed_to_only_in_plain_words(desk: Desk, form: FormAtWork) -> None:
    make_order(desk, delivered_days_ago=8)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_3)
    form.wait_until(lambda: advice(form)[:1] != [] and advice(form)[0].startswith("Decline\n"))
    assert form.page.sheet.foot.primary_words == "Agree anyway and print slip"
    reply = form.page.sheet.reply
    assert "针织开衫" in reply.text
    reply.words.language_button.click()
    assert "ended on" in reply.text
    form.wait_until(lambda: buyer_language(desk) == "en")


def test_a_line_that_came_back_says_so(desk: Desk, form: FormAtWork) -> None:
    order = make_order(desk, quantity=1)
    make_return(desk, order)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    (row,) = form.page.sheet.goods.field.lines.rows
    assert not row.tick.isEnabled()
    assert "came back already" in row.tick.toolTip()


def test_what_another_return_took_is_not_left_any_more(
    desk: Desk, form: FormAtWork, qtbot: QtBot
) -> None:
    order = make_order(desk, quantity=2)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    make_return(desk, order)
    make_return(desk, order)
    form.press(Qt.Key.Key_1, ENTER)
    assert "0 left to return" in form.wait_for_sentence("lines")
    assert form.page.sheet.why.reason.value() == "too_small"


def test_the_kind_of_goods_is_judged_at_once(desk: Desk, form: FormAtWork, qtbot: QtBot) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_3)
    (row,) = form.page.sheet.goods.field.lines.rows
    row.category_chosen.emit(row.line.product_id, "personalised")
    form.wait_until(lambda: advice(form)[:1] != [] and advice(form)[0].startswith("Decline\n"))
    assert form.page.sheet.goods.field.value()[0].quantity == 1


def test_declining_logs_it_and_asks_for_the_words(desk: Desk, form: FormAtWork) -> None:
    make_order(desk, delivered_days_ago=8)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_3)
    form.page.save_and_decline()
    assert form.wait_for_saved().state == "asked"
    form.wait_until(lambda: form.window.findChild(DeclineDialog) is not None)
    dialog = form.window.findChild(DeclineDialog)
    assert dialog is not None
    assert "云柔针织开衫" in dialog.text.value()
    dialog.save()
    form.wait_until(lambda: form.wait_for_saved().state == "declined")


def test_the_reply_is_copied(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    reply = form.page.sheet.reply
    reply.copy()
    copied = QGuiApplication.clipboard().text()
    assert "浙江省杭州市余杭区文一西路 969 号" in copied
    assert "{" not in copied
    assert form.window.shell.toast.sentence == "Reply copied"
    form.press(ENTER)
    form.wait_for_saved()
    with desk.reading() as reader:
        told = [entry.text for entry in load_timeline(reader, 1) if entry.event == "copied"]
    assert told == [copied]


def test_a_platform_s_deadline_wins_where_there_is_one(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    deadline = form.page.sheet.note.platform_due_at
    assert deadline.value() is None
    deadline.more.click()
    due_at = deadline.value()
    assert due_at is not None
    form.press(ENTER)
    saved = form.wait_for_saved()
    assert (saved.due_at, saved.due_source) == (due_at, "platform")


def test_a_deadline_that_is_folded_away_again_is_none(desk: Desk, form: FormAtWork) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_1)
    deadline = form.page.sheet.note.platform_due_at
    deadline.more.click()
    deadline.none.click()
    form.page.sheet.why.reason.setFocus()
    form.press(ENTER)
    assert form.wait_for_saved().due_source == "policy"


def test_a_photo_answers_the_advice_that_asks_for_one(
    desk: Desk, form: FormAtWork, tmp_path: Path
) -> None:
    make_order(desk)
    form.type(NUMBER)
    form.press(ENTER)
    form.wait_for_order(NUMBER)
    form.press(Qt.Key.Key_5)
    asked = "Ask first\nA fault needs a photo: ask for one."
    form.wait_until(lambda: advice(form)[:1] == [asked])
    photo = tmp_path / "破损.png"
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(photo))
    form.page.take_evidence([photo])
    form.wait_until(lambda: advice(form)[:1] != [] and advice(form)[0].startswith("Agree"))
    form.page.sheet.why.reason.setFocus()
    form.press(ENTER)
    saved = form.wait_for_saved()
    assert (saved.has_evidence, saved.advice["verdict"]) == (True, "agree")
