"""The colours in which an order's status stands."""

from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.theme import Tone


def status_tone(status: str) -> Tone:
    """Return the tone of a status's pill."""
    return TONES[order_status(status).tone]
