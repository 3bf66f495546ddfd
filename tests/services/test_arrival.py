"""Once the buyer says when it came, the return is judged by that day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import FieldError
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.services.arrival import set_arrival
from tests.making import make_order, make_return


@pytest.fixture
def order_id(desk: Desk) -> int:
    """An order of which nobody knows when it arrived."""
    return make_order(desk, delivered_days_ago=None)


def detail(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found


def codes(desk: Desk, case_id: int) -> list[str]:
    return [point["code"] for point in detail(desk, case_id).advice["points"]]


def yesterday() -> date:
    return (datetime.now(UTC) - timedelta(days=1)).date()


def test_the_day_decides_and_can_be_taken_back(desk: Desk, order_id: int) -> None:
    case_id = make_return(desk, order_id)
    assert codes(desk, case_id)[0] == "unknown_delivery"
    change = desk.write("Arrived", lambda s: set_arrival(s, order_id, yesterday())).change_id
    assert codes(desk, case_id)[0] == "in_window"
    assert detail(desk, case_id).timeline[0].event == "arrival"
    assert change is not None
    desk.undo(change)
    assert codes(desk, case_id)[0] == "unknown_delivery"


def test_a_decided_return_keeps_the_advice_it_had(desk: Desk, order_id: int) -> None:
    case_id = make_return(desk, order_id, agree=True)
    assert detail(desk, case_id).timeline[0].event == "agree_asked"
    desk.write("Arrived", lambda s: set_arrival(s, order_id, yesterday()))
    assert codes(desk, case_id)[0] == "unknown_delivery"


@pytest.mark.parametrize("days", [-3650, 3])
def test_a_day_that_cannot_be_is_refused(desk: Desk, order_id: int, days: int) -> None:
    day = yesterday() + timedelta(days=days)
    with pytest.raises(FieldError) as refused:
        desk.write("Arrived", lambda s: set_arrival(s, order_id, day))
    assert refused.value.field == "day"
