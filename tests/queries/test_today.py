"""Today after any write: what a plain recount gives, along indexes that hold only open work."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.errors import ShopDeskError
from shopdesk.queries import today, today_tiles
from shopdesk.queries.open_work import count_open_work
from shopdesk.queries.today import DayAsked, find_tasks, load_day_list, shop_zone
from shopdesk.queries.today_tiles import count_day
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.owners import EVERYONE, NOBODY
from shopdesk.rules.states import Step
from shopdesk.rules.today.due import day_end
from shopdesk.rules.today.tiles import LATE, OURS, STALLED, TILES
from shopdesk.sample import build_sample
from shopdesk.services.case_drafts import FollowUpDraft, OutcomeDraft
from shopdesk.services.complaints import take_complaint_step
from shopdesk.services.drafts import StepDraft
from shopdesk.services.follow_ups import add_follow_up, log_outcome
from shopdesk.services.people import assign
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.services.steps import take_step
from shopdesk.storage.reader import Reader
from tests.complaining import complain
from tests.conftest import NOW
from tests.making import make_order, make_return
from tests.services.reshipping import TYPED as RESHIPMENT_TYPED
from tests.services.reshipping import of_nothing
from tests.services.test_states_walk import TYPED as RETURN_TYPED

Row = dict[str, Any]
STEPS_TAKEN = 250


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A shop of 400 cases."""
    path: Path = tmp_path_factory.mktemp("today") / "shop.db"
    build_sample(path, now=NOW, cases=400)
    reading = Reader(path)
    yield reading
    reading.close()


def rows_of(reader: Reader, table: str, *names: str) -> list[Row]:
    found = reader.rows(f"SELECT {', '.join(names)} FROM {table}")
    return [dict(zip(names, row, strict=True)) for row in found]


def is_whose(row: Row, owner: int) -> bool:
    return owner == EVERYONE or row["owner_id"] == (None if owner == NOBODY else owner)


def recounted(reader: Reader, asked: DayAsked) -> list[Row]:
    """All tasks by a look at every row, in the order of the list."""
    names = ("id", "kind", "owner_id", "due_at", "due_clock", "closed_at")
    cases = [
        row
        for row in rows_of(reader, "cases", *names)
        if row["closed_at"] is None
        and row["due_at"] is not None
        and (row["due_at"] < asked.now_s or row["due_clock"] in OURS)
    ]
    ups = [
        {**row, "kind": "follow_up", "due_clock": ""}
        for row in rows_of(reader, "follow_up", "id", "owner_id", "due_at", "done_at")
        if row["done_at"] is None
    ]
    found = [row for row in (*cases, *ups) if is_whose(row, asked.owner)]
    return sorted(found, key=lambda row: (row["due_at"], row["kind"], row["id"]))


def behind(tile: str, rows: list[Row], asked: DayAsked) -> list[Row]:
    late = [row for row in rows if row["due_at"] < asked.now_s]
    if tile == LATE:
        return late
    if tile == STALLED:
        return [row for row in late if row["due_clock"] == "move"]
    if tile == "follow_ups":
        return [
            row for row in rows if row["kind"] == "follow_up" and row["due_at"] <= asked.day_end_s
        ]
    return [row for row in rows if row["due_clock"] in TILES[tile].clocks]


def assert_as_recounted(reader: Reader, asked: DayAsked) -> None:
    rows = recounted(reader, asked)
    assert [place[1:] for place in find_tasks(reader, asked)] == [
        (row["kind"], row["id"]) for row in rows
    ]
    figures = count_day(reader, asked)
    assert figures.tasks == len(rows)
    assert figures.today == sum(row["due_at"] <= asked.day_end_s for row in rows)
    for tile in TILES:
        if tile != "slips":
            expected = behind(tile, rows, asked)
            assert figures.counts[tile] == len(expected), tile
            found = [place[1:] for place in find_tasks(reader, asked, tile)]
            assert found == [(row["kind"], row["id"]) for row in expected], tile
    assert len(load_day_list(reader, asked)) == min(len(rows), today.MOST_TASKS)


@pytest.mark.parametrize("days", [-3, 0, 2, 40])
@pytest.mark.parametrize("owner", [EVERYONE, NOBODY, 1, 2])
def test_list_and_tiles_are_those_of_a_plain_recount(reader: Reader, days: int, owner: int) -> None:
    asked = DayAsked(NOW + timedelta(days=days), shop_zone(reader), owner)
    assert_as_recounted(reader, asked)


def test_a_shops_day_holds_only_its_own(reader: Reader) -> None:
    zone = shop_zone(reader)
    by_shop = [
        count_day(reader, DayAsked(NOW, zone, shop_id=shop)).tasks
        for (shop,) in reader.rows("SELECT id FROM shop")
    ]
    assert len(by_shop) > 1
    assert sum(by_shop) == count_day(reader, DayAsked(NOW, zone)).tasks


def test_right_after_random_steps_of_all_kinds(desk: Desk) -> None:
    """Whatever is done, list, tiles and rail are at once what a recount of all rows says."""
    dice = random.Random(2611)  # noqa: S311 - the same walk every time
    make_shop(desk)
    for nth in range(STEPS_TAKEN):
        do_something(desk, dice)
        if nth % 4 == 0:
            now = datetime.now(UTC) + timedelta(hours=dice.choice((0, 5, 30, 100, 400)))
            with desk.reading() as reader:
                owner = dice.choice((EVERYONE, NOBODY, 1))
                asked = DayAsked(now, shop_zone(reader), owner)
                assert_as_recounted(reader, asked)
                assert_rail(reader, now)


