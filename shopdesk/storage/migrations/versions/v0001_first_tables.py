"""The shop's first tables: shop, people, buyers, orders, cases, returns, changes, search."""

from alembic import op

from shopdesk.storage.migrations.tables import index, number, table, words

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


def _create_shop() -> None:
    table(
        "shop",
        words("name"),
        words("platform"),
        words("region"),
        words("currency"),
        words("timezone"),
        words("policy"),
        words("return_name"),
        words("return_phone"),
        words("return_address"),
        number("created_at"),
        number("archived_at", null=True),
        number("version"),
    )
    table(
        "person",
        words("name"),
        number("created_at"),
        number("archived_at", null=True),
        number("version"),
        unique=[("name",)],
    )


def _create_customers() -> None:
    table(
        "customer",
        words("name"),
        words("note"),
        number("created_at"),
        number("version"),
    )
    index("ix_customer_name", "customer", ["name", "id"])
    table(
        "customer_handle",
        number("customer_id"),
        words("platform"),
        words("handle"),
        unique=[("platform", "handle")],
        refers={"customer_id": "customer"},
    )
    index("ix_customer_handle_customer_id", "customer_handle", ["customer_id"])
    table(
        "customer_contact",
        number("customer_id"),
        words("kind"),
        words("value"),
        words("folded"),
        unique=[("customer_id", "kind", "folded")],
        refers={"customer_id": "customer"},
    )
    index("ix_customer_contact_folded", "customer_contact", ["folded"])
    table(
        "customer_address",
        number("customer_id"),
        words("recipient"),
        words("address"),
        words("postcode"),
        words("country"),
        unique=[("customer_id", "recipient", "address")],
        refers={"customer_id": "customer"},
    )


def _create_orders() -> None:
    table(
        "product",
        number("shop_id"),
        words("key"),
        words("sku"),
        words("title"),
        words("category"),
        number("version"),
        unique=[("shop_id", "key")],
        refers={"shop_id": "shop"},
    )
    table(
        "courier",
        words("code"),
        words("name"),
        words("tracking_url"),
        number("archived_at", null=True),
        number("version"),
        unique=[("code",)],
    )
    table(
        "orders",
        number("shop_id"),
        words("number"),
        words("platform_id"),
        number("customer_id", null=True),
        words("status"),
        words("status_text"),
        number("ordered_at"),
        number("paid_at", null=True),
        number("delivered_at", null=True),
        number("cancelled_at", null=True),
        words("currency"),
        number("goods_minor"),
        number("freight_minor"),
        number("discount_minor"),
        number("tax_minor"),
        number("total_minor"),
        number("paid_minor"),
        number("refunded_minor"),
        words("recipient"),
        words("phone"),
        words("address"),
        words("postcode"),
        words("country"),
        words("buyer_note"),
        words("seller_note"),
        number("version"),
        unique=[("shop_id", "number")],
        refers={"shop_id": "shop", "customer_id": "customer"},
    )
    index("ix_orders_customer_id", "orders", ["customer_id"])
    index("ix_orders_ordered_at", "orders", ["ordered_at DESC", "id DESC", "customer_id"])
    index("ix_orders_status", "orders", ["status", "ordered_at DESC", "id DESC"])
    index("ix_orders_number", "orders", ["number"])
    index("ix_orders_total_minor", "orders", ["total_minor", "id"])
    index(
        "ix_orders_paid_period",
        "orders",
        ["shop_id", "paid_at", "currency", "paid_minor"],
        where="paid_at IS NOT NULL",
    )
    table(
        "order_line",
        number("order_id"),
        number("position"),
        words("platform_line_id"),
        number("product_id"),
        words("sku"),
        words("title"),
        words("variant"),
        number("quantity"),
        number("price_minor"),
        number("paid_minor"),
        unique=[("order_id", "position")],
        refers={"order_id": "orders", "product_id": "product"},
    )
    index("ix_order_line_order_id", "order_line", ["order_id", "product_id", "quantity"])
    index("ix_order_line_product_id", "order_line", ["product_id", "order_id", "quantity"])
    table(
        "parcel",
        number("order_id", null=True),
        number("case_id", null=True),
        words("direction"),
        number("courier_id", null=True),
        words("courier_name"),
        words("waybill"),
        words("waybill_folded"),
        number("sent_at", null=True),
        number("delivered_at", null=True),
        number("version"),
        refers={"order_id": "orders", "case_id": "cases", "courier_id": "courier"},
    )
    index("ix_parcel_case_id", "parcel", ["case_id"], where="case_id IS NOT NULL")
    index("ix_parcel_order_id", "parcel", ["order_id"])
    index("ix_parcel_waybill_folded", "parcel", ["waybill_folded"])


