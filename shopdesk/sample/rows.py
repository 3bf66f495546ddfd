"""Rows as they lie in the tables: tuples are what a bulk of a million is written from.

Times are whole seconds since 1970 in UTC, flags 1 or 0, records JSON text. A test holds the
fields against the models' columns.
"""

from typing import NamedTuple


class ProductRow(NamedTuple):
    """One row of `product`."""

    id: int
    shop_id: int
    key: str
    sku: str
    title: str
    category: str
    version: int = 1


class CustomerRow(NamedTuple):
    """One row of `customer`."""

    id: int
    name: str
    created_at: int
    note: str = ""
    version: int = 1


class HandleRow(NamedTuple):
    """One row of `customer_handle`; the table gives the id."""

    customer_id: int
    platform: str
    handle: str


class ContactRow(NamedTuple):
    """One row of `customer_contact`; the table gives the id."""

    customer_id: int
    kind: str
    value: str
    folded: str


class AddressRow(NamedTuple):
    """One row of `customer_address`; the table gives the id."""

    customer_id: int
    recipient: str
    address: str
    postcode: str
    country: str


class OrderRow(NamedTuple):
    """One row of `orders`."""

    id: int
    shop_id: int
    number: str
    platform_id: str
    customer_id: int
    status: str
    status_text: str
    ordered_at: int
    paid_at: int | None
    delivered_at: int | None
    cancelled_at: int | None
    currency: str
    goods_minor: int
    freight_minor: int
    discount_minor: int
    tax_minor: int
    total_minor: int
    paid_minor: int
    recipient: str
    phone: str
    address: str
    postcode: str
    country: str
    buyer_note: str = ""
    seller_note: str = ""
    refunded_minor: int = 0
    version: int = 1


class OrderLineRow(NamedTuple):
    """One row of `order_line`."""

    id: int
    order_id: int
    position: int
    product_id: int
    sku: str
    title: str
    variant: str
    quantity: int
    price_minor: int
    paid_minor: int
    platform_line_id: str = ""


class ParcelRow(NamedTuple):
    """One row of `parcel`; the table gives the id."""

    order_id: int | None
    case_id: int | None
    direction: str
    courier_id: int
    courier_name: str
    waybill: str
    waybill_folded: str
    sent_at: int | None
    delivered_at: int | None
    number: str = ""
    note: str = ""
    let_go_at: int | None = None
    version: int = 1


class CaseRow(NamedTuple):
    """One row of `cases`."""

    id: int
    kind: str
    number: str
    shop_id: int
    order_id: int | None
    customer_id: int | None
    owner_id: int
    state: str
    reason_id: int
    opened_at: int
    due_at: int | None
    due_clock: str
    settled_at: int | None
    closed_at: int | None
    currency: str
    refund_goods_minor: int
    refund_freight_minor: int
    amount_minor: int
    cost_minor: int
    note: str
    version: int = 1


class ReturnCaseRow(NamedTuple):
    """One row of `return_case`."""

    id: int
    remedy: str
    goods_back: int
    freight_payer: str
    policy_id: int
    advice: str
    overridden: int
    buyer_name: str
    buyer_phone: str
    buyer_handle: str
    order_number: str
    send_by: str | None
    decided_at: int | None
    sent_at: int | None
    arrived_at: int | None
    inspected_at: int | None
    slip_printed_at: int | None
    decline_reason: str
    wanted: str = ""
    version: int = 1


class ReturnLineRow(NamedTuple):
    """One row of `return_line`; the table gives the id."""

    case_id: int
    position: int
    order_line_id: int | None
    product_id: int | None
    sku: str
    title: str
    variant: str
    quantity: int
    value_minor: int
    reason_id: int | None = None
    refund_minor: int = 0


class ClockRow(NamedTuple):
    """One row of `clock`; the table gives the id."""

    case_id: int
    code: str
    started_at: int
    due_at: int
    source: str
    ended_at: int | None
    outcome: str


class RefundRow(NamedTuple):
    """One row of `refund`; the table gives the id."""

    case_id: int
    shop_id: int
    at: int
    currency: str
    goods_minor: int
    freight_minor: int
    deduction_minor: int = 0
    deduction_reason: str = ""
    collected_minor: int = 0
    method: str = "platform"
    reference: str = ""
    over_reason: str = ""
    person: str = ""


class TimelineRow(NamedTuple):
    """One row of `timeline_entry`; the table gives the id."""

    case_id: int
    at: int
    person: str
    event: str
    text: str
    values: str


class CounterRow(NamedTuple):
    """One row of `number_counter`; the table gives the id."""

    series: str
    last: int


Row = (
    ProductRow
    | CustomerRow
    | HandleRow
    | ContactRow
    | AddressRow
    | OrderRow
    | OrderLineRow
    | ParcelRow
    | CaseRow
    | ReturnCaseRow
    | ReturnLineRow
    | ClockRow
    | RefundRow
    | TimelineRow
    | CounterRow
)

# Parents first.
TABLES: dict[type[Row], str] = {
    ProductRow: "product",
    CustomerRow: "customer",
    HandleRow: "customer_handle",
    ContactRow: "customer_contact",
    AddressRow: "customer_address",
    OrderRow: "orders",
    OrderLineRow: "order_line",
    CaseRow: "cases",
    ReturnCaseRow: "return_case",
    ReturnLineRow: "return_line",
    ClockRow: "clock",
    RefundRow: "refund",
    ParcelRow: "parcel",
    TimelineRow: "timeline_entry",
    CounterRow: "number_counter",
}