def assert_rail(reader: Reader, now: datetime) -> None:
    asked = DayAsked(now, shop_zone(reader))
    rows = recounted(reader, asked)
    rail = count_open_work(reader, now)
    assert rail["today"].count == sum(row["due_at"] <= asked.day_end_s for row in rows)
    assert rail["today"].late == any(row["due_at"] < asked.now_s for row in rows)
    for code, kind in KINDS.items():
        still_open = "SELECT count(*) FROM cases WHERE kind = ? AND closed_at IS NULL"
        assert rail[kind.page].count == reader.value(still_open, (code,))


def make_shop(desk: Desk) -> None:
    order = make_order(desk, "O-of-all", quantity=30)
    for _n in range(5):
        make_return(desk, order)
        of_nothing(desk)
        call_later(desk, complain(desk))


def call_later(desk: Desk, case_id: int) -> None:
    draft = FollowUpDraft("call_back", datetime.now(UTC) + timedelta(hours=3), case_id=case_id)
    desk.write("Follow-up", lambda session: add_follow_up(session, draft))


def do_something(desk: Desk, dice: random.Random) -> None:
    """Take a step with what its form would give, or anything else; or be refused."""
    with desk.reading() as reader:
        cases = reader.rows("SELECT id, kind FROM cases")
        ups = reader.rows("SELECT id, version FROM follow_up WHERE done_at IS NULL")
    case_id, kind = dice.choice(cases)
    deeds: list[Callable[[Session], object]] = list(steps_of(desk, case_id, kind))
    deeds.append(lambda session: assign(session, [case_id], dice.choice((None, 1)), ""))
    if ups:
        up, version = dice.choice(ups)
        outcome = OutcomeDraft("answered", score=4)
        deeds.append(lambda session: log_outcome(session, up, outcome, version))
    try:
        desk.write("Something", dice.choice(deeds))
    except ShopDeskError:
        return


def steps_of(desk: Desk, case_id: int, kind: str) -> Iterator[Callable[[Session], object]]:
    """Yield the steps that the state allows, with what their forms would give."""
    with desk.reading() as reader:
        state = reader.value("SELECT state FROM cases WHERE id = ?", (case_id,))
    steps = [step for step in KINDS[kind].steps.values() if state in step.sources]
    for step in steps:
        if kind == "return":
            typed = partial(RETURN_TYPED[step.asks], desk, case_id)
            yield partial(return_step, case_id, step.code, typed)
        elif kind == "reshipment":
            yield partial(reshipment_step, case_id, step)
        elif step.asks is None:
            yield partial(complaint_step, case_id, step)


def return_step(
    case_id: int, code: str, typed: Callable[[], StepDraft | None], session: Session
) -> None:
    take_step(session, case_id, code, typed())


def reshipment_step(case_id: int, step: Step, session: Session) -> None:
    take_reshipment_step(session, case_id, step.code, RESHIPMENT_TYPED[step.asks]())


def complaint_step(case_id: int, step: Step, session: Session) -> None:
    take_complaint_step(session, case_id, step.code)


def plan(reader: Reader, sql: str, asked: DayAsked, kind: str = "return") -> str:
    values = {**asked.values, "kind": kind}
    return "\n".join(row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", values))


@pytest.mark.parametrize(
    ("owner", "index"),
    [(EVERYONE, "ix_cases_open_due"), (1, "ix_cases_owner_open"), (NOBODY, "ix_cases_owner_open")],
)
@pytest.mark.parametrize("tile", ["", "late", "reply"])
def test_lists_follow_the_indexes_of_open_work(
    reader: Reader, owner: int, index: str, tile: str
) -> None:
    asked = DayAsked(NOW, shop_zone(reader), owner)
    narrowed = today._narrowed(tile)
    sql = today._FIND_CASES.format(
        open_cases=today.OPEN_CASES, narrowed=narrowed, of=asked.of("cases")
    )
    found = plan(reader, sql, asked)
    assert index in found
    assert "SCAN" not in found
    assert "TEMP B-TREE" not in found


def test_no_figure_scans_all_cases(reader: Reader) -> None:
    asked = DayAsked(NOW, shop_zone(reader))
    for name, kind in (
        ("_BY_CLOCK", "return"),
        ("_TO_REFUND", "return"),
        ("_ARRIVED_SINCE", "return"),
        ("_WAITING", "reshipment"),
        ("_STILL_SINCE", "reshipment"),
    ):
        sql = getattr(today_tiles, name).format(of=asked.of("cases"))
        found = plan(reader, sql, asked, kind)
        assert "SCAN" not in found, name
        assert "ix_cases_open_due" in found, name
    ups = plan(reader, today_tiles._FOLLOW_UP_COUNTS.format(of=asked.of("follow_up")), asked)
    assert "ix_follow_up_open" in ups
    waits = today._FIND_FOLLOW_UPS.format(narrowed="1", of=asked.of("follow_up"))
    assert "TEMP B-TREE" not in plan(reader, waits, asked)


def test_the_day_is_that_of_the_shop() -> None:
    """What is due at a quarter to midnight in Shanghai is due today there, at four in London."""
    zone = ZoneInfo("Asia/Shanghai")
    asked = DayAsked(datetime(2026, 11, 22, 2, 0, tzinfo=UTC), zone)
    assert asked.day_end_s == int(datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC).timestamp())
    assert day_end(asked.now, zone).utcoffset() == timedelta(hours=8)
