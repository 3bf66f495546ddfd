"""The draft that the form's cards make together."""

from collections.abc import Mapping
from typing import Any

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.services.case_drafts import BuyerDraft, ComplaintDraft

_SHARED = ("note", "channel", "severity", "wanted", "opened_on")


def draft_of(
    values: Mapping[str, Any],
    order: ReturnableOrder | None,
    shop: ShopRow | None,
    buyer: Mapping[str, str],
    about: CaseDetail | None,
) -> ComplaintDraft:
    """Return the complaint that the form holds; raises FieldError for what only it can know.

    `shop` is None while neither an order nor a shop for one without is chosen; `about` is the
    case that it is about, if it was begun from one.
    """
    if shop is None:
        raise FieldError("order_id", _("Choose the order first, or log it without an order."))
    if not values["situation"]:
        raise FieldError("situation", _("Choose what is wrong."))
    return ComplaintDraft(
        shop_id=shop.id,
        situation=values["situation"],
        order_id=order.id if order else None,
        origin_id=about.id if about else None,
        buyer=BuyerDraft() if order else _buyer(buyer),
        **{name: values[name] for name in _SHARED},
    )


def _buyer(texts: Mapping[str, str]) -> BuyerDraft:
    return BuyerDraft(
        texts["buyer_name"], texts["buyer_phone"], texts["buyer_handle"], texts["order_number"]
    )
