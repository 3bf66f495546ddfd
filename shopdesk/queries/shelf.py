"""The parcels that came and belong to no return yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.folding import fold
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A parcel on the shelf; `courier` is a code of rules.couriers or empty.

    It is of no shop yet: `timezone` is the oldest shop's.
    """

    id: int
    number: str
    waybill: str
    courier: str
    courier_name: str
    note: str
    came_at: datetime
    photos: int
    timezone: str


_shelf_row = RowsOf(ShelfRow)

ON_SHELF = """
    parcel.order_id IS NULL AND parcel.case_id IS NULL AND parcel.let_go_at IS NULL
    AND parcel.direction = 'back' AND parcel.delivered_at IS NOT NULL
"""
"""What makes a row of `parcel` one on the shelf; the first three are a partial index."""

SHELF_SQL = f"""
    SELECT parcel.id, parcel.number, parcel.waybill, coalesce(courier.code, ''),
        parcel.courier_name, parcel.note, parcel.delivered_at,
        (SELECT count(*) FROM attachment WHERE parcel_id = parcel.id),
        coalesce((SELECT timezone FROM shop ORDER BY id LIMIT 1), 'UTC')
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


def load_shelf_rows(reader: Reader, ids: Sequence[int]) -> list[ShelfRow]:
    """Return the parcels of `ids` that are still on the shelf, in this order."""
    sql = f"{SHELF_SQL} AND parcel.id IN (SELECT value FROM json_each(?))"
    found = {row[0]: _shelf_row(row) for row in reader.rows(sql, (id_list(ids),))}
    return in_order(ids, found)


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
