"""What is behind a code scanned at the desk: a return, an order, a kept parcel, or nothing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from shopdesk.queries.finder import OrderHit, find_exact_ids, load_order_hits
from shopdesk.queries.shelf import ShelfRow, find_on_shelf, load_shelf, load_shelf_parcel
from shopdesk.queries.values import RowsOf, id_list
from shopdesk.rules.receiving import Verdict, judge_arrival
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.scanning import Code, read_code
from shopdesk.rules.states import STATES, Standing
from shopdesk.storage.grams import match_text
from shopdesk.storage.reader import Reader

MOST_FOUND = 20
"""More matches than a list at the desk is read for; the code was too short then."""
MOST_IN_WAYBILL = 64
"""A longer code of a kept parcel stands in its note."""
_MOST_BY_PHONE = 200


@dataclass(frozen=True, slots=True)
class CaseMatch:
    """A return that a code leads to; `awaits` tells that this very parcel is still to come.

    `came_at` is when the parcel with the scanned waybill came, or else the return's first one.
    """

    id: int
    number: str
    state: str
    remedy: str
    settled_at: datetime | None
    opened_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None
    came_at: datetime | None
    buyer: str
    order_number: str
    shop_name: str
    timezone: str
    title: str
    variant: str
    units: int
    other_lines: int
    awaits: bool

    @property
    def verdict(self) -> Verdict:
        """What the scan means for it."""
        settled = self.settled_at is not None
        standing = Standing(self.state, remedy_of(self.remedy), settled=settled)
        return judge_arrival(standing, another=self.awaits)


@dataclass(frozen=True, slots=True)
class Scanned:
    """All that fits a code, the likeliest first; nothing does where all of it is empty.

    `by` says what the code was: number, shelf, waybill (a parcel that comes back), sent_waybill
    (the one that the order went out with), order or phone; empty where nothing was found.
    """

    code: Code
    by: str = ""
    cases: tuple[CaseMatch, ...] = ()
    orders: tuple[OrderHit, ...] = ()
    shelf: tuple[ShelfRow, ...] = ()

    @property
    def count(self) -> int:
        """How many matches there are."""
        return len(self.cases) + len(self.orders) + len(self.shelf)

    @property
    def receivable(self) -> tuple[CaseMatch, ...]:
        """The returns whose parcel this can be."""
        return tuple(case for case in self.cases if case.verdict.receives)

    @property
    def waybill(self) -> str:
        """What is kept as the parcel's waybill; empty where the code is something else."""
        return self.code.as_waybill if self.by in ("", "waybill", "sent_waybill") else ""


_case = RowsOf(CaseMatch)

_CASES = """
    SELECT cases.id, cases.number, cases.state, return_case.remedy, cases.settled_at,
        cases.opened_at, return_case.decided_at, cases.closed_at,
        coalesce((SELECT max(delivered_at) FROM parcel
                   WHERE case_id = cases.id AND direction = 'back'
                     AND waybill_folded IN (SELECT value FROM json_each(:waybills))),
                 return_case.arrived_at),
        coalesce(nullif(cases.buyer_name, ''), nullif(orders.recipient, ''),
            customer.name, cases.buyer_handle),
        coalesce(orders.number, cases.order_number), shop.name, shop.timezone,
        coalesce(line.title, ''), coalesce(line.variant, ''),
        (SELECT coalesce(sum(quantity), 0) FROM return_line WHERE case_id = cases.id),
        (SELECT count(*) - 1 FROM return_line WHERE case_id = cases.id),
        EXISTS (SELECT 1 FROM parcel
                 WHERE case_id = cases.id AND direction = 'back' AND delivered_at IS NULL
                   AND waybill_folded IN (SELECT value FROM json_each(:waybills)))
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN return_line AS line ON line.case_id = cases.id AND line.position = 0
    WHERE cases.id IN (SELECT value FROM json_each(:ids))
"""

