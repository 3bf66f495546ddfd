"""On what each document is printed, chosen by keyboard and taken back."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.rules.documents import ALIKE, DOCUMENTS
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.document_dialog import DocumentDialog
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.printed_things import PRINTED
from tests.ui.base.test_window import nameless
from tests.ui.settings.conftest import dialog_of


def change(window: MainWindow, what: str) -> DocumentDialog:
    buttons = window.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName() == f"Change {what}").click()
    return cast("DocumentDialog", dialog_of(window, DocumentDialog))


def test_every_document_has_its_row() -> None:
    assert {printed.code for printed in PRINTED} == {*DOCUMENTS, "month_summary", "day_sheet"}


def test_a_document_is_printed_as_it_was_chosen_and_taken_back(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    before = page.paper.line("return_slip")
    assert before == "100 × 150 mm · Buyer's language · Asks for the printer"
    dialog = change(window, "Return slip")
    assert dialog.focusWidget() is dialog.paper
    QTest.keyClicks(dialog.paper, "60")
    QTest.keyClick(dialog.paper, Qt.Key.Key_Return)
    said = "60 × 40 mm · Buyer's language · Asks for the printer"
    qtbot.waitUntil(lambda: page.paper.line("return_slip") == said)
    assert desk.settings.now.paper_choice("return_slip").paper == "60x40"
    assert desk.settings.now.paper_choice("packing_slip").paper == "100x150"
    toast = window.shell.toast
    qtbot.waitUntil(lambda: toast.sentence == f"Return slip: {said}")
    next(b for b in toast.findChildren(QPushButton) if "Undo" in b.text()).click()
    assert page.paper.line("return_slip") == before


def test_slips_and_labels_are_printed_alike_by_a_tick(
    page: SettingsPage, window: MainWindow, desk: Desk
) -> None:
    dialog = change(window, "Address label")
    dialog.paper.set_value("sheet:a4-2x4")
    QTest.keyClick(dialog.all, Qt.Key.Key_Space)
    QTest.keyClick(dialog.all, Qt.Key.Key_Return)
    chosen = {code: desk.settings.now.paper_choice(code).paper for code in ALIKE}
    assert set(chosen.values()) == {"sheet:a4-2x4"}
    assert desk.settings.now.paper_choice("packing_list").paper == ""
    assert "8 labels" in page.paper.line("return_label")


def test_a_label_waits_by_itself_where_that_is_ticked(
    page: SettingsPage, window: MainWindow, desk: Desk
) -> None:
    dialog = change(window, "Address label")
    assert not dialog.waits.value()
    dialog.waits.set_value(True)
    dialog.all.set_value(True)
    dialog.save_button.click()
    now = window.bench.desk.settings.now
    assert now.waiting_documents() == ("return_slip", "packing_slip", "address_label")
    assert now.papers["return_slip"].waits == ""


def test_a_report_is_on_the_countrys_paper_until_another_is_chosen(
    page: SettingsPage, window: MainWindow, desk: Desk
) -> None:
    assert page.paper.line("day_sheet").startswith("A4 or Letter, by country")
    dialog = change(window, "Day sheet")
    assert "language" not in dialog.form.values()
    dialog.paper.set_value("letter")
    dialog.save_button.click()
    assert page.paper.line("day_sheet").startswith("Letter")
    assert desk.settings.now.paper_choice("day_sheet").paper == "letter"


def test_a_printer_that_is_gone_stays_chosen_and_is_said(
    page: SettingsPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.settings.choose_paper("packing_slip", printer="Zebra of last year")
    dialog = change(window, "Packing slip")
    assert dialog.printer.value() == "Zebra of last year"
    qtbot.waitUntil(lambda: dialog.trouble != "", timeout=10_000)
    assert dialog.printer.value() == "Zebra of last year"
    assert nameless(dialog) == []
