"""The draft that the form's cards make together."""

from typing import Any

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.services.drafts import ReturnDraft

_SHARED = (
    "reason",
    "remedy",
    "wanted",
    "freight_payer",
    "lines",
    "note",
    "asked_on",
    "platform_due_at",
)


def order_draft(order: ReturnableOrder | None, values: dict[str, Any]) -> ReturnDraft:
    """Return the draft of a return on an order; raises FieldError while none is chosen."""
    if order is None:
        raise FieldError("order_id", _("Choose the order first, or log it without an order."))
    shared = {name: values[name] for name in _SHARED}
    return ReturnDraft(shop_id=order.shop.id, order_id=order.id, **shared)


def orderless_draft(
    shop: ShopRow | None, buyer: dict[str, Any], values: dict[str, Any]
) -> ReturnDraft:
    """Return the draft of a return without an order; raises FieldError without a shop or goods."""
    if shop is None:
        raise FieldError("order_number", _("Set up a shop first, then log its returns."))
    if not values["lines"]:
        raise FieldError("lines", _("Describe what comes back."))
    shared = {name: values[name] for name in _SHARED}
    return ReturnDraft(shop_id=shop.id, **buyer, **shared)
