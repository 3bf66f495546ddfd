"""What an import would change about an order, in words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, ngettext
from shopdesk.importing.writing.plan import PlannedOrder
from shopdesk.rules.order_statuses import order_status

COLUMN_NAMES = {
    "status": N_("Status"),
    "status_text": N_("Platform's status"),
    "ordered_at": N_("Ordered"),
    "paid_at": N_("Paid on"),
    "delivered_at": N_("Arrived"),
    "cancelled_at": N_("Cancelled"),
    "currency": N_("Currency"),
    "goods_minor": N_("Goods"),
    "freight_minor": N_("Freight"),
    "discount_minor": N_("Discount"),
    "tax_minor": N_("Tax"),
    "total_minor": N_("Total"),
    "paid_minor": N_("Paid"),
    "refunded_minor": N_("Refunded"),
    "recipient": N_("Recipient"),
    "phone": N_("Phone"),
    "address": N_("Address"),
    "postcode": N_("Postcode"),
    "country": N_("Country"),
    "buyer_note": N_("Buyer's note"),
    "seller_note": N_("Own note"),
}
"""The columns whose change means something to a person, the telling ones first."""


def changes_text(order: PlannedOrder, formats: Formats) -> str:
    """Return all changes of an order in one line, what was before what will be."""
    return " · ".join(_changes(order, formats))


def _changes(order: PlannedOrder, formats: Formats) -> Iterator[str]:
    currency = str(order.after.get("currency") or order.draft.currency or "")
    for column in _telling(order):
        before = _value(column, order.before[column], currency, formats)
        after = _value(column, order.after[column], currency, formats)
        name = _(COLUMN_NAMES[column])
        if before:
            yield _("{what}: {before} → {after}").format(what=name, before=before, after=after)
        else:
            yield _("{what}: {after}").format(what=name, after=after)
    if order.lines is not None:
        count = len(order.lines)
        yield ngettext("{n} line anew", "{n} lines anew", count).format(n=count)
    for parcel in order.parcels:
        yield _("parcel {waybill} added").format(waybill=parcel.waybill)


def _telling(order: PlannedOrder) -> Iterator[str]:
    for column in COLUMN_NAMES:
        repeated = column == "status_text" and "status" in order.after
        if column in order.after and not repeated:
            yield column


def _value(column: str, value: Any, currency: str, formats: Formats) -> str:  # noqa: ANN401
    if value in (None, ""):
        return ""
    if column.endswith("_minor"):
        return formats.money(value, currency)
    if column.endswith("_at"):
        return formats.date_time(datetime.fromtimestamp(value, UTC))
    return _(order_status(value).name) if column == "status" else str(value)
