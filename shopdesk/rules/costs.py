"""What a case costs the shop: the kinds of its ledger, and their sum."""

from collections.abc import Iterable
from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class CostKind:
    """One kind of cost; `sign` is 1 for what is paid out and -1 for what comes in."""

    code: str
    name: str
    sign: int = 1


COST_KINDS = {
    kind.code: kind
    for kind in (
        CostKind("freight_back", N_("Freight back")),
        CostKind("freight_out", N_("Freight out")),
        CostKind("written_off", N_("Goods written off")),
        CostKind("compensation", N_("Compensation")),
        CostKind("courier_indemnity", N_("Indemnity from the courier"), -1),
        CostKind("freight_insurance", N_("Freight insurance"), -1),
    )
}


def cost_of(refunded_minor: int, collected_minor: int, entries: Iterable[tuple[str, int]]) -> int:
    """Return a case's cost: refunds less what the buyer paid, and the ledger's (kind, amount)."""
    return (
        refunded_minor
        - collected_minor
        + sum(COST_KINDS[kind].sign * amount_minor for kind, amount_minor in entries)
    )
