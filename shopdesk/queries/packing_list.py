"""What the packer's list shows, for many reshipments at once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.couriers import Carriers, load_carriers
from shopdesk.queries.inspection_sheet import rows_by_id
from shopdesk.queries.label_sheets import load_slip_papers
from shopdesk.queries.paper import SlipLine, SlipPaper
from shopdesk.queries.paper_lists import ListedParcel, PackingList
from shopdesk.queries.shops import load_shop
from shopdesk.queries.values import RowsOf, id_list
from shopdesk.storage.reader import Reader, Row

_parcel = RowsOf(ListedParcel)

# The courier of a parcel is its own, else the one that brought the order.
_PARCELS = """
    SELECT cases.id, cases.shop_id, cases.number,
        coalesce(nullif(reshipment.recipient, ''), cases.buyer_name), reshipment.address,
        coalesce(orders.number, cases.order_number), cases.note, reshipment.wait_note,
        cases.state,
        coalesce(
            (SELECT courier.code FROM parcel JOIN courier ON courier.id = parcel.courier_id
             WHERE parcel.case_id = cases.id AND parcel.direction = 'out'
             ORDER BY parcel.id DESC LIMIT 1),
            (SELECT courier.code FROM parcel JOIN courier ON courier.id = parcel.courier_id
             WHERE parcel.order_id = cases.order_id AND parcel.direction = 'out'
             ORDER BY parcel.id LIMIT 1),
            '')
    FROM cases
    JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_LINES = """
    SELECT case_id, title, variant, sku, quantity FROM reshipment_line
    WHERE case_id IN (SELECT value FROM json_each(?)) ORDER BY case_id, position
"""


def read_packing_list(reader: Reader, case_ids: Sequence[int]) -> Iterator[PackingList]:
    """Yield one list of all reshipments, in their order, that looks like the first one's shop.

    Raises DomainError if one of them is gone.
    """
    ids = (id_list(case_ids),)
    rows = {row[0]: row for row in reader.rows(_PARCELS, ids)}
    if not rows or not rows.keys() >= set(case_ids):
        raise DomainError(_("This reshipment is no longer there. Load the page again."))
    placed = [rows[case_id] for case_id in case_ids]
    shops = [load_shop(reader, shop_id) for shop_id in dict.fromkeys(row[1] for row in placed)]
    yield PackingList(
        parcels=tuple(_parcels(reader, placed, rows_by_id(reader.rows(_LINES, ids)))),
        shop_names=tuple(shop.name for shop in shops),
        made_at=datetime.now(UTC),
        timezone=shops[0].timezone,
        buyer_language=shops[0].buyer_language,
        region=shops[0].region,
        paper=load_slip_papers(reader).get(shops[0].id, SlipPaper()),
    )


def _parcels(
    reader: Reader, rows: Sequence[Row], lines: Mapping[int, Sequence[Row]]
) -> Iterator[ListedParcel]:
    shops: dict[int, Carriers] = {}
    for case_id, shop_id, *texts, brought in rows:
        if shop_id not in shops:
            shops[shop_id] = load_carriers(reader, shop_id, None)
        carriers = shops[shop_id]
        courier = brought or carriers.likely
        yield _parcel(
            texts,
            courier=courier,
            courier_name=carriers.own_name(courier),
            lines=tuple(SlipLine(*line) for line in lines.get(case_id, ())),
        )
