"""Rows of cases as they lie in the tables, and of all that belongs to them; see `rows`."""

from typing import NamedTuple


class CaseRow(NamedTuple):
    """One row of `cases`."""

    id: int
    kind: str
    number: str
    shop_id: int
    order_id: int | None
    customer_id: int | None
    owner_id: int | None
    state: str
    reason_id: int | None
    opened_at: int
    currency: str
    due_at: int | None = None
    due_clock: str = ""
    settled_at: int | None = None
    closed_at: int | None = None
    refund_goods_minor: int = 0
    refund_freight_minor: int = 0
    amount_minor: int = 0
    cost_minor: int = 0
    note: str = ""
    origin_id: int | None = None
    buyer_name: str = ""
    buyer_phone: str = ""
    buyer_handle: str = ""
    order_number: str = ""
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
    """One row of `return_line`."""

    id: int
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


class ReceivedItemRow(NamedTuple):
    """One row of `received_item`."""

    id: int
    case_id: int
    parcel_id: int | None
    line_id: int | None
    title: str
    quantity: int
    condition: str
    disposition: str
    note: str
    at: int
    person: str


class CostEntryRow(NamedTuple):
    """One row of `cost_entry`; the table gives the id."""

    case_id: int
    received_item_id: int | None
    at: int
    kind: str
    amount_minor: int
    note: str
    person: str
    version: int = 1


class LiabilityRow(NamedTuple):
    """One row of `liability_share`; the table gives the id."""

    case_id: int
    party: str
    percent: int
    amount_minor: int
    confirmed_at: int | None
    confirmed_by: str
    note: str = ""


class ReshipmentRow(NamedTuple):
    """One row of `reshipment`."""

    id: int
    reason: str
    recipient: str
    phone: str
    address: str
    postcode: str
    country: str
    packed_at: int | None
    sent_at: int | None
    delivered_at: int | None
    confirmed_at: int | None = None
    slip_printed_at: int | None = None
    zone: str = ""
    wait_note: str = ""
    version: int = 1


class ReshipmentLineRow(NamedTuple):
    """One row of `reshipment_line`; the table gives the id."""

    case_id: int
    position: int
    product_id: int | None
    sku: str
    title: str
    variant: str
    quantity: int
    price_minor: int


class AttachmentRow(NamedTuple):
    """One row of `attachment`; the table gives the id."""

    case_id: int | None
    parcel_id: int | None
    line_id: int | None
    sha256: str
    size: int
    kind: str
    name: str
    note: str
    added_at: int
    person: str
    trouble: str = ""
    trouble_at: int | None = None


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
