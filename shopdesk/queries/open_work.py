"""How much open work each place of the rail holds, counted along the indexes of open work."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from shopdesk.queries.snoozing import AWAKE
from shopdesk.queries.today import OPEN_CASES, DayAsked, shop_zone
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.documents import AWAITED
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.today.tiles import OURS
from shopdesk.storage.reader import Reader

_OPEN = "SELECT count(*) FROM cases WHERE closed_at IS NULL AND kind = ?"
_OURS = ", ".join(f"'{code}'" for code in OURS)
_LATE = f"SELECT count(*) FROM cases WHERE {OPEN_CASES} AND due_at < :now"
_TODAY = f"""
    SELECT count(*) FROM cases
    WHERE {OPEN_CASES} AND due_at >= :now AND due_at <= :day_end AND due_clock IN ({_OURS})
"""
_FOLLOW_UPS = f"""
    SELECT count(*), count(*) FILTER (WHERE due_at < :now)
    FROM follow_up WHERE done_at IS NULL AND due_at <= :day_end AND {AWAKE}
"""


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A count of a place, and whether any of it is late and to be shown so."""

    count: int
    late: bool = False


def count_open_work(
    reader: Reader, now: datetime | None = None, awaited: Collection[str] = AWAITED
) -> Mapping[str, OpenWork]:
    """Return the counts by page: Today, and follow-ups, are late or due by the end of the day.

    `awaited` are the documents that wait by themselves to be printed.
    The other places hold all that is open; what of it is late is told by Today.
    """
    asked = DayAsked(now or datetime.now(UTC), shop_zone(reader))
    ups, late_ups = reader.rows(_FOLLOW_UPS, asked.values)[0]
    late, today = _cases(reader, asked, _LATE), _cases(reader, asked, _TODAY)
    return {
        "today": OpenWork(late + today + ups, late=bool(late + late_ups)),
        **{kind.page: OpenWork(int(reader.value(_OPEN, (code,)))) for code, kind in KINDS.items()},
        "follow_ups": OpenWork(ups, late=bool(late_ups)),
        "printing": OpenWork(sum(count_waiting(reader, awaited).values())),
    }


def _cases(reader: Reader, asked: DayAsked, sql: str) -> int:
    return sum(int(reader.value(sql, {**asked.values, "kind": kind})) for kind in KINDS)
