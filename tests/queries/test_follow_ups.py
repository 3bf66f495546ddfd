"""The chips of the follow-ups agree with a plain look at every row."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import FollowUp
from shopdesk.queries.day_sheet import SheetAsked, load_day_sheet
from shopdesk.queries.follow_targets import find_follow_target
from shopdesk.queries.follow_ups import (
    FollowUpRow,
    count_follow_up_chips,
    find_follow_up_ids,
    load_customer_follow_ups,
    load_follow_up_rows,
)
from shopdesk.queries.open_work import count_open_work
from shopdesk.queries.today import DayAsked, find_tasks
from shopdesk.queries.today_tiles import count_day
from shopdesk.rules.follow_times import Days, days_around
from shopdesk.rules.follow_ups import CHIPS
from shopdesk.rules.owners import EVERYONE, NOBODY
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.follow_ups import add_follow_up, log_outcome
from tests.making import make_order, make_return

ZONE = ZoneInfo("Asia/Shanghai")
TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=ZONE)


def plan(desk: Desk, draft: FollowUpDraft) -> int:
    return desk.write("Planned", lambda session: add_follow_up(session, draft)).value


def end(desk: Desk, follow_up_id: int) -> None:
    draft = OutcomeDraft("done")
    desk.write("Done", lambda session: log_outcome(session, follow_up_id, draft))


def put_off(desk: Desk, follow_up_id: int, until: datetime) -> None:
    def write(session: Session) -> None:
        session.get_one(FollowUp, follow_up_id).snoozed_until = until

    desk.write("Put off", write)


def again_at(row: FollowUpRow) -> datetime:
    snoozed = row.snoozed_until
    return max(row.due_at, snoozed) if snoozed and snoozed > TUESDAY else row.due_at


def plainly(row: FollowUpRow, chip: str, days: Days) -> bool:
    """Tell whether a row belongs behind a chip, said as a person would."""
    due_at = again_at(row)
    local = due_at.astimezone(ZONE)
    today = days.now.astimezone(ZONE).date()
    is_open, late = row.done_at is None, due_at < days.now
    sunday = today + timedelta(days=6 - today.weekday())
    return {
        "open": is_open,
        "overdue": is_open and late,
        "today": is_open and not late and local.date() == today,
        "week": is_open and not late and today < local.date() <= sunday,
        "later": is_open and not late and local.date() > sunday,
        "done": not is_open,
        "all": True,
    }[chip]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.integers(-200, 400),
            st.booleans(),
            st.sampled_from([None, 1]),
            st.sampled_from([None, None, -5, 3, 100]),
        )
    ),
    st.sampled_from([EVERYONE, NOBODY, 1]),
)
def test_each_chip_holds_what_a_plain_look_finds(
    desk: Desk, made: list[tuple[int, bool, int | None, int | None]], owner: int
) -> None:
    for hours, done, owner_id, snoozed in made:
        due_at = TUESDAY + timedelta(hours=hours)
        draft = FollowUpDraft("call_back", due_at, note="x", owner_id=owner_id)
        made_id = plan(desk, draft)
        if snoozed is not None:
            put_off(desk, made_id, TUESDAY + timedelta(hours=snoozed))
        if done:
            end(desk, made_id)
    days = days_around(TUESDAY, ZONE)
    with desk.reading() as reader:
        everything = [row[0] for row in reader.rows("SELECT id FROM follow_up")]
        rows = load_follow_up_rows(reader, everything)
        counts = count_follow_up_chips(reader, days, owner)
        found = {
            chip.code: list(find_follow_up_ids(reader, chip.code, days, owner=owner))
            for chip in CHIPS
        }
    mine = [row for row in rows if owner in (EVERYONE, row.owner_id or NOBODY)]
    for chip in CHIPS:
        assert sorted(found[chip.code]) == [r.id for r in mine if plainly(r, chip.code, days)]
        if chip.counted:
            assert counts[chip.code] == len(found[chip.code])
    by_id = {row.id: row for row in rows}
    dues = [again_at(by_id[i]) for i in found["open"]]
    assert dues == sorted(dues)


def test_a_snoozed_one_leaves_the_day_until_it_wakes(desk: Desk) -> None:
    late = plan(desk, FollowUpDraft("call_back", TUESDAY - timedelta(days=2), note="x"))
    until = TUESDAY + timedelta(hours=1)
    put_off(desk, late, until)
    with desk.reading() as reader:
        for now, seen in ((TUESDAY, 0), (until, 1)):
            asked = DayAsked(now, ZONE)
            figures, rail = count_day(reader, asked), count_open_work(reader, now)
            assert len(list(find_tasks(reader, asked))) == seen
            assert (figures.tasks, figures.counts["late"], figures.overdue_follow_ups) == (
                seen,
            ) * 3
            assert (rail["follow_ups"].count, rail["today"].late) == (seen, bool(seen))


def test_a_late_one_stands_once_on_the_day_sheet(desk: Desk) -> None:
    late, tonight = (
        plan(desk, FollowUpDraft("call_back", TUESDAY + timedelta(hours=hours), note="x"))
        for hours in (-5, 5)
    )
    with desk.reading() as reader:
        sheet = load_day_sheet(reader, SheetAsked(TUESDAY))
    assert [task.id for task in sheet.late] == [late]
    assert [task.id for task in sheet.follow_ups] == [tonight]


def test_a_text_means_a_case_an_orders_buyer_or_the_one_who_has_it(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    make_order(desk, "3398120572", phone="139 0000 1111")
    with desk.reading() as reader:
        number = reader.value("SELECT number FROM cases WHERE id = ?", (case_id,))
        by_number = find_follow_target(reader, f" {number.lower()} ")
        by_order = find_follow_target(reader, "3398120572")
        by_phone = find_follow_target(reader, "139 0000 1111")
        assert find_follow_target(reader, "林小雨") is None  # two have this name
        assert find_follow_target(reader, "") is None
    assert by_number is not None
    assert (by_number.case_id, by_number.customer_id) == (case_id, 1)
    assert by_order is not None
    assert by_phone is not None
    assert by_order.customer_id == by_phone.customer_id == 2


def test_a_buyer_shows_those_of_all_cases_the_open_ones_first(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    drafts = (
        FollowUpDraft("survey", TUESDAY, case_id=case_id),
        FollowUpDraft("call_back", TUESDAY - timedelta(days=1), customer_id=1),
    )
    first, second = (plan(desk, draft) for draft in drafts)
    with desk.reading() as reader:
        assert [row.id for row in load_customer_follow_ups(reader, 1)] == [second, first]
    end(desk, second)
    with desk.reading() as reader:
        assert [row.id for row in load_customer_follow_ups(reader, 1)] == [first, second]
