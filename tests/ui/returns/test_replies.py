"""Telling the buyer: words that fit, copied with one click, noted, and undone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QGuiApplication

from shopdesk.models import Case, Clock
from shopdesk.services.replies import keep_text, speak_to_buyers
from shopdesk.ui.base.ready_words import ReadyWords
from tests.ui.returns.conftest import Story


def words(story: Story) -> ReadyWords:
    return story.detail.reply.words


def in_english(story: Story) -> Story:
    story.desk.write("Language", lambda session: speak_to_buyers(session, 1, "en"))
    story.page.read_again()
    story.until(lambda: words(story).language_button.text() == "简体中文")
    return story


def test_copied_words_stand_on_the_timeline_once(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = in_english(open_page())
    shown = words(story)
    assert shown.current.code == "agree_refund"
    shown.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert "浙江省杭州市余杭区文一西路 969 号" in text
    assert "{" not in text
    story.until(lambda: story.record(case_id).timeline[0].event == "copied")
    assert story.record(case_id).timeline[0].text == text
    assert story.window.shell.toast.sentence == "Reply copied"
    story.until(lambda: story.page.case_actions.found.timeline[0].event == "copied")  # type: ignore[union-attr]
    shown.copy_button.click()
    story.until(lambda: story.window.shell.toast.sentence == "Reply copied")
    events = [entry.event for entry in story.record(case_id).timeline]
    assert events.count("copied") == 1
    assert story.window.operations.history.last_done is None, "copying is nothing to take back"


def test_before_it_is_agreed_the_day_is_said_that_agreeing_now_would_give(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=False)
    story = in_english(open_page())
    while words(story).current.code != "agree_refund":
        words(story).turn()
    told = words(story).text
    assert "…" not in told
    story.page.case_actions.take_next()
    story.until(lambda: story.record(case_id).state == "agreed")
    story.until(lambda: words(story).current.code == "agree_refund")
    assert words(story).text == told


def test_a_late_buyer_is_reminded_by_one_click(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    case_id = returns_of(agree=True)
    story = in_english(open_page())
    assert words(story).step_button.isHidden()
    past = datetime.now(UTC) - timedelta(days=1)

    def run_out(session: object) -> None:
        session.get(Case, case_id).due_at = past  # type: ignore[attr-defined]
        for clock in session.query(Clock).filter_by(case_id=case_id, ended_at=None):  # type: ignore[attr-defined]
            clock.due_at = past

    story.desk.write("Late", run_out)
    story.page.read_again()
    story.until(lambda: words(story).current.code == "remind_send")
    words(story).step_button.click()
    story.until(lambda: story.record(case_id).timeline[0].event == "remind")
    assert [entry.event for entry in story.record(case_id).timeline[:2]] == ["remind", "copied"]
    assert "R-" in QGuiApplication.clipboard().text()
    due = story.record(case_id).due_at
    assert due is not None
    assert due > datetime.now(UTC)


def test_the_language_is_switched_on_the_spot_and_own_words_are_said(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of(agree=True, remedy="refund_only")
    story = open_page()
    story.desk.write(
        "Reworded",
        lambda session: keep_text(session, 1, "agree_refund_only", "en", "Hello {buyer} {wanted}"),
    )
    words(story).language_button.click()
    story.until(lambda: words(story).text == "Hello 林小雨 …")
    assert words(story).language_button.text() == "简体中文"


def test_other_words_are_one_click_away_and_stay(
    returns_of: Callable[..., int], open_page: Callable[[], Story]
) -> None:
    returns_of()
    story = open_page()
    assert words(story).current.code == "agree_refund"
    words(story).other_button.click()
    assert words(story).current.code == "ask_photo"
    story.page.read_again()
    story.detail.reply.show_return(story.record(1))
    assert words(story).current.code == "ask_photo"
