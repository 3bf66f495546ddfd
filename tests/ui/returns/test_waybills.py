"""The waybill's form: courier by the number, suggestions, twins, and corrections."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import delete

from shopdesk.services.drafts import WaybillDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.base.form import Form
from shopdesk.ui.dialogs.parcel_waybill import ParcelWaybillDialog
from shopdesk.ui.dialogs.waybill import WaybillDialog
from shopdesk.ui.dialogs.waybill_fields import ParcelOf, WaybillFields
from tests.ui.returns.conftest import Story

ENTER = Qt.Key.Key_Return


def asked(story: Story) -> WaybillDialog:
    """Open the form of the chosen return and wait for its couriers."""
    story.press(ENTER)
    dialog = story.dialog(WaybillDialog)
    story.until(dialog.courier.value)
    return dialog


def test_a_number_of_one_courier_s_own_form_is_saved_by_enter(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    dialog = asked(story)
    QTest.keyClicks(dialog.waybill, "JT3012345678901")
    assert dialog.fields.hints.word == "J&T Express, by the number's form."
    QTest.keyClick(dialog.waybill, ENTER)
    story.until(lambda: story.state(case_id) == "on_its_way")
    assert story.record(case_id).parcels[0].courier == "jt"
    assert story.record(case_id).timeline[0].values["waybill"] == "JT3012345678901"


def test_figures_only_suggest_and_a_key_chooses(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    dialog = asked(story)
    QTest.keyClicks(dialog.waybill, "78210033419921")
    assert dialog.courier.value() == "sf"
    QTest.keyClick(dialog.waybill, ENTER)
    assert dialog.form.sentence_at("courier").startswith("Is it SF Express? The number does not")
    QTest.keyClick(dialog.waybill, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert dialog.courier.value() == "zto"
    QTest.keyClick(dialog.waybill, ENTER)
    story.until(lambda: story.state(case_id) == "on_its_way")
    assert story.record(case_id).parcels[0].courier == "zto"


def test_what_a_person_chose_stays_and_a_misread_number_is_said(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of(agree=True)
    story = open_page()
    dialog = asked(story)
    dialog.fields.hints.chosen.emit("deppon")
    QTest.keyClicks(dialog.waybill, "EA328581242CN")
    assert dialog.courier.value() == "deppon"
    assert dialog.fields.hints.word.startswith("The check digit is not right")


def test_a_number_on_another_open_return_is_shown(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    first = returns_of("A1", agree=True)
    second = returns_of("A2", agree=True)
    story = open_page()
    sent = WaybillDraft("sf", "SF1234567890123")
    story.desk.write("Sent", lambda session: take_step(session, first, "send", sent))
    story.page.open_record(second)
    story.until(lambda: story.page.table.chosen == second)
    dialog = asked(story)
    QTest.keyClicks(dialog.waybill, "sf1234567890123")
    story.until(lambda: story.record(first).number in dialog.fields.hints.notice.sentence)
    QTest.keyClick(dialog.waybill, ENTER)
    story.until(lambda: story.state(second) == "on_its_way")


def test_a_typo_is_corrected_with_undo(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = open_page()
    sent = WaybillDraft("sf", "SF1234567890123")
    story.desk.write("Sent", lambda session: take_step(session, case_id, "send", sent))
    story.page.read_again()
    story.until(lambda: story.shown() == "on_its_way")
    story.page.case_actions.actions["correct_waybill"].trigger()
    dialog = story.dialog(ParcelWaybillDialog)
    story.until(lambda: dialog.fields.courier.count() > 1)
    assert dialog.fields.waybill.value() == "SF1234567890123"
    assert dialog.fields.courier.value() == "sf"
    dialog.fields.waybill.setText("YT1234567890123")
    QTest.keyClick(dialog.fields.waybill, ENTER)
    story.until(lambda: story.record(case_id).parcels[0].waybill == "YT1234567890123")
    assert story.record(case_id).parcels[0].courier == "yto"
    assert story.record(case_id).timeline[0].event == "waybill_corrected"


def test_a_form_that_was_closed_is_told_nothing_any_more(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of(agree=True)
    story = open_page()
    form, bench = Form(), story.page.bench
    WaybillFields(form, bench, ParcelOf(1, 1, None)).waybill.set_value("JT3012345678901")
    delete(form)  # with both its questions under way
    answered: list[int] = []
    bench.operations.query("after", lambda _reader: 1, answered.append)
    story.until(lambda: answered)
