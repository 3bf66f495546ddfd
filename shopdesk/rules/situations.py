"""What buyers complain about: the situations by group, and the causes to check in each.

Source: the table of complaints in after-sales guides; the words are the project's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from shopdesk.i18n import N_

CATEGORIES = {
    "on_its_way": N_("Parcel on its way"),
    "contents": N_("What was in it"),
    "product": N_("The product"),
    "service": N_("Service"),
    "other": N_("Something else"),
}

UNKNOWN_CAUSE = "unknown"
UNKNOWN = N_("Not known yet")


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something went wrong, and who usually bears it: a key of rules.liability.PARTIES."""

    code: str
    name: str
    liable: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What a buyer says is wrong; `reason` is the code of rules.reasons for what it opens."""

    code: str
    category: str
    name: str
    reason: str
    causes: tuple[Cause, ...]
    severity: str = "normal"


_NOT_PACKED = Cause("not_packed", N_("Label printed, not packed"), "warehouse")
_LEFT_BEHIND = Cause("left_behind", N_("Packed, left in the warehouse"), "warehouse")
_NOT_SCANNED = Cause("not_scanned", N_("Courier did not scan it"), "courier")
_OVERLOADED = Cause("overloaded", N_("Hub overloaded"), "courier")
_LOST = Cause("lost", N_("Lost on the way"), "courier")
_OUT_OF_RANGE = Cause("out_of_range", N_("Out of the courier's range"), "service")
_MISSORTED = Cause("missorted", N_("Sorted to the wrong branch"), "courier")
_NO_BRANCH = Cause("no_branch", N_("No branch there, going back"), "courier")
_DAMAGED = Cause("damaged", N_("Damaged on the way"), "courier")
_BAD_ADDRESS = Cause("bad_address", N_("Wrong address or phone"), "buyer")
_NOBODY_THERE = Cause("nobody_there", N_("Nobody could be reached"), "buyer")
_SIGNED_BY_OTHER = Cause("signed_by_other", N_("Someone else took it"), "courier")
_BUYER_REFUSED = Cause("buyer_refused", N_("Buyer did not want it"), "buyer")
_PICKED_WRONG = Cause("picked_wrong", N_("Picked wrong"), "warehouse")
_PACKED_SHORT = Cause("packed_short", N_("Packed too few"), "warehouse")
_WEAK_PACKAGING = Cause("weak_packaging", N_("Packaging too weak"), "warehouse")
_CRUSHED = Cause("crushed", N_("Crushed on the way"), "courier")
_GIFT_RULE = Cause("gift_rule", N_("Gift rule unclear"), "product_page")
_PAGE_WRONG = Cause("page_wrong", N_("Product page is wrong"), "product_page")
_FAULTY_BATCH = Cause("faulty_batch", N_("Fault in the goods"), "supplier")
_MISUNDERSTOOD = Cause("misunderstood", N_("Misunderstanding"), "buyer")
_LATE_DISPATCH = Cause("late_dispatch", N_("Sent too late"), "warehouse")
_NO_STOCK = Cause("no_stock", N_("Nothing in stock"), "supplier")
_PRICE_CHANGED = Cause("price_changed", N_("Price was lowered"), "service")
_SENSITIVE = Cause("sensitive", N_("Buyer is sensitive to it"), "buyer")
_INGREDIENT = Cause("ingredient", N_("Something in the product"), "supplier")
_TOO_BUSY = Cause("too_busy", N_("Too many chats at once"), "service")
_TONE = Cause("tone", N_("Wrong tone"), "service")
_FORGOTTEN = Cause("forgotten", N_("Promise was forgotten"), "service")

SITUATIONS: Mapping[str, Situation] = {
    found.code: found
    for found in (
        Situation(
            "chase",
            "on_its_way",
            N_("Where is it? Please hurry"),
            "late",
            (_NOT_PACKED, _LEFT_BEHIND, _NOT_SCANNED),
        ),
        Situation(
            "shipped_no_scan",
            "on_its_way",
            N_("Shown as sent, but no scan"),
            "late",
            (_NOT_PACKED, _LEFT_BEHIND, _NOT_SCANNED),
        ),
        Situation(
            "stalled",
            "on_its_way",
            N_("No new scan for long, or a wrong one"),
            "late",
            (_OVERLOADED, _LOST, _OUT_OF_RANGE, _MISSORTED),
        ),
        Situation(
            "signed_not_received",
            "on_its_way",
            N_("Shows delivered, not received"),
            "not_received",
            (_SIGNED_BY_OTHER, _BAD_ADDRESS, _NOBODY_THERE, _NO_BRANCH, _DAMAGED),
            "high",
        ),
        Situation("lost", "on_its_way", N_("Lost"), "not_received", (_LOST, _MISSORTED), "high"),
        Situation(
            "damaged_parcel",
            "on_its_way",
            N_("Parcel damaged"),
            "damaged_in_transit",
            (_CRUSHED, _WEAK_PACKAGING),
            "high",
        ),
        Situation(
            "refused",
            "on_its_way",
            N_("Refused"),
            "refused_undeliverable",
            (_BUYER_REFUSED, _DAMAGED, _LATE_DISPATCH),
        ),
        Situation(
            "returned",
            "on_its_way",
            N_("Went back to us"),
            "refused_undeliverable",
            (_BAD_ADDRESS, _NOBODY_THERE, _NO_BRANCH),
        ),
        Situation(
            "out_of_range",
            "on_its_way",
            N_("Out of the courier's range"),
            "refused_undeliverable",
            (_OUT_OF_RANGE, _BAD_ADDRESS),
        ),
        Situation(
            "wrong_item",
            "contents",
            N_("Wrong item"),
            "wrong_item_sent",
            (_PICKED_WRONG, _PAGE_WRONG),
        ),
        Situation(
            "short",
            "contents",
            N_("Something is missing"),
            "missing_parts",
            (_PACKED_SHORT, _CRUSHED, _MISUNDERSTOOD),
        ),
        Situation(
            "crushed",
            "contents",
            N_("Packaging crushed"),
            "damaged_in_transit",
            (_CRUSHED, _WEAK_PACKAGING),
        ),
        Situation(
            "missing_gift",
            "contents",
            N_("Gift is missing"),
            "missing_parts",
            (_GIFT_RULE, _PACKED_SHORT),
        ),
        Situation(
            "genuine",
            "product",
            N_("Thought not genuine"),
            "counterfeit",
            (_MISUNDERSTOOD, _PAGE_WRONG),
        ),
        Situation("price_drop", "product", N_("Price dropped"), "price", (_PRICE_CHANGED,)),
        Situation(
            "allergy",
            "product",
            N_("Allergy or not well after use"),
            "defective",
            (_SENSITIVE, _INGREDIENT, _PAGE_WRONG),
            "urgent",
        ),
        Situation(
            "late_dispatch",
            "product",
            N_("Sent late"),
            "late",
            (_LATE_DISPATCH, _NO_STOCK),
        ),
        Situation(
            "not_as_described",
            "product",
            N_("Not as described: colour, pack, volume"),
            "not_as_described",
            (_PAGE_WRONG, _PICKED_WRONG, _MISUNDERSTOOD),
        ),
        Situation(
            "quality", "product", N_("Quality"), "defective", (_FAULTY_BATCH, _MISUNDERSTOOD)
        ),
        Situation("attitude", "service", N_("Attitude"), "other", (_TONE, _TOO_BUSY)),
        Situation("no_reply", "service", N_("No reply"), "other", (_TOO_BUSY, _FORGOTTEN)),
        Situation(
            "broken_promise",
            "service",
            N_("A promise was not kept"),
            "other",
            (_FORGOTTEN, _NO_STOCK),
            "high",
        ),
        Situation("invoice", "other", N_("Invoice"), "other", (_FORGOTTEN, _MISUNDERSTOOD)),
        Situation("warranty", "other", N_("Warranty"), "warranty", (_FAULTY_BATCH, _MISUNDERSTOOD)),
        Situation("how_to", "other", N_("How to use it"), "other", (_PAGE_WRONG, _MISUNDERSTOOD)),
        Situation("something_else", "other", N_("Something else"), "other", ()),
    )
}


def causes_of(situation: str) -> dict[str, Cause]:
    """Return the causes to check in a situation by their codes, most likely first."""
    return {cause.code: cause for cause in SITUATIONS[situation].causes}
