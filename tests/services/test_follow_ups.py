"""What is planned is kept, put off, answered and scored as it was typed, and taken back whole."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.formats import Formats
from shopdesk.models import FollowUp
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.rules.event_sentences import event_text
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.follow_ups import add_follow_up, change_follow_up, log_outcome, snooze
from tests.making import make_order, make_return
from tests.services.snapshots import everything

TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
PASSED = TOMORROW - timedelta(days=2)


def plan(desk: Desk, **changes: object) -> int:
    fields = {"kind": "call_back", "due_at": TOMORROW, **changes}
    draft = FollowUpDraft(**fields)  # type: ignore[arg-type]
    return desk.write("Planned", lambda session: add_follow_up(session, draft)).value


def record(desk: Desk, follow_up_id: int) -> FollowUp:
    return desk.write("Look", lambda session: session.get_one(FollowUp, follow_up_id)).value


def timeline(desk: Desk, case_id: int) -> list[str]:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    formats = Formats("en")
    return [event_text(e.event, e.text, e.values, formats) for e in found.timeline]


def test_a_case_gives_its_shop_and_buyer_and_tells_of_the_plan(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    made = record(desk, plan(desk, case_id=case_id, channel="phone", note="Ask about the colour"))
    assert (made.shop_id, made.customer_id, made.created_by) == (1, 1, "小李")
    assert timeline(desk, case_id)[0].startswith("Planned for ")
    assert timeline(desk, case_id)[0].endswith(": Call back")


def test_what_was_due_before_any_shop_is_a_slip_of_the_finger(desk: Desk) -> None:
    with pytest.raises(FieldError, match="too long ago"):
        plan(desk, note="x", due_at=datetime(1, 1, 2, tzinfo=UTC))


def test_about_nobody_it_says_what_it_is(desk: Desk) -> None:
    with pytest.raises(FieldError) as refused:
        plan(desk)
    assert refused.value.field == "note"
    assert record(desk, plan(desk, note="Buy tape")).shop_id == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("kind", {"kind": "dance"}),
        ("channel", {"channel": "pigeon"}),
        ("due_at", {"due_at": TOMORROW + timedelta(days=6 * 366)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    desk: Desk, field: str, changes: dict[str, object]
) -> None:
    with pytest.raises(FieldError) as refused:
        plan(desk, note="x", **changes)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("field", "draft"),
    [
        ("outcome", OutcomeDraft("maybe")),
        ("score", OutcomeDraft("answered", score=0)),
        ("score", OutcomeDraft("answered", score=6)),
        ("score", OutcomeDraft("no_answer", score=3)),
        ("score_note", OutcomeDraft("answered", score_note="Slow.")),
        ("next_due_at", OutcomeDraft("answered", next_kind="survey")),
        ("next_kind", OutcomeDraft("answered", next_kind="dance", next_due_at=TOMORROW)),
        ("next_kind", OutcomeDraft("dropped", next_kind="survey", next_due_at=TOMORROW)),
    ],
)
def test_an_outcome_that_cannot_be_changes_nothing(
    desk: Desk, field: str, draft: OutcomeDraft
) -> None:
    follow_up_id = plan(desk, note="x")
    before = everything(desk)
    with pytest.raises(FieldError) as refused:
        desk.write("Logged", lambda session: log_outcome(session, follow_up_id, draft))
    assert refused.value.field == field
    assert everything(desk) == before


@pytest.mark.parametrize("score", [1, 5])
def test_outcome_score_and_the_next_one_are_one_change(desk: Desk, score: int) -> None:
    case_id = make_return(desk, make_order(desk))
    follow_up_id = plan(desk, case_id=case_id, owner_id=1)
    before = everything(desk)
    draft = OutcomeDraft(
        "answered",
        note="Likes it.",
        channel="wechat",
        score=score,
        score_note="Quick.",
        next_kind="ask_review",
        next_due_at=TOMORROW,
    )
    done = desk.write("Logged", lambda session: log_outcome(session, follow_up_id, draft))
    assert done.value is not None
    ended, following = record(desk, follow_up_id), record(desk, done.value)
    assert (ended.score, ended.score_note, ended.done_by) == (score, "Quick.", "小李")
    assert (following.previous_id, following.owner_id) == (ended.id, 1)
    assert (following.kind, following.channel) == ("ask_review", "wechat")
    assert following.case_id == case_id
    said, told = timeline(desk, case_id)[:2]
    assert said == f"Content: {score} of 5: Quick."
    assert told.startswith("Call back: Answered; next ")
    assert told.endswith(". Likes it.")
    assert done.change_id is not None
    desk.undo(done.change_id)
    assert everything(desk) == before


def test_what_is_done_stays_done(desk: Desk) -> None:
    follow_up_id = plan(desk, note="x")
    desk.write("Logged", lambda s: log_outcome(s, follow_up_id, OutcomeDraft("no_answer")))
    for again in (
        lambda s: log_outcome(s, follow_up_id, OutcomeDraft("answered")),
        lambda s: snooze(s, follow_up_id, TOMORROW),
        lambda s: change_follow_up(s, follow_up_id, FollowUpDraft("survey", TOMORROW, note="x")),
    ):
        with pytest.raises(DomainError, match="done already, by 小李"):
            desk.write("Again", again)


def test_a_snooze_moves_the_reminder_and_a_new_time_ends_it(desk: Desk) -> None:
    follow_up_id = plan(desk, note="x")
    later = TOMORROW + timedelta(hours=3)
    desk.write("Snoozed", lambda s: snooze(s, follow_up_id, later, 1))
    assert record(desk, follow_up_id).due_at == TOMORROW
    with pytest.raises(StaleError):
        desk.write("Snoozed", lambda s: snooze(s, follow_up_id, later, 1))
    with pytest.raises(FieldError, match="has passed"):
        desk.write("Snoozed", lambda s: snooze(s, follow_up_id, PASSED))
    draft = FollowUpDraft("survey", later, note="y")
    desk.write("Changed", lambda s: change_follow_up(s, follow_up_id, draft))
    found = record(desk, follow_up_id)
    assert (found.kind, found.note, found.snoozed_until) == ("survey", "y", None)
