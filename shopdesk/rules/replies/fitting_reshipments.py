"""Which ready words fit a reshipment as it stands, the most fitting first."""

from shopdesk.rules.replies.fitting import Message
from shopdesk.rules.reshipments import Moving, is_stalled

_STALLED = ("reship_stalled", "reship_ask_courier")

_CODES = {
    "to_pack": ("reship_packing", "reship_waiting"),
    "packed": ("reship_packing", "reship_waiting"),
    "sent": ("reship_sent", "reship_moving"),
    "on_its_way": ("reship_moving", "reship_sent"),
    "delivered": ("reship_delivered",),
    "confirmed": ("reship_confirmed",),
    "lost": ("reship_lost", "reship_ask_courier"),
    "damaged": ("reship_damaged",),
    "refused": ("reship_refused",),
    "out_of_range": ("reship_out_of_range", "reship_ask_courier"),
    "returned": ("reship_returned",),
    "cancelled": ("reship_cancelled",),
}
"""The texts of each state; of one that is dealt with, its next reshipment tells."""


def reshipment_messages(moving: Moving, *, waits: bool = False) -> tuple[Message, ...]:
    """Return what can be told about a reshipment; `waits` says that a note tells why it does."""
    codes = _CODES.get(moving.state, ())
    if is_stalled(moving):
        codes = (*_STALLED, *codes)
    if waits and "reship_waiting" in codes:
        codes = tuple(dict.fromkeys(("reship_waiting", *codes)))
    return tuple(Message((code,)) for code in codes if waits or code != "reship_waiting")
