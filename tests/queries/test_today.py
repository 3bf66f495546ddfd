"""Today after any write: what a plain recount gives, along indexes that hold only open work."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shopdesk.queries import today, today_tiles
from shopdesk.queries.today import DayAsked, find_these, shop_zone
from shopdesk.queries.today_tiles import count_day
from shopdesk.rules.owners import EVERYONE, NOBODY
from shopdesk.rules.today.due import day_end
from shopdesk.sample import build_sample
from shopdesk.storage.reader import Reader
from tests.conftest import NOW
from tests.queries.recounting import assert_as_recounted

Row = dict[str, Any]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A shop of 400 cases."""
    path: Path = tmp_path_factory.mktemp("today") / "shop.db"
    build_sample(path, now=NOW, cases=400)
    reading = Reader(path)
    yield reading
    reading.close()


@pytest.mark.parametrize("days", [-3, 0, 2, 40])
@pytest.mark.parametrize("owner", [EVERYONE, NOBODY, 1, 2])
def test_list_and_tiles_are_those_of_a_plain_recount(reader: Reader, days: int, owner: int) -> None:
    asked = DayAsked(NOW + timedelta(days=days), shop_zone(reader), owner)
    assert_as_recounted(reader, asked)


def test_some_cases_stand_by_deadline_and_are_the_owners(reader: Reader) -> None:
    ids = [row[0] for row in reader.rows("SELECT id FROM cases ORDER BY id DESC LIMIT 60")]
    whose: dict[int, int | None] = dict(reader.rows("SELECT id, owner_id FROM cases"))
    for owner in (EVERYONE, NOBODY, 1):
        found = find_these(reader, DayAsked(NOW, shop_zone(reader), owner), ids)
        wanted = {i for i in ids if owner == EVERYONE or (whose[i] or NOBODY) == owner}
        assert {row_id for _due, _kind, row_id in found} == wanted
        dues = [due for due, _kind, _id in found]
        still_due = [due for due in dues if due]
        assert dues == sorted(still_due) + [0] * (len(dues) - len(still_due))


def test_a_shops_day_holds_only_its_own(reader: Reader) -> None:
    zone = shop_zone(reader)
    by_shop = [
        count_day(reader, DayAsked(NOW, zone, shop_id=shop)).tasks
        for (shop,) in reader.rows("SELECT id FROM shop")
    ]
    assert len(by_shop) > 1
    assert sum(by_shop) == count_day(reader, DayAsked(NOW, zone)).tasks


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
