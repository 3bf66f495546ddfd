"""What is exported of each reshipment: goods, address, parcels and what couriers said of them."""

from shopdesk.exporting.case_lists import DUE, GOODS, LISTS, OF_CASES, ORIGIN, OWNER, WHOSE
from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.exporting.parcels import parcels_of
from shopdesk.i18n import N_

GOODS_OUT = (
    Column("sku", "sku"),
    Column("title", "title"),
    Column("variant", "variant"),
    Column("quantity", "quantity", Kind.NUMBER),
    Column("price", "price_minor", Kind.MONEY),
)
"""The columns of one kind of goods that goes out."""

_EVENTS = Column(
    "events",
    "(SELECT * FROM tracking_event WHERE parcel_id = parcel.id ORDER BY at, id)",
    Kind.LIST,
    (
        Column("at", "at", Kind.TIME),
        Column("place", "place"),
        Column("text", "text"),
        Column("status", "status"),
        Column("source", "source"),
        Column("added_at", "added_at", Kind.TIME),
        Column("person", "person"),
    ),
    "text",
)

RESHIPMENTS = Export(
    "reshipments",
    N_("Reshipments"),
    (
        Column("number", "cases.number"),
        Column("shop", "shop.name"),
        Column("state", "cases.state"),
        ORIGIN,
        *WHOSE,
        OWNER,
        Column("reason", "reshipment.reason"),
        Column("recipient", "reshipment.recipient"),
        Column("phone", "reshipment.phone"),
        Column("address", "reshipment.address"),
        Column("postcode", "reshipment.postcode"),
        Column("country", "reshipment.country"),
        Column("zone", "reshipment.zone"),
        Column("wait_note", "reshipment.wait_note"),
        Column("opened_at", "cases.opened_at", Kind.TIME),
        Column("slip_printed_at", "reshipment.slip_printed_at", Kind.TIME),
        Column("packed_at", "reshipment.packed_at", Kind.TIME),
        Column("sent_at", "reshipment.sent_at", Kind.TIME),
        Column("delivered_at", "reshipment.delivered_at", Kind.TIME),
        Column("confirmed_at", "reshipment.confirmed_at", Kind.TIME),
        Column("closed_at", "cases.closed_at", Kind.TIME),
        *DUE,
        Column("currency", "cases.currency"),
        Column("cost", "cases.cost_minor", Kind.MONEY),
        Column("note", "cases.note"),
        Column("lines", "reshipment_line WHERE case_id = cases.id", Kind.LIST, GOODS_OUT, GOODS),
        parcels_of(
            "parcel.case_id = cases.id",
            Column("status", "parcel.status"),
            Column("moved_at", "parcel.moved_at", Kind.TIME),
            _EVENTS,
        ),
        *LISTS,
    ),
    f"cases JOIN reshipment ON reshipment.id = cases.id{OF_CASES}",
    "cases.id",
)
