"""What accepting an import would do, order by order, without doing it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from shopdesk.i18n import _
from shopdesk.importing.drafts import ImportedOrder, ImportedParcel, Problem, ReadResult
from shopdesk.importing.writing.columns import (
    DEFAULTS,
    OrderColumns,
    differing,
    line_columns,
    order_columns,
    paid_goods_minor,
)
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.couriers import folded_waybill

CHUNK = 500

Kind = Literal["new", "changed", "same"]
Values = dict[str, Any]


class Rows(Protocol):
    """Anything that answers SQL: a reader for the preview, the write itself when accepted."""

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        ...


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """One order of the file beside what the shop knows.

    `after` holds all columns of a new order, or those that change, with `before` what they
    were. `lines` replace the order's lines; None leaves them. `parcels` are to be added.
    """

    draft: ImportedOrder
    kind: Kind
    id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    lines: tuple[Values, ...] | None
    parcels: tuple[ImportedParcel, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, counted; `orders` are the new and the changed ones."""

    shop: ShopRow
    orders: tuple[PlannedOrder, ...]
    new: int
    changed: int
    same: int
    problems: tuple[Problem, ...]
    rows: int
    kinds: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Known:
    """An order as the shop has it."""

    id: int
    columns: Mapping[str, Any]
    lines: tuple[Values, ...]
    lines_held: bool
    waybills: frozenset[str]


_COLUMNS = ("currency", "ordered_at", *DEFAULTS)
_LINE_COLUMNS = (
    "position",
    "platform_line_id",
    "sku",
    "title",
    "variant",
    "quantity",
    "price_minor",
    "paid_minor",
)


def plan_import(rows: Rows, shop: ShopRow, result: ReadResult) -> ImportPlan:
    """Compare what was read with the shop; nothing is written.

    A new order without a day is a problem, not an order: nothing could be judged by it.
    """
    planned = list(plan_orders(rows, shop, result.orders))
    numbers = {order.draft.number for order in planned}
    undated = [order for order in result.orders if order.number not in numbers]
    counts = {kind: sum(p.kind == kind for p in planned) for kind in ("new", "changed", "same")}
    return ImportPlan(
        shop=shop,
        orders=tuple(p for p in planned if p.kind != "same"),
        problems=(*result.problems, *map(_undated_problem, undated)),
        rows=result.rows,
        kinds=result.kinds,
        **counts,
    )


def plan_orders(
    rows: Rows, shop: ShopRow, orders: Sequence[ImportedOrder]
) -> Iterator[PlannedOrder]:
    """Yield each order's plan, a chunk of orders looked up at a time.

    New orders without a day are left out. Of known ones a file need not say it: a details
    report has no days, and comes after the orders report.
    """
    for start in range(0, len(orders), CHUNK):
        chunk = orders[start : start + CHUNK]
        known = _known_orders(rows, shop.id, [order.number for order in chunk])
        for order in chunk:
            if order.number in known or order.ordered_at or order.paid_at:
                yield _planned(order, known.get(order.number), shop)


def _undated_problem(order: ImportedOrder) -> Problem:
    return Problem(
        "error",
        order.place,
        "",
        _(
            "Order {number} has no date, so it is left out. "
            "Choose the orders report together with this file, or add the date."
        ).format(number=order.number),
    )


def _planned(order: ImportedOrder, known: _Known | None, shop: ShopRow) -> PlannedOrder:
    columns = order_columns(order, shop.currency)
    if known is None:
        return _new(order, columns)
    after = differing(columns, known.columns)
    lines = _replaced_lines(order, known, {**known.columns, **after})
    parcels = tuple(p for p in order.parcels if _is_new_parcel(p, known))
    changed = bool(after) or lines is not None or bool(parcels)
    return PlannedOrder(
        draft=order,
        kind="changed" if changed else "same",
        id=known.id,
        before={name: known.columns[name] for name in after},
        after=after,
        lines=lines,
        parcels=parcels,
    )


def _new(order: ImportedOrder, columns: OrderColumns) -> PlannedOrder:
    after = {**DEFAULTS, **columns.said}
    after.setdefault("ordered_at", after["paid_at"])
    lines = line_columns(order, paid_goods_minor(after))
    return PlannedOrder(order, "new", None, {}, after, tuple(lines), order.parcels)


def _is_new_parcel(parcel: ImportedParcel, known: _Known) -> bool:
    return bool(parcel.waybill) and folded_waybill(parcel.waybill) not in known.waybills


def _replaced_lines(
    order: ImportedOrder, known: _Known, columns: Mapping[str, Any]
) -> tuple[Values, ...] | None:
    """Return the lines that take the place of the known ones, or None to leave those.

    Lines that a return points to stay, and so do lines from details when a list comes later.
    """
    lines = tuple(line_columns(order, paid_goods_minor(columns)))
    if not lines or known.lines_held or lines == known.lines or _says_less(lines, known.lines):
        return None
    return lines


def _says_less(lines: Sequence[Values], known: Sequence[Values]) -> bool:
    """Tell whether lines are a list's summary of known ones: without their ids, or in fewer."""
    if any(line["platform_line_id"] for line in lines):
        return False
    pieces = [sum(line["quantity"] for line in each) for each in (lines, known)]
    in_fewer = len(lines) < len(known) and pieces[0] == pieces[1]
    return in_fewer or any(line["platform_line_id"] for line in known)


def _known_orders(rows: Rows, shop_id: int, numbers: list[str]) -> dict[str, _Known]:
    listed = json.dumps(numbers, ensure_ascii=False)
    found = rows.rows(
        f"SELECT id, number, {', '.join(_COLUMNS)} FROM orders"
        " WHERE shop_id = ? AND number IN (SELECT value FROM json_each(?))",
        (shop_id, listed),
    )
    ids = json.dumps([row[0] for row in found])
    lines, waybills, held = _lines(rows, ids), _waybills(rows, ids), _held(rows, ids)
    return {
        row[1]: _Known(
            id=row[0],
            columns=dict(zip(_COLUMNS, row[2:], strict=True)),
            lines=tuple(lines.get(row[0], ())),
            lines_held=row[0] in held,
            waybills=frozenset(waybills.get(row[0], ())),
        )
        for row in found
    }


def _lines(rows: Rows, ids: str) -> dict[int, list[Values]]:
    found: dict[int, list[Values]] = {}
    for order_id, *values in rows.rows(
        f"SELECT order_id, {', '.join(_LINE_COLUMNS)} FROM order_line"
        " WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, position",
        (ids,),
    ):
        found.setdefault(order_id, []).append(dict(zip(_LINE_COLUMNS, values, strict=True)))
    return found


def _waybills(rows: Rows, ids: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for order_id, waybill in rows.rows(
        "SELECT order_id, waybill_folded FROM parcel"
        " WHERE order_id IN (SELECT value FROM json_each(?))",
        (ids,),
    ):
        found.setdefault(order_id, []).append(waybill)
    return found


def _held(rows: Rows, ids: str) -> set[int]:
    """Return the orders one of whose lines a return points to."""
    found = rows.rows(
        "SELECT DISTINCT order_line.order_id FROM order_line"
        " JOIN return_line ON return_line.order_line_id = order_line.id"
        " WHERE order_line.order_id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    return {row[0] for row in found}
