"""Why goods come back, and whose fault each reason is: fault decides who pays the freight."""

from dataclasses import dataclass
from typing import Literal

from shopdesk.i18n import N_

Fault = Literal["buyer", "seller", "courier", "nobody"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that ships with ShopDesk; a shop's own reasons lie in the database."""

    code: str
    name: str
    fault: Fault
    liable: str
    """Who usually bears it: a key of rules.liability.PARTIES."""
    goods_received: bool = True
    """False where the buyer never got the goods, so nothing can come back."""
    refused: bool = False
    """Whether the parcel turns round by itself, so that no window to ask counts."""


# The common set suggested by the reason lists of the platforms (Shopify ReturnReason, Amazon
# return codes, eBay, Taobao refund reasons); its order is the order on the form.
REASONS = {
    reason.code: reason
    for reason in (
        Reason("too_small", N_("Too small"), "nobody", "product_page"),
        Reason("too_large", N_("Too large"), "nobody", "product_page"),
        Reason("changed_mind", N_("Changed mind"), "buyer", "buyer"),
        Reason("not_as_described", N_("Not as described"), "seller", "product_page"),
        Reason("defective", N_("Faulty"), "seller", "supplier"),
        Reason("damaged_in_transit", N_("Damaged in transit"), "courier", "courier"),
        Reason("wrong_item_sent", N_("Wrong item sent"), "seller", "warehouse"),
        Reason("missing_parts", N_("Missing part"), "seller", "warehouse"),
        Reason("not_received", N_("Not received"), "courier", "courier", goods_received=False),
        Reason("late", N_("Arrived late"), "courier", "courier"),
        Reason("ordered_wrong", N_("Ordered by mistake"), "buyer", "buyer"),
        Reason("price", N_("Cheaper elsewhere"), "buyer", "service"),
        Reason("counterfeit", N_("Thought not genuine"), "seller", "supplier"),
        Reason(
            "refused_undeliverable",
            N_("Refused or undeliverable"),
            "buyer",
            "buyer",
            refused=True,
        ),
        Reason("warranty", N_("Warranty"), "seller", "supplier"),
        Reason("other", N_("Other reason"), "buyer", "buyer"),
    )
}

OURS: frozenset[Fault] = frozenset({"seller", "courier"})
"""Whose fault lets a buyer send goods back without a reason of their own."""


def reason_of(code: str) -> Reason:
    """Return a reason by its code; a shop's own counts as the buyer's other reason."""
    return REASONS.get(code, REASONS["other"])


FAULTS: dict[Fault, str] = {
    "buyer": N_("Buyer"),
    "seller": N_("Seller"),
    "courier": N_("Courier"),
    "nobody": N_("Nobody's fault"),
}
