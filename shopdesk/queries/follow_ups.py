"""The follow-ups: ids by chip, rows for the ids in view, what is planned of a case or a buyer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import chain
from operator import itemgetter
from zoneinfo import ZoneInfo

from shopdesk.queries.case_sql import BUYER_HANDLE, BUYER_NAME, BUYER_PHONE
from shopdesk.queries.owners import owned_by
from shopdesk.queries.snoozing import AGAIN_AT, ASLEEP, AWAKE, EFFECTIVE
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.follow_times import Days, days_around
from shopdesk.rules.owners import EVERYONE
from shopdesk.storage.reader import Reader

MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One thing to do, with all that its line, its detail and its form show.

    `case_number`, `case_kind` and `case_state` are empty where it is about no case; `owner` is
    empty where it is nobody's; `rule` is empty where a person planned it.
    """

    id: int
    version: int
    kind: str
    due_at: datetime
    snoozed_until: datetime | None
    channel: str
    note: str
    rule: str
    owner_id: int | None
    owner: str
    created_at: datetime
    created_by: str
    done_at: datetime | None
    done_by: str
    outcome: str
    outcome_note: str
    score: int | None
    score_note: str
    shop_id: int
    shop_name: str
    platform: str
    timezone: str
    masks: bool
    """Whether the shop hides phones until they are asked for."""
    case_id: int | None
    case_number: str
    case_kind: str
    case_state: str
    customer_id: int | None
    buyer_name: str
    buyer_phone: str
    buyer_handle: str

    def is_snoozed(self, now: datetime) -> bool:
        """Tell whether it was put off until a moment still to come."""
        return self.snoozed_until is not None and self.snoozed_until > now

    @property
    def zone(self) -> ZoneInfo:
        """The clock of its shop."""
        return ZoneInfo(self.timezone)


_follow_up = RowsOf(FollowUpRow)

_ROWS = f"""
    SELECT follow_up.id, follow_up.version, follow_up.kind, follow_up.due_at,
        follow_up.snoozed_until, follow_up.channel, follow_up.note, follow_up.rule,
        follow_up.owner_id, coalesce(person.name, ''), follow_up.created_at,
        follow_up.created_by, follow_up.done_at, follow_up.done_by, follow_up.outcome,
        follow_up.outcome_note, follow_up.score, follow_up.score_note,
        shop.id, shop.name, shop.platform, shop.timezone, shop.masks_contacts, cases.id,
        coalesce(cases.number, ''), coalesce(cases.kind, ''), coalesce(cases.state, ''),
        customer.id, {BUYER_NAME}, {BUYER_PHONE}, {BUYER_HANDLE}
    FROM follow_up
    JOIN shop ON shop.id = follow_up.shop_id
    LEFT JOIN cases ON cases.id = follow_up.case_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = coalesce(follow_up.customer_id, cases.customer_id)
    LEFT JOIN person ON person.id = follow_up.owner_id
    WHERE follow_up.id IN (SELECT value FROM json_each(?))
"""

_SPANS = {
    "open": "",
    "overdue": "AND {at} < :now",
    "today": "AND {at} >= :now AND {at} < :today_ends",
    "week": "AND {at} >= :today_ends AND {at} < :week_ends",
    "later": "AND {at} >= :week_ends",
}
"""What of the open ones a chip holds; those but the first share them out.

A snoozed one stands where its snooze ends.
"""

_OPEN = """
    SELECT {at} AS at, id FROM follow_up
    WHERE done_at IS NULL AND {sleeping} AND {owned} {span} ORDER BY 1 {direction}, 2 {direction}
"""
_DONE = """
    SELECT id FROM follow_up WHERE done_at IS NOT NULL AND {owned} ORDER BY done_at DESC, id DESC
"""

