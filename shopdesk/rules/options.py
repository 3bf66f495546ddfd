"""What choosing an option of a complaint does: nothing but words, money, goods, a case."""

from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules import reshipments, states


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of way out; `opens` is the kind of case that it opens, `remedy` that of a return.

    `books` is a key of rules.costs.COST_KINDS where money is paid without a return, `follows`
    one of rules.follow_ups.KINDS where it is done only when somebody comes back to it.
    """

    code: str
    name: str
    opens: str = ""
    remedy: str = ""
    books: str = ""
    has_amount: bool = False
    follows: str = ""


DEEDS = {
    deed.code: deed
    for deed in (
        Deed("explain", N_("Explain or ask, nothing else")),
        Deed("ask_courier", N_("Ask the courier and report back"), follows="chase_courier"),
        Deed("reship", N_("Send the goods again"), opens="reshipment"),
        Deed("refund", N_("Refund, goods kept"), "return", "refund_only", has_amount=True),
        Deed("return_refund", N_("Refund, goods back"), "return", "refund"),
        Deed("exchange", N_("Exchange"), "return", "exchange"),
        Deed("repair", N_("Repair"), "return", "repair"),
        Deed("missing_part", N_("Send the missing part"), "return", "missing_part"),
        Deed("compensate", N_("Compensation"), books="compensation", has_amount=True),
        Deed("call_back", N_("Call back"), follows="call_back"),
    )
}

_RESHIP_REASONS = {
    "wrong_item": "wrong_item",
    "short": "missing_item",
    "missing_gift": "missing_gift",
    "damaged_parcel": "damaged",
    "crushed": "damaged",
    "quality": "damaged",
    "chase": "lost",
    "shipped_no_scan": "lost",
    "stalled": "lost",
    "signed_not_received": "lost",
    "lost": "lost",
    "refused": "send_back",
    "returned": "send_back",
    "out_of_range": "send_back",
}
MOST_FOLLOW_DAYS = 365

_TO_BE_DONE = {
    "return": frozenset(states.OPEN_STATES) - {"settled", "declined"},
    "reshipment": reshipments.UNSENT,
}
"""The states in which the buyer has not got what was opened for them, by kind of case."""


def reship_reason(situation: str) -> str:
    """Return why goods go out again in a situation: a key of rules.reshipments.REASONS."""
    return _RESHIP_REASONS.get(situation, "goodwill")


def is_to_be_done(kind: str, state: str) -> bool:
    """Tell whether what an option opened is only begun: not refunded, not sent."""
    return state in _TO_BE_DONE.get(kind, frozenset())


def follow_of(does: str, follow_kind: str) -> str:
    """Return which follow-up an option plans: its own, or what its deed needs; empty for none."""
    return follow_kind or DEEDS[does].follows


def asks_for_something(does: str, follow_kind: str) -> bool:
    """Tell whether doing an option needs a form: goods, money, or a time to come back."""
    deed = DEEDS[does]
    return bool(deed.opens or deed.books or follow_of(does, follow_kind))
