"""This week's returns and complaints counted by what they have in common, beside the weeks before.

Looked at are reasons, couriers where the reason is theirs, products with their reason, and
situations. A week is the last seven days until now, so that Mondays are not blind.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.reason_words import ReasonWords, load_reason_words
from shopdesk.queries.values import id_list
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.unusual import (
    LEAST_NOW,
    WEEKS_BEFORE,
    Counted,
    counted_of,
    find_unusual,
    weeks_of_history,
)
from shopdesk.storage.reader import Reader

WEEK_S = 7 * 24 * 3600

# The planner would take a narrower index and read every case's row for what it lacks.
_RECENT = """
    cases INDEXED BY ix_cases_period
    WHERE cases.kind = :kind AND cases.shop_id IN (SELECT id FROM shop)
      AND cases.opened_at > :start AND cases.opened_at <= :now AND cases.state <> 'cancelled'
"""
_WEEK = f"(:now - opened_at) / {WEEK_S}"
_REASONS = f"SELECT 'return', id, {_WEEK}, 'reason', '', reason_id FROM {_RECENT}"
_COURIERS = f"""
    SELECT 'return', found.id, {_WEEK}, 'courier',
        coalesce('#' || parcel.courier_id, nullif(parcel.courier_name, '')), reason_id
    FROM (SELECT id, opened_at, reason_id, order_id FROM {_RECENT}
        AND reason_id IN (SELECT value FROM json_each(:reasons))) AS found
    JOIN parcel ON parcel.id = (SELECT max(id) FROM parcel
        WHERE parcel.order_id = found.order_id AND parcel.direction <> 'back')
"""
_PRODUCTS = f"""
    SELECT DISTINCT 'return', found.id, {_WEEK}, 'product', '#' || product_id,
        coalesce(return_line.reason_id, found.reason_id)
    FROM (SELECT id, opened_at, reason_id FROM {_RECENT}) AS found
    JOIN return_line ON return_line.case_id = found.id AND product_id IS NOT NULL
"""
_SITUATIONS = f"""
    SELECT 'complaint', found.id, {_WEEK}, 'situation', situation, NULL
    FROM (SELECT id, opened_at FROM {_RECENT}) AS found
    JOIN complaint ON complaint.id = found.id AND complaint.merged_into_id IS NULL
"""
_COURIER = "SELECT code, name FROM courier WHERE id = ?"
_PRODUCT = "SELECT '', title FROM product WHERE id = ?"
_NAMES = {"courier": _COURIER, "product": _PRODUCT}

Event = tuple[str, int, int, str, str | None, int | None]
"""Kind and id of a case, its week (0 is this one), and what it has in common with others."""


@dataclass(frozen=True, slots=True)
class Unusual:
    """What is unusual: `subject` is reason, courier, product or situation.

    `code` and `name` are of the courier, the product or the situation; `usual` is the mean of
    the weeks before, `cases` those of this week by kind and id.
    """

    subject: str
    code: str
    name: str
    reason: str
    reason_text: str
    now: int
    usual: float
    cases: tuple[tuple[str, int], ...]


def load_unusual(reader: Reader, now: datetime) -> tuple[Unusual, ...]:
    """Return what is unusual in the week until now, the least likely first."""
    now_s = int(now.timestamp())
    history = weeks_of_history(now_s - _first_s(reader, now_s), WEEK_S)
    reasons = load_reason_words(reader)
    found = find_unusual(_counted(_events(reader, now_s, reasons), history))
    return tuple(_told(reader, finding.counted, reasons) for finding in found)


def _first_s(reader: Reader, now_s: int) -> int:
    firsts = (reader.value("SELECT min(opened_at) FROM cases WHERE kind = ?", (k,)) for k in KINDS)
    return min((first for first in firsts if first is not None), default=now_s)


def _events(reader: Reader, now_s: int, reasons: dict[int | None, ReasonWords]) -> Iterator[Event]:
    theirs = [
        key
        for key, words in reasons.items()
        if key is not None and words.code in REASONS and REASONS[words.code].fault == "courier"
    ]
    values = {
        "now": now_s,
        "start": now_s - (WEEKS_BEFORE + 1) * WEEK_S,
        "reasons": id_list(theirs),
    }
    for sql, kind in (
        (_REASONS, "return"),
        (_COURIERS, "return"),
        (_PRODUCTS, "return"),
        (_SITUATIONS, "complaint"),
    ):
        yield from reader.rows(sql, {**values, "kind": kind})


def _counted(events: Iterable[Event], history: int) -> Iterator[Counted]:
    weeks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    cases: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for kind, case_id, week, subject, of, reason_id in events:
        if of is None:
            continue
        what = (subject, of, "" if reason_id is None else str(reason_id))
        weeks[what].append(week)
        if week == 0:
            cases[what].append((kind, case_id))
    for key, found in weeks.items():
        if len(found) < LEAST_NOW:
            continue  # it could not be found, and most products are such
        yield counted_of(key, found, history, tuple(cases[key]))


def _told(reader: Reader, counted: Counted, reasons: dict[int | None, ReasonWords]) -> Unusual:
    subject, of, reason_id = counted.what
    reason = reasons[int(reason_id) if reason_id else None]
    code, name = (of, "") if subject == "situation" else ("", of)
    if of.startswith("#"):
        code, name = reader.row(_NAMES[subject], (int(of[1:]),)) or ("", of)
    return Unusual(
        subject, code, name, reason.code, reason.text, counted.now, counted.usual, counted.cases
    )
