"""A day on paper: what came in, what was settled, what is late, what waits for whom.

What came in and what was settled is told of any day; what is late and waits, and the follow-ups
that are due, only of the day that it is made on, for nobody keeps how it stood before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from shopdesk.queries.periods import Days
from shopdesk.queries.summaries import stores_of
from shopdesk.queries.today import OPEN_CASES, DayAsked, find_tasks, shop_zone
from shopdesk.queries.today_rows import load_tasks
from shopdesk.queries.values import RowsOf
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.today.tasks import FollowUpTask, Task
from shopdesk.rules.today.tiles import OURS
from shopdesk.rules.today.waiting import who_is_waited_for
from shopdesk.storage.reader import Reader

MOST_ROWS = 2_000
"""Of each table: a sheet of a hundred pages is read by nobody."""

_BETWEEN = "{column} >= :first AND {column} <= :last AND kind = :kind AND {of}"
_OPENED = f"""
    SELECT 0, :kind, id FROM cases WHERE {_BETWEEN.format(column="opened_at", of="{of}")}
    ORDER BY opened_at, id LIMIT {MOST_ROWS}
"""
_SETTLED = f"""
    SELECT 0, :kind, id FROM cases INDEXED BY ix_cases_settled_period
    WHERE settled_at IS NOT NULL AND {_BETWEEN.format(column="settled_at", of="{of}")}
      AND shop_id IN (SELECT id FROM shop) ORDER BY settled_at, id LIMIT {MOST_ROWS}
"""
_REFUNDED = """
    SELECT currency, sum(goods_minor + freight_minor) FROM refund
    WHERE shop_id IN (SELECT id FROM shop WHERE :shop IS NULL OR id = :shop)
      AND at >= :first AND at <= :last GROUP BY 1 ORDER BY 1
"""
_WAITING = f"SELECT due_clock, count(*) FROM cases WHERE {OPEN_CASES} AND {{of}} GROUP BY 1"
_DONE = """
    SELECT follow_up.kind, coalesce(cases.number, ''), coalesce(nullif(cases.buyer_name, ''),
        customer.name, ''), outcome, outcome_note, score, done_by
    FROM follow_up
    LEFT JOIN cases ON cases.id = follow_up.case_id
    LEFT JOIN customer ON customer.id = coalesce(follow_up.customer_id, cases.customer_id)
    WHERE follow_up.shop_id IN (SELECT id FROM shop) AND done_at >= :first AND done_at <= :last
      AND {of} ORDER BY done_at, follow_up.id LIMIT 2000
"""


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A follow-up that was done on the day; `score` is 1 to 5 where it was asked for."""

    kind: str
    number: str
    buyer: str
    outcome: str
    note: str
    score: int | None
    person: str


@dataclass(frozen=True, slots=True)
class WaitCount:
    """How many open cases wait for one: us, buyer, courier; by the clock that runs."""

    who: str
    clock: str
    count: int


@dataclass(frozen=True, slots=True)
class DaySheet:
    """All that the sheet of a day shows; `is_now` where it is the day that it is made on.

    `made_at` is on the clock of the desk; `owner` is empty for everyone's work. Money is by
    currency, in minor units.
    """

    day: date
    made_at: datetime
    is_now: bool
    shop_names: tuple[str, ...]
    owner: str
    opened: tuple[Task, ...]
    settled: tuple[Task, ...]
    refunded: tuple[tuple[str, int], ...]
    late: tuple[Task, ...]
    waiting: tuple[WaitCount, ...]
    follow_ups: tuple[FollowUpTask, ...]
    done: tuple[DoneRow, ...]


_done = RowsOf(DoneRow)


@dataclass(frozen=True, slots=True)
class SheetAsked:
    """Which day, of which shop or of all, whose work; the day it is now where `day` is None."""

    now: datetime
    day: date | None = None
    shop_id: int | None = None
    owner: int = EVERYONE
    owner_name: str = ""


def load_day_sheet(reader: Reader, asked: SheetAsked) -> DaySheet:
    """Return the sheet of a day; raises DomainError if the shop is not there."""
    with reader.snapshot():
        zone = shop_zone(reader)
        whose = DayAsked(asked.now, zone, asked.owner, asked.shop_id)
        made_at = asked.now.astimezone(zone)
        day = asked.day or made_at.date()
        bounds = _bounds(day, zone)
        values = {**whose.values, **bounds}
        is_now = day == made_at.date()
        return DaySheet(
            day=day,
            made_at=made_at,
            is_now=is_now,
            shop_names=tuple(store.name for store in stores_of(reader, asked.shop_id)),
            owner=asked.owner_name,
            opened=_cases(reader, _OPENED, whose, bounds),
            settled=_cases(reader, _SETTLED, whose, bounds),
            refunded=tuple(reader.rows(_REFUNDED, values)) if not asked.owner else (),
            late=_tasks(reader, whose, "late") if is_now else (),
            waiting=tuple(_waiting(reader, whose)) if is_now else (),
            follow_ups=_tasks_of_ups(reader, whose) if is_now else (),
            done=tuple(map(_done, reader.rows(_DONE.format(of=whose.of("follow_up")), values))),
        )


def _bounds(day: date, zone: ZoneInfo) -> dict[str, int]:
    days = Days(day, day)
    return {"first": days.starts_s(zone), "last": days.ends_s(zone) - 1}


def _cases(reader: Reader, sql: str, whose: DayAsked, bounds: dict[str, int]) -> tuple[Task, ...]:
    places: list[tuple[int, str, int]] = []
    for kind in KINDS:
        values = {**whose.values, **bounds, "kind": kind}
        places += reader.rows(sql.format(of=whose.of("cases")), values)
    return tuple(load_tasks(reader, places))


def _tasks(reader: Reader, whose: DayAsked, tile: str) -> tuple[Task, ...]:
    return tuple(load_tasks(reader, list(islice(find_tasks(reader, whose, tile), MOST_ROWS))))


def _tasks_of_ups(reader: Reader, whose: DayAsked) -> tuple[FollowUpTask, ...]:
    """Return the follow-ups still to come today: those that are late stand with what is late."""
    found = _tasks(reader, whose, "follow_ups")
    return tuple(
        task for task in found if isinstance(task, FollowUpTask) and _is_ahead(task, whose)
    )


def _is_ahead(task: FollowUpTask, whose: DayAsked) -> bool:
    return task.due_at is not None and int(task.due_at.timestamp()) >= whose.now_s


def _waiting(reader: Reader, whose: DayAsked) -> Iterator[WaitCount]:
    """Yield the waits, ours first, each as often as it is there over all kinds."""
    counts: dict[str, int] = {}
    for kind in KINDS:
        sql = _WAITING.format(of=whose.of("cases"))
        for clock, count in reader.rows(sql, {**whose.values, "kind": kind}):
            counts[clock] = counts.get(clock, 0) + count
    for clock in sorted(counts, key=lambda code: (code not in OURS, -counts[code])):
        yield WaitCount(who_is_waited_for(clock), clock, counts[clock])
