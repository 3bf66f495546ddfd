"""The courier that breaks things: it had a good time, and in the last week it breaks all."""

from shopdesk.sample.plan import DAY_S
from shopdesk.sample.stores import BREAKER

DAMAGED = "damaged_in_transit"
_BAD_S, _GOOD_S = int(6.6 * DAY_S), 70 * DAY_S
_TROUBLE = 9.0
_USUAL, _IN_GOOD_TIME = 12, 1


def breaks_all(courier: str, ago_s: int) -> bool:
    """Tell whether what a courier carried is asked for, so long before the end, as broken."""
    return courier == BREAKER and ago_s <= _BAD_S


def breakage(courier: str, ago_s: int) -> int:
    """Return how much likelier a courier breaks what it carries than others do."""
    if courier != BREAKER:
        return 1
    return _USUAL if ago_s > _GOOD_S else _IN_GOOD_TIME


def trouble_with(courier: str, ago_s: int) -> float:
    """Return how much likelier goods come back that were delivered so long before the end."""
    return _TROUBLE if breaks_all(courier, ago_s) else 1.0
