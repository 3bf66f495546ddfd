"""Who can bear a case's cost, and how it is shared between them."""

from collections.abc import Mapping

from shopdesk.i18n import N_
from shopdesk.rules.money import share_minor
from shopdesk.rules.reasons import REASONS

PARTIES = {
    "courier": N_("Courier"),
    "warehouse": N_("Warehouse"),
    "supplier": N_("Supplier"),
    "product_page": N_("Product page"),
    "service": N_("Service"),
    "buyer": N_("Buyer"),
    "platform": N_("Platform"),
}

WHOLE_PERCENT = 100


def suggested_party(reason: str) -> str:
    """Return who usually bears it, by the code of a reason; the service for an unknown one."""
    return REASONS[reason].liable if reason in REASONS else "service"


def is_whole(percents: Mapping[str, int]) -> bool:
    """Tell whether the shares of the parties, each above zero, are 100 per cent together."""
    return sum(percents.values()) == WHOLE_PERCENT and all(part > 0 for part in percents.values())


def amounts_of(cost_minor: int, percents: Mapping[str, int]) -> dict[str, int]:
    """Return what each party bears of a cost; the amounts add up to it exactly."""
    amounts = share_minor(cost_minor, list(percents.values()))
    return dict(zip(percents, amounts, strict=True))
