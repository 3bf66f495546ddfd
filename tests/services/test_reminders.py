"""Nobody is reminded twice of the same thing, whoever asks and however often."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.desk import Desk
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.follow_ups import add_follow_up, change_follow_up, log_outcome, snooze
from shopdesk.services.reminders import claim_reminders
from shopdesk.services.shops import add_person

NOW = datetime.now(UTC).replace(microsecond=0)
HOUR = timedelta(hours=1)


def claim(desk: Desk, at: datetime, by: str = "小李") -> list[int]:
    with desk.database.write("Reminded", by=by, at=at) as unit:
        return claim_reminders(unit.session)


def plan(desk: Desk, due_at: datetime = NOW, owner_id: int | None = None) -> int:
    draft = FollowUpDraft("call_back", due_at, note="x", owner_id=owner_id)
    return desk.write("Planned", lambda session: add_follow_up(session, draft)).value


def test_what_falls_due_is_told_once(desk: Desk) -> None:
    early, late = plan(desk), plan(desk, NOW + HOUR)
    assert claim(desk, NOW - HOUR) == []
    assert claim(desk, NOW) == [early]
    assert claim(desk, NOW) == []
    assert claim(desk, NOW + 2 * HOUR) == [late]


def test_a_snooze_tells_once_more_and_undoing_it_tells_nothing(desk: Desk) -> None:
    made = plan(desk)
    assert claim(desk, NOW) == [made]
    until = NOW + 2 * HOUR
    put_off = desk.write("Snoozed", lambda session: snooze(session, made, until))
    assert claim(desk, NOW + HOUR) == []
    assert put_off.change_id is not None
    again = desk.undo(put_off.change_id).change_id
    assert claim(desk, NOW + HOUR) == []
    assert again is not None
    desk.undo(again)
    assert claim(desk, until) == [made]
    assert claim(desk, until + HOUR) == []


def test_a_later_time_is_told_anew(desk: Desk) -> None:
    made = plan(desk)
    assert claim(desk, NOW) == [made]
    draft = FollowUpDraft("call_back", NOW + HOUR, note="x")
    desk.write("Changed", lambda session: change_follow_up(session, made, draft))
    assert claim(desk, NOW + HOUR) == [made]


def test_what_is_done_or_another_persons_is_not_told(desk: Desk) -> None:
    desk.write("Added", lambda session: add_person(session, "小王"))
    done, theirs, mine, nobodys = plan(desk), plan(desk, NOW, 2), plan(desk, NOW, 1), plan(desk)
    desk.write("Done", lambda session: log_outcome(session, done, OutcomeDraft("done")))
    assert claim(desk, NOW) == [mine, nobodys]
    assert claim(desk, NOW, by="小王") == [theirs]


@pytest.mark.parametrize("many", [3])
def test_a_form_that_is_open_meanwhile_can_still_be_saved(desk: Desk, many: int) -> None:
    made = [plan(desk) for _n in range(many)]
    assert claim(desk, NOW) == made
    desk.write("Done", lambda session: log_outcome(session, made[0], OutcomeDraft("done"), 1))
