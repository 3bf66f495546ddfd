"""The orders in which many papers come out: what each case is sorted by."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from shopdesk.queries.case_sql import BUYER_NAME
from shopdesk.queries.couriers import LIKELY, load_carriers
from shopdesk.queries.values import id_chunks, id_list
from shopdesk.storage.reader import Reader, Row

Keys = Mapping[int, tuple[Any, ...]]
"""What a case is sorted by, by its id; comparable with each other."""

_FIGURES = re.compile(r"(\d+)")

_THESE = "cases.id IN (SELECT value FROM json_each(?))"
_NUMBERS = f"SELECT id, number FROM cases WHERE {_THESE}"
_BUYERS = f"""
    SELECT cases.id, coalesce(nullif(reshipment.recipient, ''), {BUYER_NAME}), cases.number
    FROM cases
    LEFT JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE {_THESE}
"""
_COURIERS = f"SELECT cases.id, cases.shop_id, {LIKELY} FROM cases WHERE {_THESE}"
_GOODS = """
    SELECT case_id, coalesce(nullif(sku, ''), title), variant, quantity FROM {table}
    WHERE case_id IN (SELECT value FROM json_each(?))
"""


def in_printing_order(
    reader: Reader, case_ids: Sequence[int], since_s: Mapping[int, int], order: str
) -> list[int]:
    """Return cases in an order of rules.printing.ORDERS; all of them are there.

    `since_s` says since when each waits: the longest stands first where the order leaves it open.
    """
    keys = SORTERS[order](reader, case_ids)

    def place(case_id: int) -> tuple[Any, ...]:
        return keys.get(case_id, ()), since_s[case_id], case_id

    return sorted(case_ids, key=place)


def likely_couriers(reader: Reader, case_ids: Sequence[int]) -> dict[int, str]:
    """Return the courier's code that each case will likely go with, empty where none is known.

    That is the courier of its own parcel, else the one that brought its order, else the one that
    its shop used last.
    """
    rows = _rows(reader, _COURIERS, case_ids)
    usual = {shop: load_carriers(reader, shop, None).likely for shop in {row[1] for row in rows}}
    return {case_id: courier or usual[shop_id] for case_id, shop_id, courier in rows}


def natural(number: str) -> tuple[tuple[int, str], ...]:
    """Return a number for sorting as people count: R-9 before R-10."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part.casefold())
        for part in _FIGURES.split(number)
        if part
    )


def _by_age(_reader: Reader, _case_ids: Sequence[int]) -> Keys:
    return {}


def _by_courier(reader: Reader, case_ids: Sequence[int]) -> Keys:
    return {
        case_id: (courier == "", courier)
        for case_id, courier in likely_couriers(reader, case_ids).items()
    }


def _by_goods(reader: Reader, case_ids: Sequence[int]) -> Keys:
    """Sort by the set of goods, then by how many there are of each."""
    goods: dict[int, list[Row]] = {case_id: [] for case_id in case_ids}
    for table in ("return_line", "reshipment_line"):
        for case_id, *line in _rows(reader, _GOODS.format(table=table), case_ids):
            goods[case_id].append(tuple(line))
    return {
        case_id: (not lines, sorted({line[:2] for line in lines}), sorted(lines))
        for case_id, lines in goods.items()
    }


def _by_number(reader: Reader, case_ids: Sequence[int]) -> Keys:
    rows = _rows(reader, _NUMBERS, case_ids)
    return {case_id: natural(number) for case_id, number in rows}


def _by_buyer(reader: Reader, case_ids: Sequence[int]) -> Keys:
    rows = _rows(reader, _BUYERS, case_ids)
    return {
        case_id: (name == "", name.casefold(), natural(number)) for case_id, name, number in rows
    }


def _rows(reader: Reader, sql: str, case_ids: Sequence[int]) -> list[Row]:
    return [row for ids in id_chunks(case_ids) for row in reader.rows(sql, (id_list(ids),))]


SORTERS: Mapping[str, Callable[[Reader, Sequence[int]], Keys]] = {
    "oldest": _by_age,
    "courier": _by_courier,
    "goods": _by_goods,
    "number": _by_number,
    "buyer": _by_buyer,
}
"""What gives the keys of an order, by its code in rules.printing.ORDERS; age decides ties."""
