"""The couriers that a parcel can be given to, and what helps to choose the right one."""

from dataclasses import dataclass

from shopdesk.queries.values import RowsOf
from shopdesk.rules.couriers import COURIERS, folded_waybill
from shopdesk.storage.reader import Reader

LATELY = 300
"""How many of the newest parcels tell which couriers a shop uses."""


@dataclass(frozen=True, slots=True)
class CourierRow:
    """A courier; `name` is the shop's own word for it, else empty.

    `version` is 0 for a preset that came with a later ShopDesk than the file: it gets its row
    with its first parcel or change.
    """

    code: str
    name: str
    tracking_url: str
    archived: bool
    version: int


@dataclass(frozen=True, slots=True)
class Carriers:
    """Who may carry a parcel of a shop: the couriers, its country, those used lately."""

    couriers: tuple[CourierRow, ...]
    region: str
    used: tuple[str, ...]
    brought: str
    """Who brought the order; empty where that is not known."""

    @property
    def likely(self) -> str:
        """The courier to begin with: many buyers take the same one back."""
        return self.brought or next(iter(self.used), "")

    def own_name(self, code: str) -> str:
        """Return the shop's own word for a courier, else nothing."""
        return next((each.name for each in self.couriers if each.code == code), "")


@dataclass(frozen=True, slots=True)
class Twin:
    """Another open return that a waybill stands on already."""

    case_id: int
    number: str
    buyer: str


_courier = RowsOf(CourierRow)

_USED = f"""
    SELECT courier.code FROM (
        SELECT parcel.id, parcel.courier_id, coalesce(cases.shop_id, orders.shop_id) AS shop_id
        FROM parcel LEFT JOIN cases ON cases.id = parcel.case_id
        LEFT JOIN orders ON orders.id = parcel.order_id
        ORDER BY parcel.id DESC LIMIT {LATELY}
    ) AS newest JOIN courier ON courier.id = newest.courier_id
    WHERE newest.shop_id = ? AND courier.archived_at IS NULL
    GROUP BY courier.code ORDER BY max(newest.id) DESC
"""

_BROUGHT = """
    SELECT courier.code FROM parcel JOIN courier ON courier.id = parcel.courier_id
    WHERE parcel.order_id = ? AND parcel.direction = 'out' ORDER BY parcel.id LIMIT 1
"""

LIKELY = """coalesce(
    (SELECT courier.code FROM parcel JOIN courier ON courier.id = parcel.courier_id
      WHERE parcel.case_id = cases.id AND parcel.direction = 'out'
      ORDER BY parcel.id DESC LIMIT 1),
    (SELECT courier.code FROM parcel JOIN courier ON courier.id = parcel.courier_id
      WHERE parcel.order_id = cases.order_id AND parcel.direction = 'out'
      ORDER BY parcel.id LIMIT 1), '')"""
"""The courier of a case's own parcel, else the one that brought its order; beside `cases`."""

_TWINS = """
    SELECT DISTINCT cases.id, cases.number,
        coalesce(nullif(cases.buyer_name, ''), nullif(orders.recipient, ''),
            customer.name, '')
    FROM parcel JOIN cases ON cases.id = parcel.case_id
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE parcel.waybill_folded = ? AND parcel.direction = 'back'
        AND cases.closed_at IS NULL AND cases.id <> ?
    ORDER BY cases.id
"""


def load_couriers(reader: Reader) -> list[CourierRow]:
    """Return the couriers in use, in the order in which they were set up."""
    return [courier for courier in load_all_couriers(reader) if not courier.archived]


def load_all_couriers(reader: Reader) -> list[CourierRow]:
    """Return every courier, those too that are not used any more."""
    found = reader.rows(
        "SELECT code, name, tracking_url, archived_at IS NOT NULL, version FROM courier ORDER BY id"
    )
    kept = list(map(_courier, found))
    there = {courier.code for courier in kept}
    later = (preset for preset in COURIERS.values() if preset.code not in there)
    return [*kept, *(CourierRow(each.code, "", each.tracking_url, False, 0) for each in later)]


def load_carriers(reader: Reader, shop_id: int, order_id: int | None) -> Carriers:
    """Return who may carry a parcel of a shop, of an order if it has one."""
    return Carriers(
        couriers=tuple(load_couriers(reader)),
        region=reader.value("SELECT region FROM shop WHERE id = ?", (shop_id,)) or "",
        used=tuple(code for (code,) in reader.rows(_USED, (shop_id,))),
        brought=reader.value(_BROUGHT, (order_id,)) or "",
    )


def find_twins(reader: Reader, waybill: str, case_id: int) -> list[Twin]:
    """Return the open returns besides one that a waybill stands on, however it was written."""
    folded = folded_waybill(waybill)
    if not folded:
        return []
    return [Twin(*row) for row in reader.rows(_TWINS, (folded, case_id))]
