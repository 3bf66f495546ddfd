"""Tracking events: each once whatever order they come in, and what follows from the latest."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import FieldError
from shopdesk.models import Parcel
from shopdesk.rules.tracking import ReadEvent, status_of
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.drafts import DispatchDraft, GoodsOutDraft, GoodsOutLine
from shopdesk.services.reshipments import log_reshipment, take_reshipment_step
from shopdesk.services.tracking import add_events, remove_event
from shopdesk.services.transit import save_transit_times, set_week
from tests.making import make_order
from tests.services.snapshots import everything

NOW = datetime.now(UTC).replace(microsecond=0)
SENT = NOW - timedelta(days=3)


def event(hours_ago: float, text: str) -> ReadEvent:
    return ReadEvent(NOW - timedelta(hours=hours_ago), "", text, status_of(text))


PICKED, MOVED = event(60, "已揽收"), event(40, "离开杭州，发往北京")
NEAR, DELIVERED = event(20, "正在派件"), event(2, "已签收")
REFUSED = event(1, "客户拒收")


def sent(desk: Desk, courier: str = "zto", address: str = "北京市朝阳区") -> tuple[int, int]:
    """Send one reshipment; returns its id and that of its parcel."""
    goods = GoodsOutDraft(
        (GoodsOutLine("云柔针织开衫", 1, price_minor=15900),), "林小雨", address=address
    )

    def work(session: Any) -> tuple[int, int]:
        case_id = log_reshipment(session, ReshipmentDraft(1, "missing_item", goods))
        take_reshipment_step(session, case_id, "send", DispatchDraft(courier, "75312345678901"))
        parcel = session.query(Parcel).filter_by(case_id=case_id).one()
        parcel.sent_at = SENT
        return case_id, parcel.id

    return desk.write("Sent", work).value


def add(desk: Desk, parcel_id: int, *events: ReadEvent, source: str = "pasted") -> int:
    return desk.write("Tracked", lambda s: add_events(s, parcel_id, events, source)).value


def one(desk: Desk, sql: str, *params: object) -> Any:
    with desk.reading() as reader:
        return reader.row(sql, params)


def state(desk: Desk, case_id: int) -> Any:
    return one(desk, "SELECT state, due_clock FROM cases WHERE id = ?", case_id)


def test_a_movement_sets_it_on_its_way_and_the_clock_runs_from_it(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    assert add(desk, parcel_id, MOVED, PICKED) == 2
    assert state(desk, case_id) == ("on_its_way", "move")
    moved_at, status = one(desk, "SELECT moved_at, status FROM parcel WHERE id = ?", parcel_id)
    assert (moved_at, status) == (MOVED.at.timestamp(), "moving")
    due = datetime.fromtimestamp(
        one(desk, "SELECT due_at FROM cases WHERE id = ?", case_id)[0], UTC
    )
    assert timedelta(days=5) < due - MOVED.at < timedelta(days=7)


def test_an_announcement_is_no_movement(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    add(desk, parcel_id, event(70, "等待揽收"))
    assert state(desk, case_id)[0] == "sent"


def test_a_delivery_delivers(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    add(desk, parcel_id, PICKED, MOVED, NEAR, DELIVERED)
    assert state(desk, case_id) == ("delivered", "")
    asked = """SELECT parcel.delivered_at, reshipment.delivered_at, parcel.moved_at
        FROM parcel JOIN reshipment ON reshipment.id = parcel.case_id WHERE parcel.id = ?"""
    assert set(one(desk, asked, parcel_id)) == {int(DELIVERED.at.timestamp())}


def test_a_refusal_is_only_proposed(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    add(desk, parcel_id, MOVED, REFUSED)
    assert state(desk, case_id)[0] == "on_its_way"
    assert one(desk, "SELECT status FROM parcel WHERE id = ?", parcel_id) == ("refused",)


def test_all_of_it_is_taken_back_at_once(desk: Desk) -> None:
    _case_id, parcel_id = sent(desk)
    before = everything(desk)
    written = desk.write(
        "Tracked", lambda s: add_events(s, parcel_id, (MOVED, DELIVERED), "pasted")
    )
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert everything(desk) == before


def test_what_came_too_late_missed_its_clock(desk: Desk) -> None:
    case_id, parcel_id = sent(desk, address="浙江省宁波市")
    add(desk, parcel_id, event(24 * 9, "已揽收"), source="typed")

    def long_ago(session: Any) -> None:
        session.get(Parcel, parcel_id).sent_at = NOW - timedelta(days=10)

    desk.write("Sent before", long_ago)
    desk.write("Figures", lambda s: save_transit_times(s, {("", "province"): 2}))
    due = one(desk, "SELECT due_at FROM cases WHERE id = ?", case_id)[0]
    assert due < NOW.timestamp()
    add(desk, parcel_id, NEAR)
    ended = "SELECT outcome FROM clock WHERE case_id = ? AND code = 'move' AND ended_at NOT NULL"
    assert one(desk, f"{ended} ORDER BY id DESC", case_id) == ("missed",)
    assert one(desk, "SELECT due_at FROM cases WHERE id = ?", case_id)[0] > NOW.timestamp()


def test_the_shops_figures_and_weeks_move_the_clock_at_once(desk: Desk) -> None:
    case_id, parcel_id = sent(desk)
    add(desk, parcel_id, MOVED)
    asked = "SELECT due_at FROM cases WHERE id = ?"
    usual = one(desk, asked, case_id)[0]
    desk.write("Figures", lambda s: save_transit_times(s, {("zto", "country"): 8}))
    assert one(desk, asked, case_id)[0] - usual == 2 * 24 * 3600
    desk.write("Week", lambda s: set_week(s, "zto", "weekdays"))
    assert one(desk, asked, case_id)[0] - usual > 2 * 24 * 3600
    desk.write("Week", lambda s: set_week(s, "zto", "every_day"))
    desk.write("Figures", lambda s: save_transit_times(s, {("zto", "country"): 6}))
    assert one(desk, asked, case_id)[0] == usual
    assert one(desk, "SELECT count(*) FROM transit_time") == (0,)


def test_an_orders_delivery_is_noted_where_it_was_not_known(desk: Desk) -> None:
    order_id = make_order(desk, delivered_days_ago=None)

    def parcel(session: Any) -> int:
        made = Parcel(order_id=order_id, direction="out", waybill="SF1", sent_at=SENT)
        session.add(made)
        session.flush()
        return int(made.id)

    parcel_id = desk.write("Parcel", parcel).value
    add(desk, parcel_id, MOVED, DELIVERED)
    delivered = one(desk, "SELECT delivered_at FROM orders WHERE id = ?", order_id)
    assert delivered == (int(DELIVERED.at.timestamp()),)


def test_a_wrong_event_is_taken_away(desk: Desk) -> None:
    _case_id, parcel_id = sent(desk)
    add(desk, parcel_id, MOVED, NEAR)
    newest = one(desk, "SELECT id FROM tracking_event ORDER BY at DESC")[0]
    desk.write("Removed", lambda s: remove_event(s, newest))
    assert one(desk, "SELECT status FROM parcel WHERE id = ?", parcel_id) == ("moving",)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (ReadEvent(NOW, "", "  ", "moving"), "text"),
        (ReadEvent(NOW, "", "已揽收", "flying"), "status"),
        (ReadEvent(NOW + timedelta(days=3), "", "已揽收", "picked_up"), "at"),
        (ReadEvent(datetime(1, 1, 2, tzinfo=UTC), "", "已揽收", "picked_up"), "at"),
        (ReadEvent(NOW, "", "长" * 501, "moving"), "text"),
        (ReadEvent(NOW, "", "\u200b\u200d", "moving"), "text"),
        (ReadEvent(NOW, "", "half \ud83d", "moving"), "text"),
        (ReadEvent(NOW, "长" * 201, "已揽收", "moving"), "place"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, wrong: ReadEvent, field: str) -> None:
    _case_id, parcel_id = sent(desk)
    with pytest.raises(FieldError) as caught:
        add(desk, parcel_id, wrong)
    assert caught.value.field == field


def test_thousands_of_events_of_one_parcel_go_in(desk: Desk) -> None:
    _case_id, parcel_id = sent(desk)
    hours = [ReadEvent(NOW - timedelta(minutes=n), "", "运输中", "moving") for n in range(3_000)]
    assert add(desk, parcel_id, *hours) == 3_000
    assert add(desk, parcel_id, *hours) == 0


TOLD = [
    *(PICKED, MOVED, NEAR, DELIVERED),
    ReadEvent(MOVED.at.replace(second=0), "杭州", MOVED.text, MOVED.status),
    ReadEvent(MOVED.at + timedelta(minutes=5), "", MOVED.text, MOVED.status),
]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(TOLD), st.integers(0, len(TOLD)))
def test_events_are_kept_once_whatever_order_they_come_in(
    desk: Desk, told: list[ReadEvent], half: int
) -> None:
    case_id, parcel_id = sent(desk)
    for part in (told[:half], told[half:], told):
        add(desk, parcel_id, *part)
    with desk.reading() as reader:
        kept = reader.rows(
            "SELECT at, text FROM tracking_event WHERE parcel_id = ? ORDER BY at", (parcel_id,)
        )
    expected = {(int(each.at.timestamp()), each.text) for each in TOLD}
    if MOVED.at.second:
        expected.discard((int(MOVED.at.replace(second=0).timestamp()), MOVED.text))
    assert kept == sorted(expected)
    assert state(desk, case_id)[0] == "delivered"
    assert one(desk, "SELECT status FROM parcel WHERE id = ?", parcel_id) == ("delivered",)