# A parcel that went out belongs to an order, or to a reshipment, which has one.
_PARCELS = """
    SELECT parcel.id, parcel.direction, parcel.case_id, coalesce(parcel.order_id, cases.order_id)
    FROM parcel LEFT JOIN cases ON cases.id = parcel.case_id
    WHERE parcel.waybill_folded IN (SELECT value FROM json_each(?)) ORDER BY parcel.id DESC LIMIT ?
"""

# No index helps here; a box that still has its old number is scanned once in a while.
_MATCHED = "SELECT case_id FROM parcel WHERE number = ? AND case_id IS NOT NULL"

_PHONE_ENDS = "replace(replace({0}, ' ', ''), '-', '') LIKE '%' || :tail"
_CONTACT_ENDS = """EXISTS (SELECT 1 FROM customer_contact
    WHERE customer_id = {0}.customer_id AND kind = 'phone' AND folded LIKE '%' || :tail)"""

_ORDERS_BY_PHONE = f"""
    SELECT orders.id FROM order_fts JOIN orders ON orders.id = order_fts.rowid
    WHERE order_fts MATCH :match
      AND ({_PHONE_ENDS.format("orders.phone")} OR {_CONTACT_ENDS.format("orders")})
    ORDER BY order_fts.rowid DESC LIMIT :most
"""

_OPEN_CASES_BY_PHONE = f"""
    SELECT cases.id
    FROM case_fts JOIN cases ON cases.id = case_fts.rowid
    JOIN return_case ON return_case.id = cases.id
    WHERE case_fts MATCH :match AND cases.closed_at IS NULL
      AND ({_PHONE_ENDS.format("cases.buyer_phone")} OR {_CONTACT_ENDS.format("cases")})
    ORDER BY case_fts.rowid DESC LIMIT :most
"""


def find_scanned(reader: Reader, typed: str) -> Scanned:
    """Return what a scanned or typed code leads to.

    The first meaning that leads anywhere counts: a return's number, a kept parcel's, a waybill,
    an order's number, the end of a phone number.
    """
    code = read_code(typed)
    sure = (way(reader, code) for way in (_by_number, _by_shelf_number, _by_waybill))
    found = next((scanned for scanned in sure if scanned.count), None)
    return found or _by_order_or_phone(reader, code)


def find_awaiting(reader: Reader, limit: int = MOST_FOUND) -> list[CaseMatch]:
    """Return the newest open returns whose parcel is still to come, on its way first."""
    found = reader.rows(
        "SELECT cases.id FROM cases JOIN return_case ON return_case.id = cases.id"
        " WHERE cases.closed_at IS NULL AND cases.kind = 'return' AND return_case.goods_back"
        " AND cases.state IN ('on_its_way', 'agreed') ORDER BY cases.opened_at DESC LIMIT ?",
        (limit,),
    )
    return _load_cases(reader, _first(found))


def load_case_number(reader: Reader, case_id: int) -> str:
    """Return the number of a case that is there."""
    return str(reader.value("SELECT number FROM cases WHERE id = ?", (case_id,)))


def _by_number(reader: Reader, code: Code) -> Scanned:
    found = reader.rows("SELECT id FROM cases WHERE number = ? AND kind = 'return'", (code.number,))
    return Scanned(code, "number", tuple(_load_cases(reader, _first(found))))


def _by_shelf_number(reader: Reader, code: Code) -> Scanned:
    if not code.shelf_number:
        return Scanned(code)
    kept = find_on_shelf(reader, code.shelf_number)
    if kept is not None:
        return Scanned(code, "shelf", shelf=(kept,))
    matched = reader.rows(_MATCHED, (code.shelf_number,))
    return Scanned(code, "shelf", tuple(_load_cases(reader, _first(matched))))


def _by_waybill(reader: Reader, code: Code) -> Scanned:
    rows = reader.rows(_PARCELS, (json.dumps(code.waybills), MOST_FOUND))
    back = [case_id for _id, way, case_id, _order in rows if way == "back" and case_id is not None]
    kept = [i for i, way, case_id, _order in rows if way == "back" and case_id is None]
    cases, shelf = _load_cases(reader, back, code.waybills), _shelf(reader, kept)
    shelf = shelf or _by_whole_code(reader, code)
    if cases or shelf:
        return Scanned(code, "waybill", tuple(cases), shelf=shelf)
    sent = dict.fromkeys(order for _id, way, _case, order in rows if way != "back" and order)
    return _of_orders(reader, code, "sent_waybill", list(sent))


