"""What is exported of each kind of record: a table of columns, from which the SQL is made.

Times leave as ISO 8601 in UTC. Money leaves as whole minor units in JSON (`total_minor`), and as
a plain decimal number in tables (`total`), beside its `currency`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from shopdesk.i18n import N_


class Kind(Enum):
    """How a column's value is written."""

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    FLAG = "flag"
    MONEY = "money"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """One field: its name in the file, and the SQL that gives it.

    For a LIST, `sql` is the FROM and WHERE of its rows and `parts` are their columns; `summary`
    is the SQL that says one of them in a few words, for a table's single cell.
    """

    name: str
    sql: str
    kind: Kind = Kind.TEXT
    parts: tuple["Column", ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of record that can be exported; `title` is marked for translation."""

    name: str
    title: str
    columns: tuple[Column, ...]
    source: str
    order: str = field(default="id")


def json_sql(export: Export) -> str:
    """Return the SQL that gives each record as one JSON text, oldest first."""
    return f"SELECT {_object(export.columns)} FROM {export.source} ORDER BY {export.order}"


def table_sql(export: Export) -> str:
    """Return the SQL that gives each record as one row of plain values, oldest first."""
    cells = ", ".join(_cell(column) for column in export.columns)
    return f"SELECT {cells} FROM {export.source} ORDER BY {export.order}"


def _object(columns: tuple[Column, ...]) -> str:
    parts = (f"'{_json_name(column)}', {_json_value(column)}" for column in columns)
    return f"json_object({', '.join(parts)})"


def _json_name(column: Column) -> str:
    return f"{column.name}_minor" if column.kind is Kind.MONEY else column.name


def _json_value(column: Column) -> str:
    match column.kind:
        case Kind.TIME:
            return f"strftime('%Y-%m-%dT%H:%M:%SZ', {column.sql}, 'unixepoch')"
        case Kind.FLAG:
            return f"json(CASE WHEN {column.sql} THEN 'true' ELSE 'false' END)"
        case Kind.RECORD:
            return f"json({column.sql})"
        case Kind.LIST:
            return f"(SELECT json_group_array({_object(column.parts)}) FROM {column.sql})"
        case _:
            return column.sql


def _cell(column: Column) -> str:
    if column.kind is Kind.LIST:
        return f"(SELECT group_concat({column.summary}, '; ') FROM {column.sql})"
    if column.kind is Kind.TIME:
        return f"strftime('%Y-%m-%d %H:%M:%S', {column.sql}, 'unixepoch')"
    return column.sql


def money_columns(export: Export) -> Iterator[int]:
    """Yield the places of the columns that hold money."""
    return (i for i, column in enumerate(export.columns) if column.kind is Kind.MONEY)


def currency_column(export: Export) -> int | None:
    """Return the place of the column that names the currency of a row's money."""
    names = [column.name for column in export.columns]
    return names.index("currency") if "currency" in names else None


_HANDLES = Column(
    "handles",
    "customer_handle WHERE customer_id = customer.id",
    Kind.LIST,
    (Column("platform", "platform"), Column("handle", "handle")),
    "handle",
)


def _parcels(of: str) -> Column:
    return Column(
        "parcels",
        f"parcel LEFT JOIN courier ON courier.id = parcel.courier_id WHERE {of}",
        Kind.LIST,
        (
            Column("courier", "coalesce(nullif(parcel.courier_name, ''), courier.code, '')"),
            Column("waybill", "parcel.waybill"),
            Column("sent_at", "parcel.sent_at", Kind.TIME),
            Column("delivered_at", "parcel.delivered_at", Kind.TIME),
        ),
        "parcel.waybill",
    )


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
        _parcels("parcel.order_id = orders.id"),
    ),
    "orders JOIN shop ON shop.id = orders.shop_id"
    " LEFT JOIN customer ON customer.id = orders.customer_id",
    "orders.id",
)

RETURNS = Export(
    "returns",
    N_("Returns"),
    (
        Column("number", "cases.number"),
        Column("shop", "shop.name"),
        Column("state", "cases.state"),
        Column("order", "coalesce(orders.number, return_case.order_number)"),
        Column("buyer", "coalesce(nullif(return_case.buyer_name, ''), customer.name, '')"),
        Column("buyer_phone", "coalesce(nullif(return_case.buyer_phone, ''), orders.phone, '')"),
        Column("reason", "coalesce(nullif(reason.name, ''), reason.code)"),
        Column("remedy", "return_case.remedy"),
        Column("goods_back", "return_case.goods_back", Kind.FLAG),
        Column("freight_payer", "return_case.freight_payer"),
        Column("policy", "coalesce(policy.preset, '')"),
        Column("policy_advice", "return_case.advice", Kind.RECORD),
        Column("overridden", "return_case.overridden", Kind.FLAG),
        Column("opened_at", "cases.opened_at", Kind.TIME),
        Column("decided_at", "return_case.decided_at", Kind.TIME),
        Column("sent_at", "return_case.sent_at", Kind.TIME),
        Column("arrived_at", "return_case.arrived_at", Kind.TIME),
        Column("settled_at", "cases.settled_at", Kind.TIME),
        Column("closed_at", "cases.closed_at", Kind.TIME),
        Column("due_at", "cases.due_at", Kind.TIME),
        Column("due_for", "cases.due_clock"),
        Column("send_by", "return_case.send_by"),
        Column("slip_printed_at", "return_case.slip_printed_at", Kind.TIME),
        Column("currency", "cases.currency"),
        Column("refund_goods", "cases.refund_goods_minor", Kind.MONEY),
        Column("refund_freight", "cases.refund_freight_minor", Kind.MONEY),
        Column("decline_reason", "return_case.decline_reason"),
        Column("note", "cases.note"),
        Column(
            "lines",
            "return_line WHERE case_id = cases.id",
            Kind.LIST,
            (
                Column("sku", "sku"),
                Column("title", "title"),
                Column("variant", "variant"),
                Column("quantity", "quantity", Kind.NUMBER),
                Column("value", "value_minor", Kind.MONEY),
            ),
            "trim(title || ' ' || variant) || ' x' || quantity",
        ),
        _parcels("parcel.case_id = cases.id"),
        Column(
            "timeline",
            "timeline_entry WHERE case_id = cases.id",
            Kind.LIST,
            (
                Column("at", "at", Kind.TIME),
                Column("person", "person"),
                Column("event", "event"),
                Column("text", "text"),
                Column("values", '"values"', Kind.RECORD),
            ),
            "strftime('%Y-%m-%d %H:%M', at, 'unixepoch') || ' ' || event",
        ),
    ),
    "cases JOIN return_case ON return_case.id = cases.id"
    " JOIN shop ON shop.id = cases.shop_id"
    " LEFT JOIN policy ON policy.id = return_case.policy_id"
    " LEFT JOIN orders ON orders.id = cases.order_id"
    " LEFT JOIN customer ON customer.id = cases.customer_id"
    " LEFT JOIN reason ON reason.id = cases.reason_id",
    "cases.id",
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

EXPORTS = {export.name: export for export in (ORDERS, RETURNS, CUSTOMERS)}
