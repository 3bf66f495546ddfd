"""What in a shop's file no program of ours wrote: broken records, unknown codes, odd times.

Each rule is one statement, as in soundness; what breaks one is shown as well as it can be, but
an export or a page would be missing something there.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shopdesk.i18n import N_
from shopdesk.queries.known_codes import (
    CASES,
    CODES,
    COMPLAINTS,
    EVENTS,
    OF_CASE,
    PRINTED,
    RESHIPMENTS,
    RETURNS,
)
from shopdesk.queries.troubles import Rule, Trouble, find_by
from shopdesk.rules.evidence import KINDS as FILE_KINDS
from shopdesk.storage.reader import Reader

_BROKEN = N_("{number}: a record of it cannot be read: {found}")
_NO_CODE = N_("{number}: ShopDesk knows no “{found}”.")
_NO_TIME = N_("{number}: {found} is no time that can be right.")
_NO_DAY = N_("{number}: “{found}” is no day.")
_NO_EVIDENCE = N_("{number}: “{found}” names no kept file.")
_NO_ZONE = N_("{number}: there is no time zone “{found}”.")
_NO_TEXT = N_("{number}: its number cannot be read as text.")

_FIRST_SECOND, _LAST_SECOND = 0, 32_503_680_000  # 1970 and the year 3000
_SHOWN = 80

_RECORDS = (
    (RETURNS, "cases.number", "t.advice"),
    (OF_CASE.format("timeline_entry"), "cases.number", 't."values"'),
    ("policy AS t JOIN shop ON shop.id = t.shop_id", "shop.name", "t.rules"),
    ("solution AS t", "t.code", "t.content"),
)

_TIMES = (
    (CASES, ("opened_at", "due_at", "settled_at", "closed_at")),
    (RETURNS, ("decided_at", "sent_at", "arrived_at", "inspected_at", "slip_printed_at")),
    (OF_CASE.format("clock"), ("started_at", "due_at", "ended_at")),
    (OF_CASE.format("timeline_entry"), ("at",)),
    (OF_CASE.format("refund"), ("at",)),
    (OF_CASE.format("received_item"), ("at",)),
    (OF_CASE.format("cost_entry"), ("at",)),
    (OF_CASE.format("liability_share"), ("confirmed_at",)),
    (OF_CASE.format("parcel"), ("sent_at", "delivered_at", "moved_at")),
    (RESHIPMENTS, ("packed_at", "sent_at", "delivered_at", "confirmed_at", "slip_printed_at")),
    (COMPLAINTS, ("replied_at", "offered_at", "chosen_at", "done_at")),
    (COMPLAINTS, ("escalated_at", "platform_due_at", "verdict_at")),
    (OF_CASE.format("complaint_option"), ("offered_at", "chosen_at", "done_at")),
    (OF_CASE.format("courier_claim"), ("opened_at", "due_at", "claimed_at", "ended_at")),
    (OF_CASE.format("follow_up"), ("due_at", "created_at", "snoozed_until", "done_at")),
    (EVENTS, ("at", "added_at")),
    (PRINTED, ("at",)),
    (OF_CASE.format("print_wish"), ("added_at",)),
)


def _rule(sentence: str, source: str, number: str, found: str, condition: str) -> Rule:
    return Rule(
        sentence,
        f"SELECT {number}, '', {found}, NULL FROM {source} WHERE {condition} ORDER BY t.id",
    )


def _record_rule(source: str, number: str, column: str) -> Rule:
    broken = f"CASE WHEN json_valid({column}) THEN json_type({column}) <> 'object' ELSE 1 END"
    return _rule(_BROKEN, source, number, f"substr({column}, 1, {_SHOWN})", broken)


def _code_rule(source: str, column: str, codes: Collection[str]) -> Rule:
    known = ", ".join(f"'{code}'" for code in codes)
    return _rule(_NO_CODE, source, "cases.number", column, f"{column} NOT IN ({known})")


def _time_rule(source: str, column: str) -> Rule:
    odd = f"t.{column} NOT BETWEEN {_FIRST_SECOND} AND {_LAST_SECOND}"
    return _rule(_NO_TIME, source, "cases.number", f"t.{column}", odd)


_EVIDENCE = """
    SELECT coalesce(cases.number, parcel.number, ''), '', sha256 || '.' || attachment.kind, NULL
    FROM attachment
    LEFT JOIN cases ON cases.id = attachment.case_id
    LEFT JOIN parcel ON parcel.id = attachment.parcel_id
    WHERE length(sha256) <> 64 OR sha256 GLOB '*[^0-9a-f]*' OR attachment.kind NOT IN ({kinds})
    ORDER BY attachment.id
"""

RULES = (
    *(_record_rule(*place) for place in _RECORDS),
    *(_code_rule(*place) for place in CODES),
    *(_time_rule(source, column) for source, columns in _TIMES for column in columns),
    _rule(_NO_DAY, RETURNS, "cases.number", "t.send_by", "date(t.send_by) IS NOT t.send_by"),
    Rule(_NO_EVIDENCE, _EVIDENCE.format(kinds=", ".join(f"'{kind}'" for kind in FILE_KINDS))),
)


def find_unreadable(reader: Reader) -> Iterator[Trouble]:
    """Yield everything that was not written by ShopDesk, by the number of its case."""
    return chain(_numbers(reader), find_by(reader, RULES), _zones(reader))


def _numbers(reader: Reader) -> Iterator[Trouble]:
    for (raw,) in reader.rows("SELECT CAST(number AS BLOB) FROM cases ORDER BY id"):
        number = raw.decode("utf-8", "replace")
        if number.encode() != raw:
            yield Trouble(_NO_TEXT, number, "", None, None)


def _zones(reader: Reader) -> Iterable[Trouble]:
    for name, timezone in reader.rows("SELECT name, timezone FROM shop ORDER BY id"):
        if not _is_zone(timezone):
            yield Trouble(_NO_ZONE, name, "", timezone, None)


def _is_zone(timezone: str) -> bool:
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
