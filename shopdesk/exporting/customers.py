"""What is exported of each customer."""

from shopdesk.exporting.columns import Column, Export, Kind
from shopdesk.i18n import N_

_HANDLES = Column(
    "handles",
    "customer_handle WHERE customer_id = customer.id",
    Kind.LIST,
    (Column("platform", "platform"), Column("handle", "handle")),
    "handle",
)

_FLAGS = Column(
    "flags",
    "(SELECT * FROM customer_flag WHERE customer_id = customer.id ORDER BY id)",
    Kind.LIST,
    (
        Column("flag", "flag"),
        Column("reason", "reason"),
        Column("set_at", "set_at", Kind.TIME),
        Column("set_by", "set_by"),
    ),
    "flag",
)

_REFUNDED = Column(
    "refunded",
    "(SELECT currency, sum(refund_goods_minor + refund_freight_minor) AS minor FROM cases"
    " WHERE customer_id = customer.id GROUP BY currency HAVING minor > 0)",
    Kind.LIST,
    (Column("currency", "currency"), Column("amount", "minor", Kind.MONEY)),
    "currency",
)

_SCORES = Column(
    "scores",
    "(SELECT * FROM follow_up WHERE customer_id = customer.id AND score IS NOT NULL"
    " ORDER BY done_at, id)",
    Kind.LIST,
    (
        Column("at", "done_at", Kind.TIME),
        Column("score", "score", Kind.NUMBER),
        Column("note", "score_note"),
    ),
    "score",
)

_MERGED = Column(
    "merged",
    "customer AS other WHERE other.merged_into_id = customer.id",
    Kind.LIST,
    (Column("id", "other.id", Kind.NUMBER), Column("name", "other.name")),
    "other.name",
)

CUSTOMERS = Export(
    "customers",
    N_("Customers"),
    (
        Column("id", "customer.id", Kind.NUMBER),
        Column("name", "customer.name"),
        _HANDLES,
        Column(
            "contacts",
            "customer_contact WHERE customer_id = customer.id",
            Kind.LIST,
            (Column("kind", "kind"), Column("value", "value")),
            "value",
        ),
        Column(
            "addresses",
            "customer_address WHERE customer_id = customer.id",
            Kind.LIST,
            (
                Column("recipient", "recipient"),
                Column("address", "address"),
                Column("postcode", "postcode"),
                Column("country", "country"),
            ),
            "trim(recipient || ' ' || address)",
        ),
        Column(
            "orders", "(SELECT count(*) FROM orders WHERE customer_id = customer.id)", Kind.NUMBER
        ),
        Column(
            "cases", "(SELECT count(*) FROM cases WHERE customer_id = customer.id)", Kind.NUMBER
        ),
        _REFUNDED,
        _SCORES,
        _FLAGS,
        _MERGED,
        Column("created_at", "customer.created_at", Kind.TIME),
        Column("note", "customer.note"),
    ),
    # Who was merged into another is that one now.
    "customer WHERE customer.merged_into_id IS NULL",
    "customer.id",
)
