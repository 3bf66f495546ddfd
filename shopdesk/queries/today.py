"""What is to be done now, over all kinds of cases and the follow-ups, the earliest due first.

Each kind is read along its own index of open due times (`ix_cases_open_due`, by owner
`ix_cases_owner_open`; `ix_follow_up_open`), and what was found is merged here: no plan sorts or
scans all cases. Rows are loaded for those in view only.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from zoneinfo import ZoneInfo

from shopdesk.queries.owners import owned_by
from shopdesk.queries.snoozing import AWAKE
from shopdesk.queries.today_rows import load_tasks
from shopdesk.queries.values import id_list
from shopdesk.rules.documents import AWAITED
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.today.due import day_end
from shopdesk.rules.today.tasks import Task
from shopdesk.rules.today.tiles import FOLLOW_UPS, LATE, OURS, STALLED, TILES
from shopdesk.storage.reader import Reader

MOST_TASKS = 200
FOLLOW_UP = "follow_up"

Place = tuple[int, str, int]
"""When a task is due in seconds, its kind and its id: the order of the list."""


@dataclass(frozen=True, slots=True)
class DayAsked:
    """Whose day it is, when, and at which place; `owner` as in rules.owners.

    `awaited` are the documents that wait by themselves to be printed.
    """

    now: datetime
    zone: ZoneInfo
    owner: int = EVERYONE
    shop_id: int | None = None
    awaited: Collection[str] = AWAITED

    @property
    def now_s(self) -> int:
        """Now, in whole seconds since 1970."""
        return int(self.now.timestamp())

    @property
    def day_end_s(self) -> int:
        """The last second of the day."""
        return int(day_end(self.now, self.zone).timestamp())

    @property
    def values(self) -> dict[str, int | str | None]:
        """Values of the SQL here."""
        return {"now": self.now_s, "day_end": self.day_end_s, "shop": self.shop_id}

    def of(self, table: str) -> str:
        """Return the condition on owner and shop of a table, to stand behind AND."""
        shop = f" AND {table}.shop_id = :shop" if self.shop_id else ""
        return owned_by(self.owner, f"{table}.owner_id") + shop


_OURS = ", ".join(f"'{code}'" for code in OURS)

OPEN_CASES = "cases.closed_at IS NULL AND cases.due_at IS NOT NULL AND cases.kind = :kind"
"""What the indexes of open due times hold, of one kind."""
IS_TASK = f"(due_at < :now OR due_clock IN ({_OURS}))"

_FIND_CASES = """
    SELECT due_at, :kind, id FROM cases
    WHERE {open_cases} AND {narrowed} AND {of} ORDER BY due_at, id
"""
_FIND_FOLLOW_UPS = f"""
    SELECT due_at, 'follow_up', id FROM follow_up
    WHERE done_at IS NULL AND {AWAKE} AND {{narrowed}} AND {{of}} ORDER BY due_at, id
"""
_FIND_THESE = """
    SELECT coalesce(due_at, 0), kind, id FROM cases
    WHERE id IN (SELECT value FROM json_each(:ids)) AND {of} ORDER BY due_at IS NULL, due_at, id
"""


def shop_zone(reader: Reader) -> ZoneInfo:
    """Return the clock that the desk's day goes by: that of the oldest shop in use."""
    found = reader.value("SELECT timezone FROM shop ORDER BY archived_at IS NOT NULL, id LIMIT 1")
    return ZoneInfo(found or "UTC")


def find_tasks(reader: Reader, asked: DayAsked, tile: str = "") -> Iterator[Place]:
    """Yield the tasks in their order, or those that a tile counts; read as they are asked for."""
    return merge(*_streams(reader, asked, tile))


def load_day_list(
    reader: Reader, asked: DayAsked, tile: str = "", most: int = MOST_TASKS
) -> list[Task]:
    """Return the first tasks of a day, or of a tile."""
    return load_tasks(reader, list(islice(find_tasks(reader, asked, tile), most)))


def find_these(reader: Reader, asked: DayAsked, case_ids: Sequence[int]) -> list[Place]:
    """Return some cases by their due time, those of the owner only; what ended stands last."""
    sql = _FIND_THESE.format(of=asked.of("cases"))
    return list(_places(reader, sql, {**asked.values, "ids": id_list(case_ids)}))


def _streams(reader: Reader, asked: DayAsked, tile: str) -> Iterable[Iterator[Place]]:
    if tile != FOLLOW_UPS:
        narrowed = _narrowed(tile)
        for kind in KINDS if tile != STALLED else ("reshipment",):
            sql = _FIND_CASES.format(open_cases=OPEN_CASES, narrowed=narrowed, of=asked.of("cases"))
            yield _places(reader, sql, {**asked.values, "kind": kind})
    if tile in ("", LATE, FOLLOW_UPS):
        narrowed = {LATE: "due_at < :now", FOLLOW_UPS: "due_at <= :day_end"}.get(tile, "1")
        sql = _FIND_FOLLOW_UPS.format(narrowed=narrowed, of=asked.of("follow_up"))
        yield _places(reader, sql, asked.values)


def _places(reader: Reader, sql: str, values: dict[str, int | str | None]) -> Iterator[Place]:
    return ((due_s, kind, row_id) for due_s, kind, row_id in reader.stream(sql, values))


def _narrowed(tile: str) -> str:
    if not tile:
        return IS_TASK
    if tile in (LATE, STALLED):
        late = "due_at < :now"
        return late if tile == LATE else f"{late} AND due_clock = 'move'"
    return f"due_clock IN ({', '.join(repr(code) for code in TILES[tile].clocks)})"


def has_cases(reader: Reader) -> bool:
    """Tell whether any case was ever logged."""
    return bool(reader.value("SELECT EXISTS (SELECT 1 FROM cases)"))
