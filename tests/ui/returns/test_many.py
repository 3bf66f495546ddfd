"""Many returns at once: selected by keys, stepped in one write, the refused ones told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from shopdesk.desk import Desk
from shopdesk.models import Case
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.steps import take_step
from shopdesk.ui.pages.cases.paper_actions import PRINT
from shopdesk.ui.pages.returns.many_panel import ManyPanel
from shopdesk.ui.papers.preview import PaperDialog
from tests.settling import inspected
from tests.ui.returns.conftest import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(story: Story, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    story.page.table.setFocus()
    QTest.keyClick(story.page.table, key, held)


def panel(story: Story) -> ManyPanel:
    assert isinstance(story.page.many, ManyPanel)
    return story.page.many


def select_all(story: Story) -> None:
    press(story, Qt.Key.Key_A, CONTROL)
    story.until(lambda: panel(story).isVisible() and story.page.many_actions.count("agree"))


def toast(story: Story) -> str:
    return story.window.shell.toast.sentence


def test_all_are_agreed_by_keys_and_one_undo_takes_the_lot_back(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    ids = [returns_of(f"A{n}") for n in range(5)]
    story = open_page()
    select_all(story)
    assert panel(story).title.text() == "5 returns selected"
    story.press(Qt.Key.Key_Return)
    assert panel(story).buttons[0].hasFocus()
    QTest.keyClick(panel(story).buttons[0], Qt.Key.Key_Space)
    story.until(lambda: toast(story) == "Returns agreed: 5")
    assert {story.state(case_id) for case_id in ids} == {"agreed"}
    assert story.page.table.selected_count == 5
    QTest.keyClick(story.window, Qt.Key.Key_Z, CONTROL)
    story.until(lambda: toast(story) == "Undone: Returns agreed: 5")
    assert {story.state(case_id) for case_id in ids} == {"asked"}


def test_shift_and_arrows_select_and_escape_goes_back_to_one(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    for n in range(4):
        returns_of(f"A{n}")
    story = open_page()
    press(story, Qt.Key.Key_Down, SHIFT)
    press(story, Qt.Key.Key_Down, SHIFT)
    assert panel(story).title.text() == "3 returns selected"
    assert story.page.case_actions.found is None
    press(story, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert story.page.table.selected_count == 1
    story.until(lambda: story.page.case_actions.found)
    assert story.detail.isVisible()
    assert not story.page.many_actions.actions[PRINT].isEnabled()


def test_the_refused_are_listed_copied_and_shown(
    desk: Desk, returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    first, second = returns_of("A1"), returns_of("A2")
    agreed = returns_of("A3", agree=True)
    story = open_page()
    select_all(story)
    story.page.many_actions._write("agree", (first, second, agreed))  # agreed to meanwhile
    refused = story.page.refused
    story.until(refused.isVisible)
    line = f"{story.record(agreed).number}: It is “Agreed” now; this step does not follow."
    assert refused.lines.toPlainText() == line
    assert story.state(first) == story.state(second) == "agreed"
    refused._copy()
    assert QGuiApplication.clipboard().text() == line
    refused._show_them()
    story.until(lambda: story.page.table.selected_ids() == [agreed])
    QTest.keyClick(story.window, Qt.Key.Key_Z, CONTROL)
    story.until(refused.isHidden)
    assert story.state(first) == "asked"


def test_refused_returns_of_another_chip_are_found_in_the_list_of_all(
    desk: Desk, returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    gone = [returns_of("A1"), returns_of("A2")]
    returns_of("A3")
    for case_id in gone:
        cancel = partial(take_step, case_id=case_id, code="cancel", draft=ReasonDraft("x"))
        desk.write("x", cancel)
    story = open_page()
    story.page._select(gone)
    story.until(lambda: sorted(story.page.table.selected_ids()) == gone)
    assert story.page.frame.chips.current == "all"


def test_slips_are_printed_for_those_that_have_one(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of("A1")
    agreed = returns_of("A2", agree=True)
    story = open_page()
    select_all(story)
    assert story.page.many_actions.count(PRINT) == 1
    story.page.many_actions.actions[PRINT].trigger()
    preview = story.dialog(PaperDialog)
    assert preview._case_ids == (agreed,)
    story.until(lambda: preview.paper)
    preview.reject()
    assert story.page.refused.isHidden()


def test_what_nobody_selected_can_have_done_to_it_says_why(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of("A1")
    returns_of("A2")
    story = open_page()
    select_all(story)
    close = story.page.many_actions.actions["close"]
    assert not close.isEnabled()
    assert close.toolTip() == "None of these is settled or declined."


def test_a_settlement_of_many_is_summed_up_first_and_leaves_the_damaged_out(
    desk: Desk, open_page: Callable[[], Story]
) -> None:
    plain = [inspected(desk), inspected(desk)]
    damaged = inspected(desk, (1, "damaged", "write_off"))
    short = inspected(desk, (1, "intact", "stock"), quantity=2)
    story = open_page()
    press(story, Qt.Key.Key_A, CONTROL)
    story.until(lambda: story.page.many_actions.count("settle") == 2)
    story.page.many_actions.actions["settle"].trigger()
    box = story.dialog(QMessageBox)
    assert "Settle 2 returns?\nCN¥318.00 goes back" in box.text()
    assert "2 returns are left out" in box.text()
    assert story.state(plain[0]) == "inspected"
    QTest.keyClick(box, Qt.Key.Key_Return)
    story.until(lambda: toast(story) == "Returns settled: 2")
    assert [story.state(case_id) for case_id in (*plain, damaged, short)] == [
        "settled",
        "settled",
        "inspected",
        "inspected",
    ]
    assert story.page.refused.isHidden()


def test_only_those_are_reminded_whose_time_is_up(
    desk: Desk, returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    late = returns_of("A1", agree=True)
    returns_of("A2", agree=True)
    gone = datetime.now(UTC) - timedelta(days=1)
    desk.write("x", lambda s: setattr(s.get_one(Case, late), "due_at", gone))
    story = open_page()
    press(story, Qt.Key.Key_A, CONTROL)
    story.until(lambda: story.page.many_actions.count(PRINT) == 2)
    assert story.page.many_actions.count("remind") == 1


def test_escape_goes_back_to_one_from_a_button_too(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    for n in range(3):
        returns_of(f"A{n}")
    story = open_page()
    select_all(story)
    story.press(Qt.Key.Key_Return)
    QTest.keyClick(panel(story).buttons[0], Qt.Key.Key_Escape)
    story.until(lambda: story.page.table.selected_count == 1)
    assert story.page.table.hasFocus()


def test_a_selection_stays_where_somebody_else_writes(
    desk: Desk, returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    ids = [returns_of(f"A{n}") for n in range(3)]
    story = open_page()
    story.page.table.choose_many(ids[:2])
    returns_of("A9")
    story.page.read_again()
    story.until(lambda: len(story.page.model.ids) == 4)
    assert sorted(story.page.table.selected_ids()) == ids[:2]
    assert panel(story).isVisible()


def test_a_cancelled_write_changes_nothing(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    ids = [returns_of(f"A{n}") for n in range(3)]
    story = open_page()
    select_all(story)
    story.page.many_actions.began.connect(lambda watch: watch.cancel())
    story.page.many_actions.actions["agree"].trigger()
    story.until(lambda: toast(story) == "Cancelled; nothing was changed.")
    assert {story.state(case_id) for case_id in ids} == {"asked"}
    assert story.page.many_actions.actions["agree"].isEnabled()
