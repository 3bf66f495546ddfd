"""Today by keyboard: what is next, the one button, tiles, whose, and what nothing left says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shopdesk.desk import Desk
from shopdesk.rules.today.tiles import PAPERS, TILES
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.services.complaint_drafts import ChoiceDraft, OptionDraft
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.services.people import assign
from shopdesk.storage.connection import connect
from shopdesk.ui.dialogs.complaints.act import ActDialog
from shopdesk.ui.dialogs.log_call import LogCallDialog
from shopdesk.ui.dialogs.send_goods import SendGoodsDialog
from shopdesk.ui.pages.today.day_sheet import DaySheetPreview
from tests.complaining import complain, offered, record, step
from tests.making import make_order, make_return
from tests.services.reshipping import of_nothing, take
from tests.ui.base.test_window import nameless

from .conftest import Morning

Open = Callable[[], Morning]


def state_of(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT state FROM cases WHERE id = ?", (case_id,)))


def chosen_by(desk: Desk, case_id: int) -> None:
    """The buyer chooses the first option."""
    option = record(desk, case_id).options_now[0]
    step(desk, case_id, "choose", ChoiceDraft(option.id))


def make_late(desk: Desk, case_id: int, hours: int = 30) -> None:
    due = int((datetime.now(UTC) - timedelta(hours=hours)).timestamp())
    writer = connect(desk.folder.database)
    writer.execute("UPDATE cases SET due_at = ? WHERE id = ?", (due, case_id))
    writer.close()


def test_enter_takes_the_step_and_ctrl_z_brings_it_back(desk: Desk, open_today: Open) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = open_today()
    seen.has(1)
    assert seen.list.rows[0].button == "Agree"
    assert seen.page.tiles.buttons["reply"].words.count == 1
    seen.list.setFocus()
    seen.press(Qt.Key.Key_Return)
    seen.press(Qt.Key.Key_Return)  # held down
    seen.until(lambda: state_of(desk, case_id) == "agreed")
    seen.has(0)
    seen.until(seen.page.next.empty.isVisible)
    assert "Nothing waits for you" in seen.page.next.empty.accessibleName()
    QTest.keyClick(seen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seen.has(1)
    assert state_of(desk, case_id) == "asked"


def test_a_late_buyer_is_reminded_and_the_task_goes(desk: Desk, open_today: Open) -> None:
    make_late(desk, make_return(desk, make_order(desk), agree=True))
    seen = open_today()
    seen.has(1)
    assert seen.list.rows[0].button == "Remind the buyer"
    assert seen.list.rows[0].tone == "late"
    assert seen.page.tiles.buttons["late"].words.line.endswith("30 h")
    seen.press(Qt.Key.Key_Return)
    seen.has(0)


def test_a_form_opens_over_the_page(desk: Desk, open_today: Open) -> None:
    out = of_nothing(desk)
    seen = open_today()
    seen.has(1)
    seen.press(Qt.Key.Key_Return)
    seen.until(lambda: isinstance(QApplication.activeModalWidget(), SendGoodsDialog))
    assert seen.window.page == "today"
    assert state_of(desk, out) == "to_pack"


def test_a_complaint_opens_on_its_own_page_with_the_form(desk: Desk, open_today: Open) -> None:
    grievance = complain(desk)
    offered(desk, grievance, OptionDraft("Refund", "refund"), OptionDraft("Again", "reship"))
    chosen_by(desk, grievance)
    seen = open_today()
    seen.has(1)
    assert seen.list.rows[0].button == "Do what was chosen"
    seen.press(Qt.Key.Key_Return)
    seen.until(lambda: isinstance(QApplication.activeModalWidget(), ActDialog))
    assert seen.window.page == "complaints"


def test_all_kinds_stand_by_deadline_each_with_its_button(desk: Desk, open_today: Open) -> None:
    make_return(desk, make_order(desk))
    out = of_nothing(desk)
    grievance = complain(desk)
    offered(desk, grievance, OptionDraft("Refund", "refund"), OptionDraft("Again", "reship"))
    make_late(desk, grievance, hours=60)
    lost = of_nothing(desk)
    take(desk, lost, "send")
    make_late(desk, lost, hours=100)
    draft = FollowUpDraft("call_back", datetime.now(UTC) - timedelta(hours=1), case_id=out)
    desk.write("Planned", lambda session: add_follow_up(session, draft))
    seen = open_today()
    seen.has(5)
    assert {words.task.kind: words.button for words in seen.list.rows} == {
        "return": "Agree",
        "reshipment": "Send",
        "complaint": "Ask the buyer again",
        "follow_up": "Log call",
    }
    assert seen.list.rows[0].button == "Ask the courier"
    assert seen.page.tiles.buttons["stalled"].words.count == 1
    due = [words.task.due_at for words in seen.list.rows]
    assert due == sorted(due)
    assert seen.window.rail._entries["today"].accessibleName() == "Today, 3"
    follow = next(words for words in seen.list.rows if words.task.kind == "follow_up")
    seen.page.doing.do(follow)
    seen.until(lambda: isinstance(QApplication.activeModalWidget(), LogCallDialog))


def test_every_tile_narrows_the_list_and_back(desk: Desk, open_today: Open) -> None:
    order = make_order(desk)
    make_return(desk, order)
    make_late(desk, make_return(desk, order))
    of_nothing(desk)
    seen = open_today()
    seen.has(3)
    seen.list.setFocus()
    seen.press(Qt.Key.Key_1)
    seen.has(1)
    assert seen.page.tiles.buttons["late"].isChecked()
    seen.press(Qt.Key.Key_Escape)
    seen.has(3)
    seen.press(Qt.Key.Key_5)
    seen.has(1)
    seen.press(Qt.Key.Key_5)
    seen.has(3)
    for nth, code in enumerate(code for code in TILES if code != PAPERS):
        button = seen.page.tiles.buttons[code]
        seen.press(Qt.Key(Qt.Key.Key_1 + nth))
        seen.has(button.words.count)
        assert (seen.window.page, seen.page.tile) == ("today", code)
        seen.page.show_all()
        seen.has(3)


def test_right_opens_the_case(desk: Desk, open_today: Open) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = open_today()
    seen.has(1)
    seen.press(Qt.Key.Key_Right)
    seen.until(lambda: seen.window.page == "returns")
    actions = seen.window.page_widget("returns").case_actions
    seen.until(lambda: actions.found is not None and actions.found.id == case_id)


def test_the_button_is_pressed_by_mouse_and_a_click_beside_it_only_chooses(
    desk: Desk, open_today: Open
) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = open_today()
    seen.has(1)
    row = seen.list.visualRect(seen.list.model().index(0, 0))
    port = seen.list.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=row.center())
    assert state_of(desk, case_id) == "asked"
    button = seen.list.painting.button_rect(row)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=button.center())
    seen.until(lambda: state_of(desk, case_id) == "agreed")


@pytest.mark.parametrize(("whose", "rows"), [("", 2), ("mine", 1), ("nobody", 1)])
def test_mine_is_remembered_by_all_lists(
    desk: Desk, open_today: Open, whose: str, rows: int
) -> None:
    order = make_order(desk)
    make_return(desk, order)
    other = make_return(desk, order)
    desk.write("Given away", lambda session: assign(session, [other], None, ""))
    desk.settings.change(whose=whose)
    seen = open_today()
    seen.has(rows)
    assert seen.page.whose.value() == whose


def test_the_day_sheet_is_seen_before_it_is_printed(desk: Desk, open_today: Open) -> None:
    make_return(desk, make_order(desk))
    seen = open_today()
    seen.has(1)
    seen.page.page_actions["print_day"].trigger()
    seen.until(lambda: isinstance(QApplication.activeModalWidget(), DaySheetPreview))
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, DaySheetPreview)
    seen.until(lambda: preview.out.paper is not None)
    assert preview.view.page_count == 1
    preview.close()


def test_a_new_shop_is_told_what_will_stand_here(open_today: Open) -> None:
    seen = open_today()
    seen.until(seen.page.next.empty.isVisible)
    assert "once the first return is logged" in seen.page.next.empty.accessibleName()
    assert nameless(seen.page) == []
