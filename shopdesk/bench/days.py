"""Today: list and tiles as the page reads them, beside the bare SQL of the same rows."""

from collections.abc import Iterator
from datetime import UTC, datetime

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, timed
from shopdesk.i18n import _
from shopdesk.queries.open_work import count_open_work
from shopdesk.queries.today import (
    IS_TASK,
    MOST_TASKS,
    OPEN_CASES,
    DayAsked,
    load_day_list,
    shop_zone,
)
from shopdesk.queries.today_rows import ROWS
from shopdesk.queries.today_tiles import count_day
from shopdesk.queries.unusual import load_unusual
from shopdesk.queries.values import id_list
from shopdesk.rules.kinds import KINDS

LIST_RATIO = 1.5
TILES_RATIO = 6.0
MOST_UNUSUAL_MS = 250.0

_RAW_IDS = f"""
    SELECT due_at, :kind, id FROM cases
    WHERE {OPEN_CASES} AND {IS_TASK} ORDER BY due_at, id LIMIT {MOST_TASKS}
"""
_RAW_TILES = f"""
    SELECT due_clock, count(*), min(due_at) FROM cases WHERE {OPEN_CASES} GROUP BY due_clock
"""


def day_measures(ground: Ground) -> Iterator[Measure]:
    """Yield what the first page of the day reads, and what follows every write."""
    newest = ground.reader.value("SELECT max(opened_at) FROM cases")
    asked = DayAsked(datetime.fromtimestamp(newest, UTC), shop_zone(ground.reader))
    yield Measure(
        "today_list",
        _("Today: what to do next"),
        timed(lambda: load_day_list(ground.reader, asked)),
        timed(lambda: _raw_list(ground, asked)),
        LIST_RATIO,
    )
    yield Measure(
        "today_tiles",
        _("Today: the tiles"),
        timed(lambda: count_day(ground.reader, asked)),
        timed(lambda: _raw(ground, _RAW_TILES, asked)),
        TILES_RATIO,
    )
    yield Measure(
        "today_rail",
        _("The rail's counts after a write"),
        timed(lambda: count_open_work(ground.reader, asked.now)),
        timed(lambda: _raw(ground, _RAW_TILES, asked)),
        TILES_RATIO,
    )
    yield Measure(
        "today_unusual",
        _("What is unusual this week"),
        timed(lambda: load_unusual(ground.reader, asked.now)),
        most=MOST_UNUSUAL_MS,
    )


def _raw(ground: Ground, sql: str, asked: DayAsked) -> None:
    for kind in KINDS:
        ground.bare.execute(sql, {**asked.values, "kind": kind}).fetchall()


def _raw_list(ground: Ground, asked: DayAsked) -> None:
    """Read the same rows by the driver alone: the first of all kinds, then each kind's."""
    found: list[tuple[int, str, int]] = []
    for kind in KINDS:
        found += ground.bare.execute(_RAW_IDS, {**asked.values, "kind": kind}).fetchall()
    first = sorted(found)[:MOST_TASKS]
    for kind in KINDS:
        ids = [row_id for _due_s, of, row_id in first if of == kind]
        ground.bare.execute(ROWS[kind][0], (id_list(ids),)).fetchall()