def _create_cases() -> None:
    table(
        "reason",
        words("code"),
        words("name"),
        words("fault"),
        number("position"),
        number("archived_at", null=True),
        number("version"),
        unique=[("code",)],
    )
    table(
        "cases",
        words("kind"),
        words("number"),
        number("shop_id"),
        number("order_id", null=True),
        number("customer_id", null=True),
        number("owner_id", null=True),
        words("state"),
        number("reason_id", null=True),
        number("opened_at"),
        number("due_at", null=True),
        words("due_clock"),
        number("settled_at", null=True),
        number("closed_at", null=True),
        words("currency"),
        number("amount_minor"),
        number("refund_goods_minor"),
        number("refund_freight_minor"),
        words("note"),
        number("version"),
        unique=[("number",)],
        refers={
            "shop_id": "shop",
            "order_id": "orders",
            "customer_id": "customer",
            "owner_id": "person",
            "reason_id": "reason",
        },
    )
    index(
        "ix_cases_customer_id",
        "cases",
        ["customer_id", "kind", "id", "state"],
        where="customer_id IS NOT NULL",
    )
    index("ix_cases_kind_amount", "cases", ["kind", "amount_minor", "id", "state"])
    index(
        "ix_cases_kind_opened",
        "cases",
        ["kind", "opened_at DESC", "id DESC", "state", "due_at"],
    )
    index("ix_cases_kind_state", "cases", ["kind", "state", "opened_at DESC", "id DESC"])
    index(
        "ix_cases_open",
        "cases",
        ["kind", "opened_at DESC", "id DESC"],
        where="closed_at IS NULL",
    )
    index(
        "ix_cases_open_due",
        "cases",
        ["kind", "due_at", "id"],
        where="closed_at IS NULL AND due_at IS NOT NULL",
    )
    index("ix_cases_order_id", "cases", ["order_id"], where="order_id IS NOT NULL")
    index(
        "ix_cases_period",
        "cases",
        ["kind", "shop_id", "opened_at", "state", "reason_id", "order_id", "settled_at"],
    )
    index(
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
    table(
        "timeline_entry",
        number("case_id"),
        number("at"),
        words("person"),
        words("event"),
        words("text"),
        words("values"),
        refers={"case_id": "cases"},
    )
    index("ix_timeline_entry_case_id", "timeline_entry", ["case_id"])
    table(
        "number_counter",
        words("series"),
        number("last"),
        unique=[("series",)],
    )


def _create_returns() -> None:
    table(
        "return_case",
        words("remedy"),
        number("goods_back"),
        words("freight_payer"),
        words("policy"),
        words("advice"),
        number("overridden"),
        words("buyer_name"),
        words("buyer_phone"),
        words("buyer_handle"),
        words("order_number"),
        words("send_by", null=True),
        number("decided_at", null=True),
        number("sent_at", null=True),
        number("arrived_at", null=True),
        number("slip_printed_at", null=True),
        words("decline_reason"),
        words("refund_method"),
        words("refund_reference"),
        number("version"),
        refers={"id": "cases"},
    )
    table(
        "return_line",
        number("case_id"),
        number("position"),
        number("order_line_id", null=True),
        number("product_id", null=True),
        words("sku"),
        words("title"),
        words("variant"),
        number("quantity"),
        number("value_minor"),
        unique=[("case_id", "position")],
        refers={"case_id": "return_case", "order_line_id": "order_line", "product_id": "product"},
    )
    index("ix_return_line_order_line_id", "return_line", ["order_line_id", "case_id", "quantity"])
    index("ix_return_line_product_id", "return_line", ["product_id", "case_id", "quantity"])


def _create_changes() -> None:
    table(
        "change",
        number("at"),
        words("person"),
        words("label"),
        words("values"),
        number("undoes", null=True),
        unique=[("undoes",)],
        refers={"undoes": "change"},
    )
    table(
        "changed_row",
        number("change_id"),
        words("table_name"),
        number("row_id"),
        words("before", null=True),
        words("after", null=True),
        refers={"change_id": "change"},
    )
    index("ix_changed_row_change_id", "changed_row", ["change_id"])


def _create_search() -> None:
    table(
        "case_doc",
        words("doc"),
    )
    table(
        "order_doc",
        words("doc"),
    )
    for owner in ("case", "order"):
        op.execute(FTS.format(name=f"{owner}_fts"))
