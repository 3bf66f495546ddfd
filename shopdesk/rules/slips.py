"""Which cases have a slip: returns whose goods are to come back, reshipments that go out."""

from shopdesk.i18n import N_
from shopdesk.rules.states import Standing

_STATES = {
    "asked": N_("Agree to the return first."),
    "declined": N_("This return goes no further, so it needs no slip."),
    "cancelled": N_("This return goes no further, so it needs no slip."),
}
_TO_LOOK_AT = ("agreed", "on_its_way", "arrived")
_CANCELLED = N_("This reshipment was cancelled, so nothing is sent.")


def why_no_slip(standing: Standing) -> str:
    """Return why a return has no slip, marked for translation; empty where it has one."""
    if not standing.remedy.goods_back:
        return N_("Nothing comes back with this return, so it needs no slip.")
    return _STATES.get(standing.state, "")


def wants_slip(standing: Standing) -> bool:
    """Tell whether a return waits for the buyer to send its goods, who puts the slip in."""
    return standing.remedy.goods_back and standing.state == "agreed"


def wants_inspection_sheet(standing: Standing) -> bool:
    """Tell whether goods of a return are still to be looked at."""
    return standing.remedy.goods_back and standing.state in _TO_LOOK_AT


def why_no_packing_slip(state: str) -> str:
    """Return why a reshipment has no slip, marked for translation; empty where it has one."""
    return _CANCELLED if state == "cancelled" else ""
