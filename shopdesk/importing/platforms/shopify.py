"""Shopify's orders_export.csv in its layouts since 2012, and what Excel leaves of it.

Fields of the order stand on its first row only; later rows have the line, e-mail and time.
"""

from shopdesk.i18n import N_
from shopdesk.importing.declaration import ANY, Column, Kind, Layout, StatusRule

_ORDER = (
    Column("number", ("Name",), Kind.ID),
    Column("platform_id", ("Id",), Kind.ID),
    Column("currency", ("Currency",), Kind.CURRENCY),
    Column("ordered_at", ("Created at",), Kind.MOMENT),
    Column("paid_at", ("Paid at",), Kind.MOMENT),
    Column("cancelled_at", ("Cancelled at",), Kind.MOMENT),
    Column("word.payment", ("Financial Status",)),
    Column("word.delivery", ("Fulfillment Status",)),
    Column("status_text", ("Financial Status", "Fulfillment Status"), joined=True),
    Column("goods_minor", ("Subtotal",), Kind.MONEY),
    Column("freight_minor", ("Shipping",), Kind.MONEY),
    Column("discount_minor", ("Discount Amount",), Kind.MONEY),
    Column("tax_minor", ("Taxes",), Kind.MONEY),
    Column("total_minor", ("Total",), Kind.MONEY),
    Column("refunded_minor", ("Refunded Amount",), Kind.MONEY),
    Column("unpaid_minor", ("Outstanding Balance",), Kind.MONEY),
    Column("buyer_note", ("Notes",)),
    Column("parcel.sent_at", ("Fulfilled at",), Kind.MOMENT),
)

_PEOPLE = (
    Column("buyer.email", ("Email",)),
    Column("buyer.phone", ("Shipping Phone", "Phone", "Billing Phone")),
    Column("buyer.name", ("Shipping Name",)),
    Column("buyer.address", ("Shipping Street", "Shipping Address1")),
    Column("buyer.city", ("Shipping City",)),
    Column("buyer.region", ("Shipping Province Name", "Shipping Province")),
    Column("buyer.postcode", ("Shipping Zip",)),
    Column("buyer.country", ("Shipping Country",)),
    Column("payer.name", ("Billing Name",)),
    Column("payer.address", ("Billing Street", "Billing Address1")),
    Column("payer.city", ("Billing City",)),
    Column("payer.region", ("Billing Province Name", "Billing Province")),
    Column("payer.postcode", ("Billing Zip",)),
    Column("payer.country", ("Billing Country",)),
)

_LINE = (
    Column("line.title", ("Lineitem name",)),
    Column("line.quantity", ("Lineitem quantity",), Kind.QUANTITY),
    Column("line.price_minor", ("Lineitem price",), Kind.MONEY),
    Column("line.discount_minor", ("Lineitem discount",), Kind.MONEY),
    Column("line.sku", ("Lineitem sku",)),
    Column("line.vendor", ("Vendor",)),
)

_STATUSES = (
    StatusRule("cancelled", {"cancelled_at": ANY}),
    StatusRule("cancelled", {"word.payment": "voided"}),
    StatusRule("cancelled", {"word.payment": "expired"}),
    StatusRule("refunded", {"word.payment": "refunded"}),
    StatusRule("sent", {"word.delivery": "fulfilled"}),
    StatusRule("paid", {"word.payment": "paid"}),
    StatusRule("paid", {"word.payment": "partially_refunded"}),
    StatusRule("unpaid", {"word.payment": "partially_paid"}),
    StatusRule("unpaid", {"word.payment": "authorized"}),
    StatusRule("unpaid", {"word.payment": "pending"}),
    StatusRule("unpaid", {"word.payment": "unpaid"}),
)

LAYOUTS = (
    Layout(
        key="shopify.orders",
        title=N_("Shopify orders"),
        platforms=("shopify",),
        columns=(*_ORDER, *_PEOPLE, *_LINE),
        needed=(("number",), ("ordered_at",), ("line.title",), ("line.quantity",)),
        statuses=_STATUSES,
        paid_words=frozenset({"paid", "refunded", "partially_refunded"}),
    ),
)
