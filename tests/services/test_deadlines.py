"""The platform's own deadline: with the return, or set on a running step."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.complaint_drafts import EscalationDraft
from shopdesk.services.deadlines import set_platform_deadline
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.steps import take_step
from tests.complaining import complain, record, step
from tests.making import make_order, make_return

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=5)


def detail(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found


def set_due(desk: Desk, case_id: int, due_at: datetime = SOON, version: int = 0) -> int | None:
    seen = version or detail(desk, case_id).version
    return desk.write(
        "Deadline", lambda session: set_platform_deadline(session, case_id, due_at, seen)
    ).change_id


def test_a_deadline_that_came_with_the_return_wins(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), platform_due_at=SOON)
    found = detail(desk, case_id)
    assert (found.due_at, found.due_clock, found.due_source) == (SOON, "decide", "platform")


def test_a_deadline_set_later_wins_for_the_step_that_runs(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    before = detail(desk, case_id)
    change = set_due(desk, case_id)
    found = detail(desk, case_id)
    assert (found.due_at, found.due_source) == (SOON, "platform")
    assert found.timeline[0].event == "platform_deadline"
    assert change is not None
    desk.undo(change)
    assert detail(desk, case_id).due_at == before.due_at
    set_due(desk, case_id)
    desk.write("Agreed", lambda session: take_step(session, case_id, "agree"))
    after = detail(desk, case_id)
    assert (after.due_clock, after.due_source) == ("send", "policy")


def test_a_moment_that_passed_is_a_slip_of_the_finger(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    with pytest.raises(FieldError) as refused:
        set_due(desk, case_id, datetime.now(UTC) - timedelta(minutes=1))
    assert refused.value.field == "due_at"


def test_a_moment_too_far_away_is_one_too(desk: Desk) -> None:
    case_id, far = make_return(desk, make_order(desk)), datetime(9999, 12, 30, tzinfo=UTC)
    with pytest.raises(FieldError) as refused:
        set_due(desk, case_id, far)
    assert refused.value.field == "due_at"
    with pytest.raises(FieldError) as refused:
        make_return(desk, 1, platform_due_at=far)
    assert refused.value.field == "platform_due_at"


def test_a_case_that_waits_for_nothing_has_no_deadline(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    reason = ReasonDraft("too late")
    desk.write("Cancelled", lambda session: take_step(session, case_id, "cancel", reason))
    with pytest.raises(DomainError, match="waits for nothing"):
        set_due(desk, case_id)


def test_two_people_do_not_set_it_over_each_other(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seen = detail(desk, case_id).version
    set_due(desk, case_id, version=seen)
    with pytest.raises(StaleError):
        set_due(desk, case_id, SOON + timedelta(hours=1), version=seen)


def test_a_platforms_verdict_is_awaited_beside_it(desk: Desk) -> None:
    case_id = complain(desk)
    verdict = SOON + timedelta(days=3)
    step(desk, case_id, "escalate", EscalationDraft(due_at=verdict))
    set_due(desk, case_id, version=record(desk, case_id).case.version)
    found = record(desk, case_id).case
    assert (found.due_at, found.due_clock) == (SOON, "reply")
    with desk.reading() as reader:
        rows = reader.rows(
            "SELECT due_at FROM clock WHERE case_id = ? AND code = 'platform'", (case_id,)
        )
    assert [due_at for (due_at,) in rows] == [int(verdict.timestamp())]
