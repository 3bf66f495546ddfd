"""The parcels that came and belong to no return yet."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf
from shopdesk.storage.grams import fold
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A parcel on the shelf; `courier` is a code of rules.couriers or empty."""

    id: int
    number: str
    waybill: str
    courier: str
    courier_name: str
    note: str
    came_at: datetime
    photos: int


_shelf_row = RowsOf(ShelfRow)

ON_SHELF = """
    parcel.order_id IS NULL AND parcel.case_id IS NULL AND parcel.let_go_at IS NULL
    AND parcel.direction = 'back' AND parcel.delivered_at IS NOT NULL
"""
"""What makes a row of `parcel` one on the shelf; the first three are a partial index."""

SHELF_SQL = f"""
    SELECT parcel.id, parcel.number, parcel.waybill, coalesce(courier.code, ''),
        parcel.courier_name, parcel.note, parcel.delivered_at,
        (SELECT count(*) FROM attachment WHERE parcel_id = parcel.id)
    FROM parcel LEFT JOIN courier ON courier.id = parcel.courier_id
    WHERE {ON_SHELF}
"""


def load_shelf(reader: Reader, sought: str = "") -> list[ShelfRow]:
    """Return the parcels on the shelf whose number, waybill or note has every word sought.

    The newest come first. The shelf is short, so its rows are looked at one by one.
    """
    rows = map(_shelf_row, reader.rows(f"{SHELF_SQL} ORDER BY parcel.id DESC"))
    wanted = fold(sought).split()
    return [row for row in rows if _has(row, wanted)]


def load_shelf_parcel(reader: Reader, parcel_id: int) -> ShelfRow | None:
    """Return one parcel, or None if it is not on the shelf any more."""
    found = reader.row(f"{SHELF_SQL} AND parcel.id = ?", (parcel_id,))
    return None if found is None else _shelf_row(found)


def find_on_shelf(reader: Reader, number: str) -> ShelfRow | None:
    """Return the parcel on the shelf with a number such as U-2611-0001, or None."""
    found = reader.row(f"{SHELF_SQL} AND parcel.number = ?", (number,))
    return None if found is None else _shelf_row(found)


def count_shelf(reader: Reader) -> int:
    """Return how many parcels are on the shelf."""
    return int(reader.value(f"SELECT count(*) FROM parcel WHERE {ON_SHELF}"))


def _has(row: ShelfRow, wanted: list[str]) -> bool:
    text = fold(f"{row.number} {row.waybill} {row.note}")
    plain = text.replace("-", "").replace(" ", "")
    return all(word in text or word.replace("-", "") in plain for word in wanted)