_COUNTS = f"""
    SELECT count(*), coalesce(sum(at < :now), 0),
        coalesce(sum(at >= :now AND at < :today_ends), 0),
        coalesce(sum(at >= :today_ends AND at < :week_ends), 0),
        coalesce(sum(at >= :week_ends), 0)
    FROM (SELECT {EFFECTIVE} AS at FROM follow_up WHERE done_at IS NULL AND {{owned}})
"""


def load_days(reader: Reader, now: datetime) -> Days:
    """Return where today and this week end, on the clock of the oldest shop in use."""
    timezone = reader.value(
        "SELECT timezone FROM shop WHERE archived_at IS NULL ORDER BY id LIMIT 1"
    )
    return days_around(now, ZoneInfo(timezone or "UTC"))


def find_follow_up_ids(
    reader: Reader, chip: str, days: Days, *, late_first: bool = True, owner: int = EVERYONE
) -> Iterator[int]:
    """Return the ids of a chip, read as they are asked for.

    Open ones come by their due time, or the end of their snooze, the earliest first unless not
    `late_first`; behind them those that are done, the newest first.
    """
    owned, bounds = owned_by(owner, "owner_id"), _bounds(days)
    direction = "ASC" if late_first else "DESC"
    parts: list[Iterator[int]] = []
    if chip in (*_SPANS, "all"):
        found = (
            reader.stream(_open_sql(chip, owned, direction, sleeping, at), bounds)
            for sleeping, at in ((AWAKE, "due_at"), (ASLEEP, AGAIN_AT))
        )
        parts.append(row_id for _at, row_id in merge(*found, reverse=not late_first))
    if chip in ("done", "all"):
        parts.append(map(itemgetter(0), reader.stream(_DONE.format(owned=owned), bounds)))
    return chain.from_iterable(parts)


def count_follow_up_chips(reader: Reader, days: Days, owner: int = EVERYONE) -> dict[str, int]:
    """Return how many each counted chip holds; reads the open ones' index."""
    sql = _COUNTS.format(owned=owned_by(owner, "owner_id"))
    return dict(zip(_SPANS, reader.rows(sql, _bounds(days))[0], strict=True))


def load_follow_up_rows(reader: Reader, ids: Sequence[int]) -> list[FollowUpRow]:
    """Return the rows of `ids`, in their order."""
    found = {row[0]: _follow_up(row) for row in reader.rows(_ROWS, (id_list(ids),))}
    return in_order(ids, found)


def load_follow_up(reader: Reader, follow_up_id: int) -> FollowUpRow | None:
    """Return one; None if it is gone."""
    return next(iter(load_follow_up_rows(reader, (follow_up_id,))), None)


def load_case_follow_ups(reader: Reader, case_id: int) -> list[FollowUpRow]:
    """Return what is planned of a case, the earliest first, and behind it what was done."""
    return _of(reader, "case_id", case_id)


def load_customer_follow_ups(reader: Reader, customer_id: int) -> list[FollowUpRow]:
    """Return what is planned and was done about a buyer, with or without a case."""
    return _of(reader, "customer_id", customer_id)


def _open_sql(chip: str, owned: str, direction: str, sleeping: str, at: str) -> str:
    """Return the open ones of a chip, those awake or those asleep, with the time `at`."""
    return _OPEN.format(
        at=at,
        sleeping=sleeping,
        owned=owned,
        span=_SPANS.get(chip, "").format(at=at),
        direction=direction,
    )


def _of(reader: Reader, column: str, row_id: int) -> list[FollowUpRow]:
    found = reader.rows(
        f"SELECT id FROM follow_up WHERE {column} = ?"
        " ORDER BY done_at IS NOT NULL, done_at DESC, due_at, id LIMIT ?",
        (row_id, MOST_LISTED),
    )
    return load_follow_up_rows(reader, [row[0] for row in found])


def _bounds(days: Days) -> dict[str, int]:
    return {
        "now": int(days.now.timestamp()),
        "today_ends": int(days.today_ends.timestamp()),
        "week_ends": int(days.week_ends.timestamp()),
    }
