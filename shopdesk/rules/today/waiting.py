"""Who is waited for, by the clock that runs."""

from collections.abc import Mapping

from shopdesk.i18n import N_
from shopdesk.rules.today.tiles import OURS

WHO: Mapping[str, str] = {"us": N_("Us"), "buyer": N_("Buyer"), "courier": N_("Courier")}
_OTHERS = {"send": "buyer", "choose": "buyer", "arrive": "courier", "move": "courier"}


def who_is_waited_for(clock: str) -> str:
    """Return a key of WHO; a clock of a newer ShopDesk counts as ours."""
    return "us" if clock in OURS else _OTHERS.get(clock, "us")
