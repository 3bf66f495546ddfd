"""A rule makes one follow-up of a case, whatever is repeated, undone, reopened or run twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.rules.follow_rules import PRESETS
from shopdesk.rules.states import STEPS, steps_from
from shopdesk.services.case_drafts import FollowRuleDraft, OutcomeDraft
from shopdesk.services.drafts import SettlementDraft
from shopdesk.services.follow_rule_list import (
    add_follow_rule,
    change_follow_rule,
    remove_follow_rule,
    seed_follow_rules,
)
from shopdesk.services.follow_rules import run_deadlines
from shopdesk.services.follow_ups import log_outcome
from shopdesk.services.reminders import claim_reminders
from shopdesk.services.steps import take_step
from tests.complaining import act_on, chosen, complain_of_order
from tests.complaining import step as complaint_step
from tests.making import make_order, make_return
from tests.services.reshipping import brought, of_order
from tests.services.snapshots import everything
from tests.services.test_states_walk import record, take
from tests.settling import agreed

NUMBERS = count()
WAIT = timedelta(days=60)
"""Longer than any clock of a return runs."""


def by_rules(desk: Desk) -> list[tuple[str, int, str]]:
    """Return the follow-ups that rules made: rule, case, key."""
    with desk.reading() as reader:
        return reader.rows(
            "SELECT rule, case_id, source_key FROM follow_up WHERE rule <> '' ORDER BY id"
        )


def later(desk: Desk, work: Callable[[Session], object], wait: timedelta = WAIT) -> int | None:
    """Write something as if time had passed; returns the change."""
    at = datetime.now(UTC) + wait
    with desk.database.write("Later", by="小李", at=at) as unit:
        work(unit.session)
    return unit.change_id


def own_rule(desk: Desk, **changes: object) -> int:
    fields = {"event": "deadline", "clock": "decide", "kind": "call_back", **changes}
    draft = FollowRuleDraft(**fields)  # type: ignore[arg-type]
    return desk.write("Added", lambda session: add_follow_rule(session, draft)).value


def to_settle(desk: Desk) -> int:
    """Return a return whose buyer keeps the goods and waits for the money."""
    return agreed(desk, remedy="refund_only")


def settle(session: Session, case_id: int, goods_minor: int = 100) -> None:
    take_step(session, case_id, "settle_kept", SettlementDraft(goods_minor))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_each_rule_makes_one_of_each_case(desk: Desk, data: st.DataObject) -> None:
    for clock in ("send", "refund", "tell"):
        own_rule(desk, clock=clock)
    case_id = make_return(desk, make_order(desk, f"N-{next(NUMBERS)}"))
    changes: list[int] = []
    for _turn in range(data.draw(st.integers(3, 12))):
        match data.draw(st.sampled_from(["step", "step", "step", "undo", "time", "answer"])):
            case "step":
                step = data.draw(st.sampled_from(steps_from(record(desk, case_id).standing)))
                changes.append(take(desk, case_id, step))
            case "undo":
                undo_or_be_told_why(desk, changes.pop() if changes else None)
            case "time":
                later(desk, run_deadlines)
                later(desk, claim_reminders)
            case "answer":
                answer_first(desk)
        keys = [key for _rule, _case, key in by_rules(desk)]
        assert len(keys) == len(set(keys))
    later(desk, run_deadlines)
    made = by_rules(desk)
    assert later(desk, run_deadlines) is None
    assert by_rules(desk) == made
    assert len({row[:2] for row in made}) == len(made)


def undo_or_be_told_why(desk: Desk, change_id: int | None) -> None:
    if change_id is None:
        return
    before = everything(desk)
    try:
        again = desk.undo(change_id).change_id
    except DomainError:  # it was answered or made to wait since; nothing may have changed
        assert everything(desk) == before
        return
    assert again
    desk.undo(desk.undo(again).change_id or 0)


def answer_first(desk: Desk) -> None:
    with desk.reading() as reader:
        found = reader.value("SELECT min(id) FROM follow_up WHERE done_at IS NULL")
    if found is not None:
        draft = OutcomeDraft("no_answer")
        desk.write("Logged", lambda session: log_outcome(session, found, draft))


def test_a_step_and_what_it_makes_are_taken_back_together(desk: Desk) -> None:
    case_id = to_settle(desk)
    before = everything(desk)
    change_id = desk.write("Settled", lambda session: settle(session, case_id)).change_id
    assert [row[0] for row in by_rules(desk)] == ["refund_arrived"]
    later(desk, claim_reminders)  # that somebody was reminded of it keeps nothing
    desk.undo(change_id or 0)
    assert everything(desk) == before


def test_what_settles_again_waits_longer_and_stays_one(desk: Desk) -> None:
    case_id = to_settle(desk)
    desk.write("Settled", lambda session: settle(session, case_id))
    first = due(desk)
    take(desk, case_id, STEPS["reopen_settled_kept"])
    later(desk, lambda session: settle(session, case_id))
    assert len(by_rules(desk)) == 1
    assert due(desk) > first


def due(desk: Desk) -> int:
    with desk.reading() as reader:
        return int(reader.value("SELECT max(due_at) FROM follow_up"))


def test_a_delivered_reshipment_is_asked_about_once(desk: Desk) -> None:
    case_id = of_order(desk, reason="lost")
    brought(desk, case_id, "pack", "send", "move", "deliver", "mark_damaged")
    assert by_rules(desk) == [
        ("replacement_arrived", case_id, f"replacement_arrived:{case_id}"),
    ]


def test_a_closed_complaint_is_surveyed(desk: Desk) -> None:
    case_id = complain_of_order(desk)
    chosen(desk, case_id)
    complaint_step(desk, case_id, "act", act_on(desk, case_id))
    assert "complaint_survey" not in [row[0] for row in by_rules(desk)]
    complaint_step(desk, case_id, "close")
    assert "complaint_survey" in [row[0] for row in by_rules(desk)]


def test_no_refund_no_question_about_it(desk: Desk) -> None:
    case_id = to_settle(desk)
    desk.write("Settled for nothing", lambda session: settle(session, case_id, 0))
    assert by_rules(desk) == []


def test_what_was_overdue_before_a_rule_began_makes_nothing(desk: Desk) -> None:
    make_return(desk, make_order(desk))
    later(desk, lambda session: add_follow_rule(session, _decide_rule()))
    later(desk, run_deadlines, WAIT * 2)
    assert by_rules(desk) == []


def _decide_rule() -> FollowRuleDraft:
    return FollowRuleDraft(event="deadline", clock="decide", kind="call_back")


def test_a_rule_that_is_off_makes_nothing_and_begins_anew(desk: Desk) -> None:
    rule_id = own_rule(desk, active=False)
    make_return(desk, make_order(desk))
    later(desk, run_deadlines)
    assert by_rules(desk) == []
    later(desk, lambda session: change_follow_rule(session, rule_id, _decide_rule()))
    later(desk, run_deadlines, WAIT * 2)
    assert by_rules(desk) == []


def test_days_after_a_deadline_are_waited_for(desk: Desk) -> None:
    own_rule(desk, days=90)
    make_return(desk, make_order(desk))
    later(desk, run_deadlines)
    assert by_rules(desk) == []
    later(desk, run_deadlines, WAIT * 2)
    assert len(by_rules(desk)) == 1


def test_presets_are_there_once_and_only_switched_off(desk: Desk) -> None:
    desk.write("Again", seed_follow_rules)
    with desk.reading() as reader:
        codes = [row[0] for row in reader.rows("SELECT code FROM follow_rule ORDER BY id")]
    assert codes == list(PRESETS)
    with pytest.raises(DomainError, match="Switch it off"):
        desk.write("Removed", lambda session: remove_follow_rule(session, 1))
    own = own_rule(desk)
    desk.write("Removed", lambda session: remove_follow_rule(session, own))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("event", {"event": "full_moon"}),
        ("case_kind", {"event": "delivered", "case_kind": "return"}),
        ("clock", {"clock": ""}),
        ("days", {"days": -1}),
        ("kind", {"kind": ""}),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    desk: Desk, field: str, changes: dict[str, object]
) -> None:
    with pytest.raises(FieldError) as refused:
        own_rule(desk, **changes)
    assert refused.value.field == field
