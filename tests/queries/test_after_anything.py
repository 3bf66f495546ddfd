"""After hundreds of random steps of all kinds: Today, the rail and search are a plain recount."""

from datetime import timedelta

import pytest

from shopdesk.desk import Desk
from shopdesk.queries.today import DayAsked, shop_zone
from shopdesk.rules.owners import EVERYONE, NOBODY
from tests.queries.recounting import assert_as_recounted, assert_found_as_recounted, assert_rail
from tests.services.anything import AnyDay

LOOKED_EVERY = 40
TYPED = (
    *("friday", "fr", "leeds hub", "hannah", "ha", "stock 2604", "26", "in", "R-26", "SF000"),
    *("急", "着急", "邻居", "米白", "林小雨", "米白 stock", "3398-o", "tb-88231", "13800007720"),
)


@pytest.mark.parametrize("steps", [250, pytest.param(1_000, marks=pytest.mark.soak)])
def test_today_and_search_are_what_a_look_at_every_row_says(desk: Desk, steps: int) -> None:
    """The soak goes on to a fuller desk: a thousand steps, looked at as often."""
    day = AnyDay(desk, seed=2611)
    taken = 0
    while taken < steps:
        taken += day.do() is not None
        if taken % LOOKED_EVERY == 0:
            day.undo()
            assert_right(day)
    assert {kind for (kind,) in day.rows("SELECT DISTINCT kind FROM cases")} == {
        "return",
        "reshipment",
        "complaint",
    }


def assert_right(day: AnyDay) -> None:
    now = day.now + timedelta(hours=day.dice.choice((0, 5, 30, 100, 400)))
    owner = day.dice.choice((EVERYONE, NOBODY, 1))
    with day.desk.reading() as reader:
        assert_as_recounted(reader, DayAsked(now, shop_zone(reader), owner))
        assert_rail(reader, now)
        assert_found_as_recounted(reader, TYPED)
