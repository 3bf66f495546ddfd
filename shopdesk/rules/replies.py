"""Ready words for a step that needs a reason: chosen, filled in, and edited before they are kept.

Blanks in `{…}` are `buyer`, `number`, `items`, and the values of the advice's point that the
reply belongs to, such as `window` and `last`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_, _
from shopdesk.rules.remedies import REMEDIES

UNKNOWN = "…"
"""Stands where a blank is not known, for the person to fill in."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One ready text; it is proposed where the advice has its `point`."""

    code: str
    title: str
    text: str
    point: str = ""


DECLINE_REPLIES = (
    Reply(
        "past_window",
        N_("Past the return window"),
        N_(
            "The {window} days for sending {items} back ended on {last}, so we cannot take it"
            " back without a fault. If something is wrong with it, please send us a photo."
        ),
        point="past_window",
    ),
    Reply(
        "excluded",
        N_("Cannot be sent back without a fault"),
        N_(
            "{items} is of a kind that cannot be sent back without a fault, as the product page"
            " says. If something is wrong with it, please send us a photo."
        ),
        point="excluded",
    ),
    Reply(
        "worn",
        N_("Worn, washed or used"),
        N_(
            "The photos show that {items} was used, or that its tags are off, so it cannot be"
            " sold again. We are sorry that we cannot take it back."
        ),
    ),
    Reply(
        "seal",
        N_("Seal broken or activated"),
        N_(
            "The seal of {items} is broken, or it was activated, so it cannot be sold again. If"
            " it does not work, please tell us what happens and we will help."
        ),
    ),
    Reply(
        "no_purchase",
        N_("Not bought from us"),
        N_(
            "We find no order of yours for {items}. Please send us the order number, and we will"
            " look again."
        ),
        point="without_order",
    ),
    Reply(
        "delivered",
        N_("Delivered, by the courier's proof"),
        N_(
            "The courier shows that {items} was handed over. Please ask neighbours and the"
            " reception; if it is not there, tell us and we will ask the courier for proof."
        ),
        point="not_received",
    ),
    Reply(
        "no_proof",
        N_("No photo of the fault"),
        N_(
            "We asked for a photo of the fault and have none yet. Please send one, and we will"
            " look at your return again."
        ),
    ),
    Reply("own", N_("In my own words"), ""),
)

CANCEL_REPLIES = (
    Reply("kept", N_("Buyer keeps it"), N_("The buyer keeps the goods.")),
    Reply("never_sent", N_("Never sent"), N_("The buyer did not send the goods in time.")),
    Reply("mistake", N_("Logged by mistake"), N_("Logged by mistake.")),
    Reply("twice", N_("Logged twice"), N_("This return was logged twice.")),
    Reply("own", N_("In my own words"), ""),
)


def proposed_reply(replies: Sequence[Reply], points: Collection[str]) -> Reply:
    """Return the first reply that belongs to one of an advice's points, else the last one."""
    return next((reply for reply in replies if reply.point in points), replies[-1])


class _Blanks(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return UNKNOWN


def filled(reply: Reply, values: Mapping[str, object]) -> str:
    """Return a reply's text in the language spoken now, its blanks filled as far as known."""
    return _(reply.text).format_map(_Blanks(values))


ASK_REPLIES = (
    Reply(
        "arrival",
        N_("When did it arrive?"),
        N_(
            "On which day did the parcel with {items} arrive? Returns are possible within"
            " {window} days; then we will tell you at once how to send it."
        ),
        point="unknown_delivery",
    ),
    Reply(
        "proof",
        N_("We ask the courier"),
        N_(
            "We are sorry that {items} did not reach you. We are asking the courier for proof of"
            " delivery and will come back to you; please also ask neighbours and the reception."
        ),
        point="not_received",
    ),
    Reply(
        "purchase",
        N_("Which order was it?"),
        N_("Please send us the order number or a picture of the order, and we will look at once."),
    ),
)

# What an agreed return is answered with, by remedy; then where to send it, then who pays.
AGREE_REPLIES = {
    "refund": N_("Of course you can send {items} back; we refund you once it is here."),
    "refund_only": N_("We refund you for {items}. Please keep it; nothing has to come back."),
    "exchange": N_("We gladly exchange {items} once it is here."),
    "repair": N_("We gladly repair {items} once it is here."),
    "missing_part": N_("We are sorry that a part of {items} is missing; we send it to you."),
    "send_back": N_("Please send {items}; we look at it and send it back to you."),
}
SEND_TO = N_(
    "Please send it by {send_by} to: {address}. Put the return slip into the parcel; your return"
    " number is on it."
)
FREIGHT_REPLIES = {
    "buyer": N_("Please pay the way back."),
    "seller": N_("We pay the way back: keep the courier's receipt."),
    "courier": N_("The courier pays the way back: keep the receipt."),
    "platform": N_("The platform pays the way back: choose its pick-up."),
    "insurance": N_("Your freight insurance pays the way back."),
}


def agree_reply(remedy: str, payer: str, values: Mapping[str, object]) -> str:
    """Return what tells the buyer that it is agreed, a sentence to a line."""
    texts = [AGREE_REPLIES[remedy]]
    if REMEDIES[remedy].goods_back:
        texts += [SEND_TO, FREIGHT_REPLIES[payer]]
    return "\n".join(_(text).format_map(_Blanks(values)) for text in texts)
