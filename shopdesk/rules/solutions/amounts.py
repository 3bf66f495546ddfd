"""How much money an option is about, as far as that is known before it is agreed."""

from shopdesk.i18n import N_
from shopdesk.rules.money import share_minor
from shopdesk.rules.solutions.solution import SolutionOption

AMOUNTS = {
    "none": N_("No money"),
    "full": N_("All that was paid"),
    "share": N_("A share of what was paid"),
    "typed": N_("An amount to agree on"),
}
_WHOLE_PERCENT = 100


def freight_minor(option: SolutionOption, of_order_minor: int) -> int:
    """Return the freight that an option proposes: the order's own, the nearest that is known."""
    return of_order_minor if option.pays_freight else 0


def amount_minor(option: SolutionOption, paid_minor: int) -> int:
    """Return the amount that an option proposes to a buyer who paid `paid_minor`."""
    if option.amount == "full":
        return paid_minor
    if option.amount == "share":
        return share_minor(paid_minor, [option.percent, _WHOLE_PERCENT - option.percent])[0]
    return 0
