"""The queue of papers: what waits by itself until it is printed, and what people put into it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from shopdesk.queries.case_sql import BUYER_NAME
from shopdesk.queries.queue_orders import in_printing_order, likely_couriers
from shopdesk.queries.values import RowsOf, id_chunks, id_list, moment
from shopdesk.queries.waiting_papers import waiting_sql
from shopdesk.rules.documents import AWAITED
from shopdesk.rules.masking import masked_address
from shopdesk.storage.reader import Reader, Row

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A document of a case that waits to be printed.

    `goods` is the first line's title and variant, of which there are `units`, beside which stand
    `other_lines`. `courier` is the code of the one that it will likely go with. `place` is the
    address, masked where the shop masks. One that `is_wish` waits only because somebody put it
    there; any other waits until it is printed. `wait_note` says why its parcel cannot be packed
    yet.
    """

    case_id: int
    number: str
    buyer_name: str
    goods: str
    units: int
    other_lines: int
    wait_note: str
    place: str
    document: str
    since: datetime
    is_wish: bool
    courier: str


class _Waiting(NamedTuple):
    """Since when a case waits, in seconds since 1970."""

    case_id: int
    since_s: int
    is_wish: int


_row = RowsOf(QueueRow)

_OPENED = "SELECT id, opened_at FROM cases WHERE id IN (SELECT value FROM json_each(?))"
_FIRST = "LEFT JOIN {table} ON {table}.case_id = cases.id AND {table}.position = 0"
_REGIONS = """
    SELECT cases.id, shop.region FROM cases JOIN shop ON shop.id = cases.shop_id
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_HELD = """
    SELECT id FROM reshipment
    WHERE id IN (SELECT value FROM json_each(?)) AND wait_note <> ''
"""
_ROWS = f"""
    SELECT cases.id, cases.number, coalesce(nullif(reshipment.recipient, ''), {BUYER_NAME}),
        concat_ws(' · ', nullif(coalesce(return_line.title, reshipment_line.title), ''),
            nullif(coalesce(return_line.variant, reshipment_line.variant), '')),
        coalesce(return_line.quantity, reshipment_line.quantity, 0),
        max(0, (SELECT count(*) FROM return_line WHERE case_id = cases.id)
            + (SELECT count(*) FROM reshipment_line WHERE case_id = cases.id) - 1),
        coalesce(reshipment.wait_note, ''),
        coalesce(nullif(reshipment.address, ''), orders.address, ''), shop.masks_contacts
    FROM cases
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    {_FIRST.format(table="return_line")}
    {_FIRST.format(table="reshipment_line")}
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""


def find_waiting_ids(
    reader: Reader, document: str, order: str = "oldest", awaited: Collection[str] = AWAITED
) -> list[int]:
    """Return the cases that wait for a document, each once; `order` is a key of ORDERS.

    Documents that are not in `awaited` wait only where somebody put them into the queue.
    """
    return _ordered(reader, _waiting(reader, document, awaited), order)


def find_held_ids(reader: Reader, case_ids: Sequence[int]) -> frozenset[int]:
    """Return those of some cases whose parcel cannot be packed yet."""
    return frozenset(
        case_id
        for chunk in id_chunks(case_ids)
        for (case_id,) in reader.rows(_HELD, (id_list(chunk),))
    )


def load_regions(reader: Reader, case_ids: Sequence[int]) -> dict[int, str]:
    """Return the country code of the shop of each of some cases."""
    return {
        case_id: region
        for chunk in id_chunks(case_ids)
        for case_id, region in reader.rows(_REGIONS, (id_list(chunk),))
    }


def load_queue(
    reader: Reader,
    document: str,
    order: str = "oldest",
    most: int = MOST_ROWS,
    awaited: Collection[str] = AWAITED,
) -> list[QueueRow]:
    """Return what waits for a document, as a list shows it, all as of the same moment."""
    with reader.snapshot():
        waiting = _waiting(reader, document, awaited)
        ids = _ordered(reader, waiting, order)[:most]
        return [
            row
            for chunk in id_chunks(ids)
            for row in _load_rows(reader, document, [waiting[case_id] for case_id in chunk])
        ]


def sorted_ids(reader: Reader, document: str, case_ids: Sequence[int], order: str) -> list[int]:
    """Return the cases that are there in an order; what waits for the document counts from then."""
    opened = _opened(reader, case_ids)
    waiting = _waiting(reader, document, AWAITED)
    since = {case_id: row.since_s for case_id, row in waiting.items() if case_id in opened}
    return in_printing_order(reader, [*opened], opened | since, order)


def ids_there(reader: Reader, case_ids: Sequence[int]) -> list[int]:
    """Return those cases that were not taken back meanwhile, each once, as they stand."""
    return [*_opened(reader, case_ids)]


def _opened(reader: Reader, case_ids: Sequence[int]) -> dict[int, int]:
    """Return when each case was opened that is there, in the order in which they were given."""
    ids = [*dict.fromkeys(case_ids)]
    opened = {
        case_id: opened_s
        for chunk in id_chunks(ids)
        for case_id, opened_s in reader.rows(_OPENED, (id_list(chunk),))
    }
    return {case_id: opened[case_id] for case_id in ids if case_id in opened}


def _waiting(reader: Reader, document: str, awaited: Collection[str]) -> dict[int, _Waiting]:
    rows = reader.rows(waiting_sql(document, awaited), {"document": document})
    return {row[0]: _Waiting(*row) for row in rows}


def _ordered(reader: Reader, waiting: Mapping[int, _Waiting], order: str) -> list[int]:
    since = {row.case_id: row.since_s for row in waiting.values()}
    return in_printing_order(reader, [*waiting], since, order)


def _load_rows(reader: Reader, document: str, waiting: Sequence[_Waiting]) -> list[QueueRow]:
    ids = [row.case_id for row in waiting]
    couriers = likely_couriers(reader, ids)
    found = {row[0]: row for row in reader.rows(_ROWS, (id_list(ids),))}
    return [
        _row(
            _masked(found[row.case_id]),
            document=document,
            since=moment(row.since_s),
            is_wish=bool(row.is_wish),
            courier=couriers[row.case_id],
        )
        for row in waiting
    ]


def _masked(row: Row) -> Row:
    """Return a row of _ROWS with its address masked, where the last column says so."""
    *shown, place, masks = row
    return (*shown, masked_address(place) if masks else place)
