"""What numbers with their waybills are taken for, before the parcels are written as sent."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shopdesk.queries.couriers import load_couriers
from shopdesk.rules.couriers import (
    COURIERS,
    courier_code,
    courier_of_waybill,
    folded_waybill,
    is_misread,
)
from shopdesk.rules.reshipments import UNSENT
from shopdesk.rules.sending import Pair
from shopdesk.storage.reader import Reader

OTHER = "other"

_BY_NUMBER = """
    SELECT id, version, number, state FROM cases WHERE number = ? AND kind = 'reshipment'
"""
_BY_ORDER = """
    SELECT cases.id, cases.version, cases.number, cases.state
    FROM cases LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.kind = 'reshipment' AND cases.closed_at IS NULL
        AND coalesce(orders.number, cases.order_number) = ?
    ORDER BY cases.id
"""
_KNOWN_ORDER = "SELECT 1 FROM orders WHERE number = ? LIMIT 1"
_KNOWN_WAYBILL = "SELECT 1 FROM parcel WHERE waybill_folded = ? AND direction = 'out' LIMIT 1"


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, what it is taken for, and a key of rules.sending.VERDICTS.

    `case_id`, `version` and `reshipment` are 0 and empty where it fits nothing; `courier` is a
    code, empty where it is not known, and
    `courier_name` the shop's own word for it, if it has one.
    """

    pair: Pair
    verdict: str
    case_id: int = 0
    version: int = 0
    reshipment: str = ""
    courier: str = ""
    courier_name: str = ""


def judge_pairs(reader: Reader, pairs: Sequence[Pair]) -> list[Judged]:
    """Return what each pair is taken for; the later one of two that say the same is refused."""
    own = {row.code: row.name for row in load_couriers(reader) if row.name}
    judged = [_judged(reader, pair, own) for pair in pairs]
    return list(_without_doubles(judged))


def _judged(reader: Reader, pair: Pair, own: Mapping[str, str]) -> Judged:
    if not pair.number:
        return Judged(pair, "unread")
    found = reader.rows(_BY_NUMBER, (pair.number,)) or reader.rows(_BY_ORDER, (pair.number,))
    unsent = [row for row in found if row[3] in UNSENT]
    if len(unsent) != 1:
        return Judged(pair, _why_none(reader, pair, len(unsent), is_found=bool(found)))
    case_id, version, number, _state = unsent[0]
    courier = _courier(pair, own)
    verdict = _why_not(reader, pair, courier) or "sends"
    return Judged(pair, verdict, case_id, version, number, courier, own.get(courier, ""))


def _why_none(reader: Reader, pair: Pair, unsent: int, *, is_found: bool) -> str:
    if unsent > 1:
        return "several"
    if is_found:
        return "sent"
    return "nothing" if reader.value(_KNOWN_ORDER, (pair.number,)) else "unknown"


def _why_not(reader: Reader, pair: Pair, courier: str) -> str:
    folded = folded_waybill(pair.waybill)
    if not folded:
        return "no_waybill"
    if reader.value(_KNOWN_WAYBILL, (folded,)):
        return "waybill_known"
    if courier:
        return ""
    return "misread" if is_misread(pair.waybill) else "courier"


def _courier(pair: Pair, own: Mapping[str, str]) -> str:
    """Return the courier as it is said, or as the waybill's form tells; empty if neither does."""
    said = pair.courier.casefold()
    codes = {name.casefold(): code for code, name in own.items()}
    if said in codes:
        return codes[said]
    code = courier_code(said) if said else OTHER
    named = code if code != OTHER or said in (OTHER, COURIERS[OTHER].name.casefold()) else ""
    return named or courier_of_waybill(pair.waybill)


def _without_doubles(judged: Sequence[Judged]) -> Iterator[Judged]:
    cases, waybills = Counter[int](), Counter[str]()
    for each in judged:
        waybill = folded_waybill(each.pair.waybill)
        verdict = each.verdict
        if verdict == "sends" and cases[each.case_id]:
            verdict = "twice"
        elif verdict == "sends" and waybills[waybill]:
            verdict = "waybill_twice"
        if verdict == "sends":
            cases[each.case_id] += 1
            waybills[waybill] += 1
        yield replace(each, verdict=verdict)
