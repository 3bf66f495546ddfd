"""What in a shop's file no program of ours wrote: broken records, unknown codes, odd times.

Each rule is one statement, as in soundness; what breaks one is shown as well as it can be, but
an export or a page would be missing something there.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shopdesk.i18n import N_
from shopdesk.queries.soundness import Rule, Trouble, find_by
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.costs import COST_KINDS
from shopdesk.rules.evidence import KINDS as FILE_KINDS
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES
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

_OF_CASE = "{0} AS t JOIN cases ON cases.id = t.case_id"
_RETURNS = "return_case AS t JOIN cases ON cases.id = t.id"
_CASES = "cases AS t JOIN cases ON cases.id = t.id"
_OF_KIND = f"{_CASES} AND t.kind = '{{0}}'"

_RECORDS = (
    (_RETURNS, "cases.number", "t.advice"),
    (_OF_CASE.format("timeline_entry"), "cases.number", 't."values"'),
    ("policy AS t JOIN shop ON shop.id = t.shop_id", "shop.name", "t.rules"),
)

_EITHER = ("",)

_CODES: tuple[tuple[str, str, Collection[str]], ...] = (
    (_CASES, "t.kind", KINDS),
    *((_OF_KIND.format(kind.code), "t.state", kind.states) for kind in KINDS.values()),
    (_CASES, "t.due_clock", (*CLOCKS, *_EITHER)),
    (_RETURNS, "t.remedy", REMEDIES),
    (_RETURNS, "t.freight_payer", FREIGHT_PAYERS),
    (_OF_CASE.format("clock"), "t.code", CLOCKS),
    (_OF_CASE.format("clock"), "t.outcome", ("met", "missed", "dropped", *_EITHER)),
    (_OF_CASE.format("received_item"), "t.condition", (*CONDITIONS, *_EITHER)),
    (_OF_CASE.format("received_item"), "t.disposition", (*DISPOSITIONS, *_EITHER)),
    (_OF_CASE.format("cost_entry"), "t.kind", COST_KINDS),
    (_OF_CASE.format("liability_share"), "t.party", PARTIES),
)

_TIMES = (
    (_CASES, ("opened_at", "due_at", "settled_at", "closed_at")),
    (_RETURNS, ("decided_at", "sent_at", "arrived_at", "inspected_at", "slip_printed_at")),
    (_OF_CASE.format("clock"), ("started_at", "due_at", "ended_at")),
    (_OF_CASE.format("timeline_entry"), ("at",)),
    (_OF_CASE.format("refund"), ("at",)),
    (_OF_CASE.format("received_item"), ("at",)),
    (_OF_CASE.format("cost_entry"), ("at",)),
    (_OF_CASE.format("liability_share"), ("confirmed_at",)),
    (_OF_CASE.format("parcel"), ("sent_at", "delivered_at")),
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
    *(_code_rule(*place) for place in _CODES),
    *(_time_rule(source, column) for source, columns in _TIMES for column in columns),
    _rule(_NO_DAY, _RETURNS, "cases.number", "t.send_by", "date(t.send_by) IS NOT t.send_by"),
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
