"""Ready words that ship differently for some reasons: where we failed, we say so first."""

from collections.abc import Mapping

from shopdesk.i18n import N_
from shopdesk.rules import reshipments
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.replies.reply import GROUPS_OF_COMPLAINTS, GROUPS_OF_RESHIPMENTS
from shopdesk.rules.situations import SITUATIONS

_SORRY_REFUND = N_(
    "We are sorry that something is wrong with {items}. Please send it back; we refund you once it"
    " is here."
)
_SORRY_EXCHANGE = N_(
    "We are sorry that something is wrong with {items}. We exchange it once it is here."
)
_SORRY_KEEP = N_(
    "We are sorry that something is wrong with {items}. We refund you; nothing has to come back."
)
_WRONG = N_("We are sorry that we sent you the wrong goods instead of {items}.")
_OURS = ("defective", "damaged_in_transit", "not_as_described", "wrong_item_sent")

BY_REASON: Mapping[tuple[str, str], str] = {
    **{("agree_refund", reason): _SORRY_REFUND for reason in _OURS},
    **{("agree_exchange", reason): _SORRY_EXCHANGE for reason in _OURS},
    **{("agree_refund_only", reason): _SORRY_KEEP for reason in _OURS},
    ("agree_refund_only", "not_received"): N_(
        "We are sorry that {items} did not reach you. We refund you in full."
    ),
    ("complaint_first", "allergy"): N_(
        "We are very sorry to hear this. Please stop using {items} at once, and see a doctor if it"
        " does not get better. We come back to you today."
    ),
    ("complaint_first", "attitude"): N_(
        "We apologise: you should not have been treated like that. Somebody else looks after your"
        " matter from now on, and writes to you today."
    ),
    ("complaint_first", "signed_not_received"): N_(
        "We are sorry for the worry. Please ask neighbours and the reception; we ask the courier at"
        " the same time who signed for {waybill}, and write to you by {due}."
    ),
    ("reship_sent", "wrong_item"): N_(
        "We are sorry for our mistake. The right goods are on their way: {new_courier}"
        " {new_waybill}."
    ),
    ("reship_sent", "lost"): N_(
        "We are sorry that the first parcel was lost. {items} is on its way again: {new_courier}"
        " {new_waybill}."
    ),
}
"""The texts by their code and the reason of the case."""


def reasons_of(group: str) -> dict[str, str]:
    """Return for which reasons the texts of a group can be worded differently, with their names.

    They are situations for complaints, and the reasons of reshipments and of returns.
    """
    if group in GROUPS_OF_COMPLAINTS:
        return {code: found.name for code, found in SITUATIONS.items()}
    if group in GROUPS_OF_RESHIPMENTS:
        return dict(reshipments.REASONS)
    return {code: found.name for code, found in REASONS.items()}
