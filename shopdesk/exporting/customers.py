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

CUSTOMERS = Export(
    "customers",
    N_("Customers"),
    (
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
        Column("created_at", "customer.created_at", Kind.TIME),
        Column("note", "customer.note"),
    ),
    "customer",
    "customer.id",
)