def _by_whole_code(reader: Reader, code: Code) -> tuple[ShelfRow, ...]:
    """Return the kept parcels whose note holds a code that was too long for a waybill."""
    if len(code.text) <= MOST_IN_WAYBILL:
        return ()
    return tuple(row for row in load_shelf(reader) if code.text in row.note.splitlines())


def _by_order(reader: Reader, code: Code) -> Scanned:
    typed = code.text
    found = [
        *find_exact_ids(reader, typed, MOST_FOUND),
        *find_exact_ids(reader, typed.upper(), MOST_FOUND),
    ]
    return _of_orders(reader, code, "order", list(dict.fromkeys(found)))


def _by_order_or_phone(reader: Reader, code: Code) -> Scanned:
    """Let an open return win: four digits can be a short order number or the end of a phone's."""
    order = _by_order(reader, code)
    if order.cases:
        return order
    phone = _by_phone(reader, code)
    return phone if phone.cases or not order.count else order


def _by_phone(reader: Reader, code: Code) -> Scanned:
    match = match_text(code.phone_end)
    if match is None:
        return Scanned(code)
    asked = {"match": match, "tail": code.phone_end, "most": _MOST_BY_PHONE}
    orders = _first(reader.rows(_ORDERS_BY_PHONE, asked))
    more = _first(reader.rows(_OPEN_CASES_BY_PHONE, asked))
    return _of_orders(reader, code, "phone", orders, more)


def _of_orders(
    reader: Reader, code: Code, by: str, orders: Sequence[int], more: Iterable[int] = ()
) -> Scanned:
    """Return the open returns of orders, and those orders of which none takes the parcel."""
    ids = {*_open_returns(reader, orders), *more}
    cases = _load_cases(reader, ids, code.waybills if by == "sent_waybill" else ())
    awaiting = [case for case in cases if case.verdict.receives]
    here = [case for case in cases if case.verdict.code == "came"]
    if awaiting or here:
        return Scanned(code, by, tuple((awaiting or here)[:MOST_FOUND]))
    hits = load_order_hits(reader, orders[:MOST_FOUND])
    return Scanned(code, by, tuple(cases[:MOST_FOUND]), tuple(hits))


def _open_returns(reader: Reader, orders: Sequence[int]) -> list[int]:
    found = reader.rows(
        "SELECT id FROM cases WHERE order_id IN (SELECT value FROM json_each(?))"
        " AND kind = 'return' AND closed_at IS NULL",
        (id_list(orders),),
    )
    return _first(found)


def _load_cases(
    reader: Reader, ids: Iterable[int], waybills: Sequence[str] = ()
) -> list[CaseMatch]:
    """Return returns as the desk sees them: those that await a parcel first, then the oldest."""
    asked = {"ids": id_list(dict.fromkeys(ids)), "waybills": json.dumps(waybills)}
    cases = [_case(row) for row in reader.rows(_CASES, asked)]
    return sorted(cases, key=lambda case: (_rank(case), case.opened_at, case.id))


def _rank(case: CaseMatch) -> int:
    """Sort by how surely the parcel is this return's: one on its way before one only asked for."""
    order = tuple(STATES)
    if not case.verdict.receives:
        return len(order) + order.index(case.state)
    nearest = ("on_its_way", "agreed", "asked")
    return nearest.index(case.state) if case.state in nearest else len(nearest)


def _shelf(reader: Reader, ids: Iterable[int]) -> tuple[ShelfRow, ...]:
    found = (load_shelf_parcel(reader, parcel_id) for parcel_id in ids)
    return tuple(sorted(filter(None, found), key=attrgetter("id")))


def _first(rows: Iterable[Sequence[int]]) -> list[int]:
    return [row[0] for row in rows]
