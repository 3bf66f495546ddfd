"""What is exported of each order."""

from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.exporting.parcels import parcels_of
from shopdesk.i18n import N_

ORDERS = Export(
    "orders",
    N_("Orders"),
    (
        Column("number", "orders.number"),
        Column("shop", "shop.name"),
        Column("platform", "shop.platform"),
        Column("platform_id", "orders.platform_id"),
        Column("status", "orders.status"),
        Column("status_text", "orders.status_text"),
        Column("ordered_at", "orders.ordered_at", Kind.TIME),
        Column("paid_at", "orders.paid_at", Kind.TIME),
        Column("delivered_at", "orders.delivered_at", Kind.TIME),
        Column("cancelled_at", "orders.cancelled_at", Kind.TIME),
        Column("currency", "orders.currency"),
        Column("goods", "orders.goods_minor", Kind.MONEY),
        Column("freight", "orders.freight_minor", Kind.MONEY),
        Column("discount", "orders.discount_minor", Kind.MONEY),
        Column("tax", "orders.tax_minor", Kind.MONEY),
        Column("total", "orders.total_minor", Kind.MONEY),
        Column("paid", "orders.paid_minor", Kind.MONEY),
        Column("refunded", "orders.refunded_minor", Kind.MONEY),
        Column("customer", "customer.name"),
        Column(
            "handle",
            "(SELECT handle FROM customer_handle WHERE customer_id = customer.id"
            " ORDER BY id LIMIT 1)",
        ),
        Column(
            "email",
            "(SELECT value FROM customer_contact WHERE customer_id = customer.id"
            " AND kind = 'email' ORDER BY id LIMIT 1)",
        ),
        Column("recipient", "orders.recipient"),
        Column("phone", "orders.phone"),
        Column("address", "orders.address"),
        Column("postcode", "orders.postcode"),
        Column("country", "orders.country"),
        Column("buyer_note", "orders.buyer_note"),
        Column("seller_note", "orders.seller_note"),
        Column(
            "lines",
            "order_line WHERE order_id = orders.id",
            Kind.LIST,
            (
                Column("sku", "sku"),
                Column("title", "title"),
                Column("variant", "variant"),
                Column("quantity", "quantity", Kind.NUMBER),
                Column("price", "price_minor", Kind.MONEY),
                Column("paid", "paid_minor", Kind.MONEY),
            ),
            "trim(title || ' ' || variant) || ' x' || quantity",
        ),
        parcels_of("parcel.order_id = orders.id"),
    ),
    "orders JOIN shop ON shop.id = orders.shop_id"
    " LEFT JOIN customer ON customer.id = orders.customer_id",
    "orders.id",
)
