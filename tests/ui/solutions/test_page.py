"""The library is found by what buyers say, read, changed in versions, retired, all undoable."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from shopdesk.desk import Desk
from shopdesk.queries.solutions import load_library, load_solutions
from shopdesk.rules.solutions import Solution, starter
from shopdesk.ui.pages.solutions.detail import SolutionDetail
from shopdesk.ui.pages.solutions.editing import EditDialog
from shopdesk.ui.pages.solutions.page import SolutionsPage
from shopdesk.ui.pages.solutions.versions import VersionsDialog
from tests.ui.browsing import Browser

ASK_FIRST = starter()["signed_ask_around"]


def detail_of(page: SolutionsPage) -> SolutionDetail:
    assert isinstance(page.detail, SolutionDetail)
    return page.detail


def texts(page: SolutionsPage) -> Iterator[str]:
    return (label.text() for label in detail_of(page).findChildren(QLabel))


def solution(desk: Desk, code: str) -> Solution:
    with desk.reading() as reader:
        return next(row.solution for row in load_library(reader) if row.solution.code == code)


def dialog(browser: Browser, kind: type[QDialog]) -> QDialog:
    browser.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def test_what_a_buyer_says_finds_it_with_what_it_came_to(
    browser: Browser, page: SolutionsPage
) -> None:
    page.finder.setText("显示签收 没收到")
    browser.until(lambda: page.model.rowCount() < 10)
    page.table.setFocus()
    cells = [page.model.index(0, n).data() for n in range(5)]
    assert cells == ["Signed for, not received: ask around first", "", "2", "CN¥9.20", "4.5 of 5"]
    page.table.choose(ASK_FIRST.id)
    browser.until(lambda: detail_of(page).name.text() == cells[0])
    assert "taken 2 times · CN¥9.20 each · 4.5 of 5" in set(texts(page))


def test_the_reply_is_copied_in_either_language(browser: Browser, page: SolutionsPage) -> None:
    browser.go("solutions", ASK_FIRST.id)
    reply = detail_of(page).reply
    browser.until(lambda: reply.isVisibleTo(page) and "{waybill}" in reply.text)
    reply.language_button.click()
    reply.copy_button.click()
    assert QApplication.clipboard().text() == ASK_FIRST.texts["zh_CN"].reply


def test_a_changed_solution_is_a_version_that_can_be_undone_and_set_back(
    browser: Browser, page: SolutionsPage
) -> None:
    browser.go("solutions", ASK_FIRST.id)
    browser.until(lambda: page.table.chosen == ASK_FIRST.id)
    detail_of(page).edit_button.click()
    form = dialog(browser, EditDialog)
    assert isinstance(form, EditDialog)
    form.texts["title"].fields["en"].set_value("Ask the porter")
    form.options.rows[-1].remove.click()
    form.save_button.click()
    browser.until(lambda: detail_of(page).name.text() == "Ask the porter")
    now = solution(browser.desk, "signed_ask_around")
    assert [option.code for option in now.options] == ["ask_around", "reship"]
    assert now.texts["zh_CN"] == ASK_FIRST.texts["zh_CN"]
    detail_of(page).versions_button.click()
    versions = dialog(browser, VersionsDialog)
    assert isinstance(versions, VersionsDialog)
    browser.until(lambda: versions.list.count() == 2)
    assert not versions.save_button.isEnabled()
    versions.leave("shipped")
    versions.save_button.click()
    browser.until(lambda: solution(browser.desk, "signed_ask_around") == ASK_FIRST)
    browser.undo()
    browser.until(lambda: solution(browser.desk, "signed_ask_around") == now)


def test_a_refusal_stands_at_its_field(browser: Browser, page: SolutionsPage) -> None:
    page.start_new()
    form = dialog(browser, EditDialog)
    assert isinstance(form, EditDialog)
    form.save_button.click()
    browser.until(lambda: "title" in form.form.sentence_at("title"))
    form.texts["title"].fields["en"].set_value("Smells of smoke")
    form.texts["reply"].fields["en"].set_value("Hello {name}")
    form.options.more.click()
    form.save_button.click()
    browser.until(lambda: "Nothing fills" in form.form.sentence_at("reply"))
    form.texts["reply"].fields["en"].set_value("Hello {buyer}")
    form.save_button.click()
    browser.until(lambda: "Say what each option is" in form.form.sentence_at("options"))
    form.options.rows[0].titles.fields["en"].set_value("Air it for a day")
    form.save_button.click()
    browser.until(lambda: detail_of(page).name.text() == "Smells of smoke")
    made = solution(browser.desk, "own_1")
    assert [option.code for option in made.options] == ["option_1"]
    assert page.table.chosen == made.id


def test_a_retired_one_stays_in_the_library_and_comes_back(
    browser: Browser, page: SolutionsPage
) -> None:
    browser.go("solutions", ASK_FIRST.id)
    browser.until(lambda: page.table.chosen == ASK_FIRST.id)
    detail_of(page).retire_button.click()
    browser.until(lambda: "signed_ask_around" not in offered(browser.desk))
    browser.until(lambda: "Bring back" in detail_of(page).retire_button.text().replace("&", ""))
    page.show_chip("retired")
    browser.until(lambda: page.model.rowCount() == 1)
    browser.undo()
    browser.until(lambda: "signed_ask_around" in offered(browser.desk))


def offered(desk: Desk) -> set[str]:
    with desk.reading() as reader:
        return {found.code for found in load_solutions(reader)}


@pytest.mark.parametrize("chip", ["service", "coming_back"])
def test_a_chip_leaves_its_category(browser: Browser, page: SolutionsPage, chip: str) -> None:
    page.show_chip(chip)
    of_chip = [found for found in starter().values() if found.category == chip]
    browser.until(lambda: page.model.rowCount() == len(of_chip))
