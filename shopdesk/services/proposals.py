"""What a settlement proposes: the refund, the goods that go out. Pure, so that forms share it."""

from dataclasses import replace

from shopdesk.i18n import N_
from shopdesk.queries.settlement import SettledLine, SettlementBasis
from shopdesk.rules.remedies import remedy_of
from shopdesk.services.drafts import GoodsOutLine, SettlementDraft

SAME_GOODS = frozenset({"exchange", "repair", "missing_part"})
ANOTHER = frozenset({"exchange", "missing_part"})
"""The remedies in which what goes out may be something else: as the buyer wants it."""


def proposed_settlement(basis: SettlementBasis) -> SettlementDraft:
    """Return the refund or the difference to collect, by what was paid and by the rules."""
    plain = SettlementDraft(basis.proposed_minor, basis.proposed_freight_minor)
    if basis.remedy != "exchange":
        return plain
    out_minor = basis.out_minor
    if out_minor is None:
        out_minor = sum(line.price_minor for line in proposed_goods_out(basis))
    return exchange_settlement(plain, basis, out_minor)


def why_by_itself(basis: SettlementBasis) -> str:
    """Return why a person has to settle a return, marked for translation; empty if not."""
    due = basis.value_minor - basis.given_minor
    if remedy_of(basis.remedy).money_back and basis.within_ceiling(due) < due:
        return N_("Less is left of the payment than these goods cost. Settle it by itself.")
    if proposed_settlement(basis).collected_minor:
        return N_("The buyer has a difference to pay. Settle it by itself.")
    return ""


def exchange_settlement(
    draft: SettlementDraft, basis: SettlementBasis, out_minor: int
) -> SettlementDraft:
    """Return a settlement in which the difference in price goes the way it has to."""
    owed = basis.difference_minor(out_minor)
    return replace(
        draft,
        goods_minor=basis.within_ceiling(max(0, -owed)),
        collected_minor=max(0, owed),
    )


def proposed_goods_out(basis: SettlementBasis) -> tuple[GoodsOutLine, ...]:
    """Return what goes out: the same goods, or what the buyer wants; then what is sent back.

    The goods of an exchange keep their price until somebody says another; nothing else costs.
    What went out when it was agreed is not among them.
    """
    if basis.remedy == "send_back":
        return all_sent_back(basis)
    same = () if basis.out_minor is not None else _same_goods(basis)
    return (*same, *(_out(line, line.to_buyer) for line in _left_to_send_back(basis)))


def all_sent_back(basis: SettlementBasis) -> tuple[GoodsOutLine, ...]:
    """Return every unit that is here, on its way back to the buyer."""
    here = [(line, line.to_buyer + line.accepted) for line in basis.lines]
    return tuple(_out(line, units) for line, units in here if units)


def sends_goods(basis: SettlementBasis) -> bool:
    """Tell whether settling opens a reshipment: something is to go out that does not yet."""
    wanted = remedy_of(basis.remedy).goods_out and basis.out_minor is None
    return wanted or bool(_left_to_send_back(basis))


def _left_to_send_back(basis: SettlementBasis) -> list[SettledLine]:
    """Return the goods that the buyer gets back, unless what came is on its way already."""
    return [] if basis.is_out_since else [line for line in basis.lines if line.to_buyer]


def _same_goods(basis: SettlementBasis) -> tuple[GoodsOutLine, ...]:
    goods = [line for line in basis.lines if line.accepted]
    same = goods if basis.remedy in SAME_GOODS else []
    wanted = basis.wanted if len(goods) == 1 and basis.remedy in ANOTHER else ""
    return tuple(_same(line, wanted, priced=basis.remedy == "exchange") for line in same)


def _same(line: SettledLine, wanted: str, *, priced: bool) -> GoodsOutLine:
    price = line.accepted_minor if priced else 0
    out = replace(_out(line, min(line.accepted, line.quantity)), price_minor=price)
    return replace(out, variant=wanted, sku="", product_id=None) if wanted else out


def _out(line: SettledLine, units: int) -> GoodsOutLine:
    return GoodsOutLine(
        title=line.title,
        quantity=units,
        sku=line.sku,
        variant=line.variant,
        product_id=line.product_id,
    )
