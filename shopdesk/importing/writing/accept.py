"""Writing an import that a person accepted: all of it in one change, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from shopdesk.importing.drafts import ImportedOrder, ImportedParcel
from shopdesk.importing.writing.buyers import BuyerBook
from shopdesk.importing.writing.plan import CHUNK, PlannedOrder, plan_orders
from shopdesk.models import Base
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.couriers import courier_code, folded_waybill
from shopdesk.storage.bulk import BulkWriter, RowUpdate
from shopdesk.storage.database import unit_of
from shopdesk.storage.indexing import CUSTOMERS, INDEXES, ORDERS

_TABLES = Base.metadata.tables
ORDER = _TABLES["orders"]
LINE = _TABLES["order_line"]
PARCEL = _TABLES["parcel"]
PRODUCT = _TABLES["product"]

Values = dict[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import wrote."""

    new: int
    changed: int
    same: int


def accept_import(
    session: Session,
    shop: ShopRow,
    orders: Sequence[ImportedOrder],
    progress: Progress = lambda _done, _all: None,
) -> ImportCounts:
    """Write new and changed orders; compared anew, so the same file again changes nothing.

    `progress` is told orders done and all orders; what it raises takes the whole import back.
    """
    writing = _Import(session, shop)
    counts = {"new": 0, "changed": 0, "same": 0}
    planned = plan_orders(writing.writer, shop, orders)
    while chunk := list(islice(planned, CHUNK)):
        writing.write([p for p in chunk if p.kind != "same"])
        for order in chunk:
            counts[order.kind] += 1
        progress(sum(counts.values()), len(orders))
    return ImportCounts(**counts)


class _Import:
    """One import under way."""

    def __init__(self, session: Session, shop: ShopRow) -> None:
        self.writer = BulkWriter(session)
        self._session = session
        self._shop = shop
        now = int(unit_of(session).at.timestamp())
        self._buyers = BuyerBook(self.writer, shop.platform, now)
        self._products = _keyed(
            self.writer.rows("SELECT key, id FROM product WHERE shop_id = ?", (shop.id,))
        )
        self._couriers = _keyed(self.writer.rows("SELECT code, id FROM courier"))

    def write(self, orders: Sequence[PlannedOrder]) -> None:
        """Write one chunk and make it findable."""
        customers = self._buyers.ids_for([order.draft.buyer for order in orders])
        ids = [order.id if order.id is not None else self.writer.next_id(ORDER) for order in orders]
        self.writer.insert(
            ORDER,
            [
                self._order_row(order, order_id, customer_id)
                for order, order_id, customer_id in zip(orders, ids, customers, strict=True)
                if order.kind == "new"
            ],
        )
        self.writer.update(
            ORDER,
            [
                RowUpdate(order.id, dict(order.before), dict(order.after))
                for order in orders
                if order.id is not None and order.after
            ],
        )
        placed = list(zip(ids, orders, strict=True))
        self._write_lines(placed)
        self._write_parcels(placed)
        self._make_findable(ids, customers)

    def _make_findable(self, ids: Sequence[int], customers: Sequence[int | None]) -> None:
        connection = self._session.connection()
        ORDERS.refresh(connection, ids)
        CUSTOMERS.refresh(connection, {found for found in customers if found is not None})
        for index in INDEXES:
            index.refresh_owned(connection, "customer", self._buyers.extended)

    def _order_row(self, order: PlannedOrder, order_id: int, customer_id: int | None) -> Values:
        return {
            "id": order_id,
            "version": 1,
            "shop_id": self._shop.id,
            "number": order.draft.number,
            "customer_id": customer_id,
            **{name: order.after[name] for name in _ORDER_COLUMNS},
        }

    def _write_lines(self, orders: Iterable[tuple[int, PlannedOrder]]) -> None:
        replaced = [(order_id, order) for order_id, order in orders if order.lines is not None]
        old = [order_id for order_id, order in replaced if order.kind == "changed"]
        self.writer.delete(LINE, self._line_ids(old))
        rows: list[Values] = []
        products: list[Values] = []
        for order_id, order in replaced:
            for line in order.lines or ():
                product_id = self._product(line, products)
                rows.append(
                    {
                        "id": self.writer.next_id(LINE),
                        "order_id": order_id,
                        "product_id": product_id,
                        **line,
                    }
                )
        self.writer.insert(PRODUCT, products)
        self.writer.insert(LINE, rows)

    def _line_ids(self, order_ids: Sequence[int]) -> list[int]:
        places = ", ".join("?" * len(order_ids))
        found = self.writer.rows(
            f"SELECT id FROM order_line WHERE order_id IN ({places})", order_ids
        )
        return [int(str(row[0])) for row in found]

    def _product(self, line: Values, new: list[Values]) -> int:
        """Return the product of a line: the SKU's, or the title's where it has none."""
        key = line["sku"] or line["title"]
        if key not in self._products:
            self._products[key] = self.writer.next_id(PRODUCT)
            new.append(
                {
                    "id": self._products[key],
                    "version": 1,
                    "shop_id": self._shop.id,
                    "key": key,
                    "sku": line["sku"],
                    "title": line["title"],
                    "category": "general",
                }
            )
        return self._products[key]

    def _write_parcels(self, orders: Iterable[tuple[int, PlannedOrder]]) -> None:
        self.writer.insert(
            PARCEL,
            [
                self._parcel_row(order_id, parcel)
                for order_id, order in orders
                for parcel in order.parcels
                if parcel.waybill
            ],
        )

    def _parcel_row(self, order_id: int, parcel: ImportedParcel) -> Values:
        return {
            "id": self.writer.next_id(PARCEL),
            "version": 1,
            "order_id": order_id,
            "case_id": None,
            "direction": "out",
            "courier_id": self._couriers.get(courier_code(parcel.courier_name)),
            "courier_name": parcel.courier_name,
            "waybill": parcel.waybill,
            "waybill_folded": folded_waybill(parcel.waybill),
            "sent_at": _seconds(parcel.sent_at),
            "delivered_at": _seconds(parcel.delivered_at),
        }


_ORDER_COLUMNS = [
    column.name
    for column in ORDER.columns
    if column.name not in ("id", "version", "shop_id", "number", "customer_id")
]


def _keyed(rows: Iterable[tuple[object, ...]]) -> dict[str, int]:
    return {str(key): int(str(row_id)) for key, row_id in rows}


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())
