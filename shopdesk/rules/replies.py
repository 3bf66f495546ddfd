"""Ready words for a step that needs a reason: chosen, filled in, and edited before they are kept.

Blanks in `{…}` are `buyer`, `number`, `items`, and the values of the advice's point that the
reply belongs to, such as `window` and `last`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_, _

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
        point="condition",
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
