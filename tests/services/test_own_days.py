"""A shop's own days: added, refused, removed, taken back."""

from datetime import date

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.queries.policies import OwnDayRow, load_own_days, load_work_calendar
from shopdesk.services.drafts import OwnDayDraft
from shopdesk.services.holidays import add_own_day, remove_own_day

STOCKTAKING = OwnDayDraft(day=date(2026, 12, 31), rests=True, name="盘点")


def own_days(desk: Desk) -> list[OwnDayRow]:
    with desk.reading() as reader:
        return load_own_days(reader, 1)


def add(desk: Desk, draft: OwnDayDraft) -> int | None:
    return desk.write("Own day", lambda session: add_own_day(session, 1, draft)).change_id


def test_a_shop_rests_and_works_as_it_likes(desk: Desk) -> None:
    add(desk, STOCKTAKING)
    add(desk, OwnDayDraft(day=date(2026, 11, 28), rests=False))
    assert [(row.day, row.rests, row.name) for row in own_days(desk)] == [
        (date(2026, 11, 28), False, ""),
        (date(2026, 12, 31), True, "盘点"),
    ]
    with desk.reading() as reader:
        calendar = load_work_calendar(reader, 1, "CN", 2026)
    assert calendar.works(date(2026, 11, 28))
    assert not calendar.works(date(2026, 12, 31))


def test_one_day_is_one_or_the_other(desk: Desk) -> None:
    add(desk, STOCKTAKING)
    for draft in (STOCKTAKING, OwnDayDraft(day=STOCKTAKING.day, rests=False)):
        with pytest.raises(FieldError, match="in the list already"):
            add(desk, draft)


@pytest.mark.parametrize("day", [date(206, 1, 1), date(2206, 1, 1)])
def test_a_year_mistyped_is_refused(desk: Desk, day: date) -> None:
    with pytest.raises(FieldError) as refused:
        add(desk, OwnDayDraft(day=day))
    assert refused.value.field == "day"


def test_adding_and_removing_are_taken_back(desk: Desk) -> None:
    added = add(desk, STOCKTAKING)
    row = own_days(desk)[0]
    removed = desk.write("Gone", lambda session: remove_own_day(session, row.id, row.version))
    assert own_days(desk) == []
    assert removed.change_id is not None
    desk.undo(removed.change_id)
    assert own_days(desk) == [row]
    assert added is not None
    desk.undo(added)
    assert own_days(desk) == []


def test_a_day_that_somebody_removed_is_gone(desk: Desk) -> None:
    add(desk, STOCKTAKING)
    row = own_days(desk)[0]
    desk.write("Gone", lambda session: remove_own_day(session, row.id, row.version))
    with pytest.raises(DomainError):
        desk.write("Gone", lambda session: remove_own_day(session, row.id, row.version))
