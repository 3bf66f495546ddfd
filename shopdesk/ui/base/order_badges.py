"""The colours in which an order's status stands."""

from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.theme import Tone

_TONES: dict[str, Tone] = {
    "new": "new",
    "wait": "wait",
    "accent": "accent",
    "good": "good",
    "neutral": "muted",
}


def status_tone(status: str) -> Tone:
    """Return the tone of a status's pill."""
    return _TONES[order_status(status).tone]
