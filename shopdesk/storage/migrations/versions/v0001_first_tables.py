"""The shop's first tables: shop, people, buyers, orders, cases, returns, changes, search."""

from collections.abc import Mapping, Sequence
from typing import Any

from alembic import op
from sqlalchemy import (
    Column,
    Constraint,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

revision = "0001"
down_revision = None

# Only grams are kept: the text itself lies in the doc tables. `^` marks the start of a word.
FTS = (
    "CREATE VIRTUAL TABLE {name} USING fts5(g, content='', contentless_delete=1, detail=none,"
    " tokenize=\"ascii tokenchars '^'\")"
)


def upgrade() -> None:
    """Create everything, parents first."""
    _create_shop()
    _create_customers()
    _create_orders()
    _create_cases()
    _create_returns()
    _create_changes()
    _create_search()


def _table(
    name: str,
    *columns: Column[Any],
    unique: Sequence[tuple[str, ...]] = (),
    refers: Mapping[str, str] | None = None,
) -> None:
    constraints: list[Constraint] = [
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(UniqueConstraint(*cols, name=f"uq_{name}_{'_'.join(cols)}") for cols in unique),
        *(
            ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_{name}_{column}")
            for column, table in (refers or {}).items()
        ),
    ]
    op.create_table(name, _number("id"), *columns, *constraints, sqlite_strict=True)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _index(name: str, table: str, columns: Sequence[str], *, where: str | None = None) -> None:
    condition = text(where) if where else None
    op.create_index(name, table, [text(c) for c in columns], sqlite_where=condition)


def _create_shop() -> None:
    _table(
        "shop",
        _text("name"),
        _text("platform"),
        _text("region"),
        _text("currency"),
        _text("timezone"),
        _text("policy"),
        _text("return_name"),
        _text("return_phone"),
        _text("return_address"),
        _number("created_at"),
        _number("archived_at", null=True),
        _number("version"),
    )
    _table(
        "person",
        _text("name"),
        _number("created_at"),
        _number("archived_at", null=True),
        _number("version"),
        unique=[("name",)],
    )


def _create_customers() -> None:
    _table(
        "customer",
        _text("name"),
        _text("note"),
        _number("created_at"),
        _number("version"),
    )
    _index("ix_customer_name", "customer", ["name", "id"])
    _table(
        "customer_handle",
        _number("customer_id"),
        _text("platform"),
        _text("handle"),
        unique=[("platform", "handle")],
        refers={"customer_id": "customer"},
    )
    _index("ix_customer_handle_customer_id", "customer_handle", ["customer_id"])
    _table(
        "customer_contact",
        _number("customer_id"),
        _text("kind"),
        _text("value"),
        _text("folded"),
        unique=[("customer_id", "kind", "folded")],
        refers={"customer_id": "customer"},
    )
    _index("ix_customer_contact_folded", "customer_contact", ["folded"])
    _table(
        "customer_address",
        _number("customer_id"),
        _text("recipient"),
        _text("address"),
        _text("postcode"),
        _text("country"),
        unique=[("customer_id", "recipient", "address")],
        refers={"customer_id": "customer"},
    )


def _create_orders() -> None:
    _table(
        "product",
        _number("shop_id"),
        _text("key"),
        _text("sku"),
        _text("title"),
        _text("category"),
        _number("version"),
        unique=[("shop_id", "key")],
        refers={"shop_id": "shop"},
    )
    _table(
        "courier",
        _text("code"),
        _text("name"),
        _text("tracking_url"),
        _number("archived_at", null=True),
        _number("version"),
        unique=[("code",)],
    )
    _table(
        "orders",
        _number("shop_id"),
        _text("number"),
        _text("platform_id"),
        _number("customer_id", null=True),
        _text("status"),
        _text("status_text"),
        _number("ordered_at"),
        _number("paid_at", null=True),
        _number("delivered_at", null=True),
        _number("cancelled_at", null=True),
        _text("currency"),
        _number("goods_minor"),
        _number("freight_minor"),
        _number("discount_minor"),
        _number("tax_minor"),
        _number("total_minor"),
        _number("paid_minor"),
        _number("refunded_minor"),
        _text("recipient"),
        _text("phone"),
        _text("address"),
        _text("postcode"),
        _text("country"),
        _text("buyer_note"),
        _text("seller_note"),
        _number("version"),
        unique=[("shop_id", "number")],
        refers={"shop_id": "shop", "customer_id": "customer"},
    )
    _index("ix_orders_customer_id", "orders", ["customer_id"])
    _index("ix_orders_ordered_at", "orders", ["ordered_at DESC", "id DESC", "customer_id"])
    _index("ix_orders_status", "orders", ["status", "ordered_at DESC", "id DESC"])
    _index("ix_orders_number", "orders", ["number"])
    _index("ix_orders_total_minor", "orders", ["total_minor", "id"])
    _index(
        "ix_orders_paid_period",
        "orders",
        ["shop_id", "paid_at", "currency", "paid_minor"],
        where="paid_at IS NOT NULL",
    )
    _table(
        "order_line",
        _number("order_id"),
        _number("position"),
        _text("platform_line_id"),
        _number("product_id"),
        _text("sku"),
        _text("title"),
        _text("variant"),
        _number("quantity"),
        _number("price_minor"),
        _number("paid_minor"),
        unique=[("order_id", "position")],
        refers={"order_id": "orders", "product_id": "product"},
    )
    _index("ix_order_line_order_id", "order_line", ["order_id", "product_id", "quantity"])
    _index("ix_order_line_product_id", "order_line", ["product_id", "order_id", "quantity"])
    _table(
        "parcel",
        _number("order_id", null=True),
        _number("case_id", null=True),
        _text("direction"),
        _number("courier_id", null=True),
        _text("courier_name"),
        _text("waybill"),
        _text("waybill_folded"),
        _number("sent_at", null=True),
        _number("delivered_at", null=True),
        _number("version"),
        refers={"order_id": "orders", "case_id": "cases", "courier_id": "courier"},
    )
    _index("ix_parcel_case_id", "parcel", ["case_id"], where="case_id IS NOT NULL")
    _index("ix_parcel_order_id", "parcel", ["order_id"])
    _index("ix_parcel_waybill_folded", "parcel", ["waybill_folded"])


def _create_cases() -> None:
    _table(
        "reason",
        _text("code"),
        _text("name"),
        _text("fault"),
        _number("position"),
        _number("archived_at", null=True),
        _number("version"),
        unique=[("code",)],
    )
    _table(
        "cases",
        _text("kind"),
        _text("number"),
        _number("shop_id"),
        _number("order_id", null=True),
        _number("customer_id", null=True),
        _number("owner_id", null=True),
        _text("state"),
        _number("reason_id", null=True),
        _number("opened_at"),
        _number("due_at", null=True),
        _text("due_clock"),
        _number("settled_at", null=True),
        _number("closed_at", null=True),
        _text("currency"),
        _number("amount_minor"),
        _number("refund_goods_minor"),
        _number("refund_freight_minor"),
        _text("note"),
        _number("version"),
        unique=[("number",)],
        refers={
            "shop_id": "shop",
            "order_id": "orders",
            "customer_id": "customer",
            "owner_id": "person",
            "reason_id": "reason",
        },
    )
    _index(
        "ix_cases_customer_id",
        "cases",
        ["customer_id", "kind", "id", "state"],
        where="customer_id IS NOT NULL",
    )
    _index("ix_cases_kind_amount", "cases", ["kind", "amount_minor", "id", "state"])
    _index(
        "ix_cases_kind_opened",
        "cases",
        ["kind", "opened_at DESC", "id DESC", "state", "due_at"],
    )
    _index("ix_cases_kind_state", "cases", ["kind", "state", "opened_at DESC", "id DESC"])
    _index(
        "ix_cases_open",
        "cases",
        ["kind", "opened_at DESC", "id DESC"],
        where="closed_at IS NULL",
    )
    _index(
        "ix_cases_open_due",
        "cases",
        ["kind", "due_at", "id"],
        where="closed_at IS NULL AND due_at IS NOT NULL",
    )
    _index("ix_cases_order_id", "cases", ["order_id"], where="order_id IS NOT NULL")
    _index(
        "ix_cases_period",
        "cases",
        ["kind", "shop_id", "opened_at", "state", "reason_id", "order_id", "settled_at"],
    )
    _index(
        "ix_cases_settled_period",
        "cases",
        [
            "kind",
            "shop_id",
            "settled_at",
            "currency",
            "refund_goods_minor",
            "refund_freight_minor",
            "opened_at",
        ],
        where="settled_at IS NOT NULL",
    )
    _table(
        "timeline_entry",
        _number("case_id"),
        _number("at"),
        _text("person"),
        _text("event"),
        _text("text"),
        _text("values"),
        refers={"case_id": "cases"},
    )
    _index("ix_timeline_entry_case_id", "timeline_entry", ["case_id"])
    _table(
        "number_counter",
        _text("series"),
        _number("last"),
        unique=[("series",)],
    )


def _create_returns() -> None:
    _table(
        "return_case",
        _text("remedy"),
        _number("goods_back"),
        _text("freight_payer"),
        _text("policy"),
        _text("advice"),
        _number("overridden"),
        _text("buyer_name"),
        _text("buyer_phone"),
        _text("buyer_handle"),
        _text("order_number"),
        _text("send_by", null=True),
        _number("decided_at", null=True),
        _number("sent_at", null=True),
        _number("arrived_at", null=True),
        _number("slip_printed_at", null=True),
        _text("decline_reason"),
        _text("refund_method"),
        _text("refund_reference"),
        _number("version"),
        refers={"id": "cases"},
    )
    _table(
        "return_line",
        _number("case_id"),
        _number("position"),
        _number("order_line_id", null=True),
        _number("product_id", null=True),
        _text("sku"),
        _text("title"),
        _text("variant"),
        _number("quantity"),
        _number("value_minor"),
        unique=[("case_id", "position")],
        refers={"case_id": "return_case", "order_line_id": "order_line", "product_id": "product"},
    )
    _index("ix_return_line_order_line_id", "return_line", ["order_line_id", "case_id", "quantity"])
    _index("ix_return_line_product_id", "return_line", ["product_id", "case_id", "quantity"])


def _create_changes() -> None:
    _table(
        "change",
        _number("at"),
        _text("person"),
        _text("label"),
        _text("values"),
        _number("undoes", null=True),
        unique=[("undoes",)],
        refers={"undoes": "change"},
    )
    _table(
        "changed_row",
        _number("change_id"),
        _text("table_name"),
        _number("row_id"),
        _text("before", null=True),
        _text("after", null=True),
        refers={"change_id": "change"},
    )
    _index("ix_changed_row_change_id", "changed_row", ["change_id"])


def _create_search() -> None:
    _table(
        "case_doc",
        _text("doc"),
    )
    _table(
        "order_doc",
        _text("doc"),
    )
    for owner in ("case", "order"):
        op.execute(FTS.format(name=f"{owner}_fts"))
