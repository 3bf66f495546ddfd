"""The figures of the day's tiles and of the rail, counted along the indexes of open work."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from shopdesk.queries.snoozing import AWAKE
from shopdesk.queries.today import FOLLOW_UP, OPEN_CASES, DayAsked, find_tasks
from shopdesk.queries.today_rows import load_tasks
from shopdesk.queries.values import moment
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.today.tasks import Task
from shopdesk.rules.today.tiles import FOLLOW_UPS, LATE, OURS, PAPERS, STALLED, TILES
from shopdesk.storage.reader import Reader, Row

_PASSED, _TODAY, _LATER = 0, 1, 2
_BUCKET = "CASE WHEN due_at < :now THEN 0 WHEN due_at <= :day_end THEN 1 ELSE 2 END"
_BY_CLOCK = f"""
    SELECT due_clock, {_BUCKET}, count(*), min(due_at) FROM cases
    WHERE {OPEN_CASES} AND {{of}} GROUP BY 1, 2
"""
_FOLLOW_UP_COUNTS = f"""
    SELECT {_BUCKET}, count(*), min(due_at) FROM follow_up
    WHERE done_at IS NULL AND {AWAKE} AND {{of}} GROUP BY 1
"""
_TO_REFUND = f"""
    SELECT currency, sum(amount_minor) FROM cases
    WHERE {OPEN_CASES} AND due_clock = 'refund' AND {{of}} GROUP BY 1 ORDER BY 1
"""
_ARRIVED_SINCE = f"""
    SELECT min(arrived_at) FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE {OPEN_CASES} AND due_clock = 'inspect' AND {{of}}
"""
_WAITING = f"""
    SELECT count(*) FROM cases JOIN reshipment ON reshipment.id = cases.id
    WHERE {OPEN_CASES} AND due_clock = 'reship' AND wait_note <> '' AND {{of}}
"""
_STILL_SINCE = f"""
    SELECT min(clock.started_at) FROM cases
    JOIN clock ON clock.case_id = cases.id AND clock.code = 'move' AND clock.ended_at IS NULL
    WHERE {OPEN_CASES} AND cases.due_at < :now AND due_clock = 'move' AND {{of}}
"""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What the tiles show; `first_due` is the earliest due time behind a tile, by its code.

    `tasks` counts the whole list, `today` what is late or due by the end of the day. Sums are
    in minor units by currency; `papers` counts what is to be printed, by document; `still_since`
    is the last movement of what stands still longest.
    """

    counts: Mapping[str, int]
    first_due: Mapping[str, datetime]
    tasks: int
    today: int
    overdue_follow_ups: int
    oldest: Task | None
    to_refund: Mapping[str, int]
    papers: Mapping[str, int]
    arrived_since: datetime | None
    waiting: int
    still_since: datetime | None


@dataclass(frozen=True, slots=True)
class _Group:
    """Open work of one kind with the same clock, due in the same part of time."""

    kind: str
    clock: str
    bucket: int
    count: int
    first_s: int

    @property
    def is_late(self) -> bool:
        return self.bucket == _PASSED

    @property
    def is_task(self) -> bool:
        return self.is_late or self.kind == FOLLOW_UP or self.clock in OURS


def count_day(reader: Reader, asked: DayAsked) -> DayFigures:
    """Return the day's figures."""
    tasks = [group for group in _groups(reader, asked) if group.is_task]
    behind = {code: [group for group in tasks if _is_behind(code, group)] for code in TILES}
    counts = {code: _sum(found) for code, found in behind.items()}
    first = {code: min(g.first_s for g in found) for code, found in behind.items() if found}
    papers = _papers(reader, asked)
    return DayFigures(
        counts=counts | {PAPERS: sum(papers.values())},
        first_due={code: moment(seconds) for code, seconds in first.items()},
        tasks=_sum(tasks),
        today=_sum(group for group in tasks if group.bucket != _LATER),
        overdue_follow_ups=_sum(group for group in behind[FOLLOW_UPS] if group.is_late),
        oldest=_oldest(reader, asked) if counts[LATE] else None,
        to_refund=dict(_ask(reader, asked, _TO_REFUND, "return")),
        arrived_since=_moment(reader, asked, _ARRIVED_SINCE, "return"),
        waiting=_ask(reader, asked, _WAITING, "reshipment")[0][0],
        papers=papers,
        still_since=_moment(reader, asked, _STILL_SINCE, "reshipment"),
    )


def _papers(reader: Reader, asked: DayAsked) -> Mapping[str, int]:
    """Return how many papers wait; with everybody's work just what the rail counts."""
    is_all = asked.owner == EVERYONE and asked.shop_id is None
    return count_waiting(reader, asked.awaited, "" if is_all else asked.of("cases"), asked.values)


def _groups(reader: Reader, asked: DayAsked) -> Iterator[_Group]:
    for kind in KINDS:
        for row in _ask(reader, asked, _BY_CLOCK, kind):
            yield _Group(kind, *row)
    sql = _FOLLOW_UP_COUNTS.format(of=asked.of("follow_up"))
    for row in reader.rows(sql, asked.values):
        yield _Group(FOLLOW_UP, "", *row)


def _is_behind(tile: str, group: _Group) -> bool:
    if tile == LATE:
        return group.is_late
    if tile == STALLED:
        return group.is_late and group.clock in TILES[tile].clocks
    if tile == FOLLOW_UPS:
        return group.kind == FOLLOW_UP and group.bucket != _LATER
    return group.clock in TILES[tile].clocks


def _oldest(reader: Reader, asked: DayAsked) -> Task | None:
    found = load_tasks(reader, list(islice(find_tasks(reader, asked, LATE), 1)))
    return found[0] if found else None


def _ask(reader: Reader, asked: DayAsked, sql: str, kind: str) -> list[Row]:
    return reader.rows(sql.format(of=asked.of("cases")), {**asked.values, "kind": kind})


def _moment(reader: Reader, asked: DayAsked, sql: str, kind: str) -> datetime | None:
    seconds = _ask(reader, asked, sql, kind)[0][0]
    return None if seconds is None else moment(seconds)


def _sum(groups: Iterable[_Group]) -> int:
    return sum(group.count for group in groups)
