"""Rows of what a return's parcels held, of its money, and of who bears it."""

from collections.abc import Iterator

from shopdesk.sample.case_rows import CostEntryRow, LiabilityRow, ReceivedItemRow, RefundRow
from shopdesk.sample.claims import Claim

LedgerRow = ReceivedItemRow | RefundRow | CostEntryRow | LiabilityRow
_COUNTED_AFTER_S = 1_800


class FoundRows:
    """Gives what was found its ids, which the ledger names."""

    def __init__(self) -> None:
        self._last_id = 0

    def of(self, case_id: int, claim: Claim, first_line_id: int) -> list[ReceivedItemRow]:
        """Return a row for each kind of goods that was found."""
        at = claim.story.at("inspect")
        if at is None:
            at = (claim.story.at("receive", "receive_early") or 0) + _COUNTED_AFTER_S
        first_id = self._last_id + 1
        self._last_id += len(claim.findings)
        return [
            ReceivedItemRow(
                id=first_id + place,
                case_id=case_id,
                parcel_id=None,
                line_id=None if item.line_id is None else first_line_id + item.line_id,
                title=item.title,
                quantity=item.quantity,
                condition=item.condition,
                disposition=item.disposition,
                note=item.note,
                at=at,
                person=claim.owner,
            )
            for place, item in enumerate(claim.findings)
        ]


def money_rows(
    case_id: int, claim: Claim, first_line_id: int, found_rows: FoundRows
) -> Iterator[LedgerRow]:
    """Yield what was found, then refunds, costs and shares, each in the order of their making."""
    found = found_rows.of(case_id, claim, first_line_id)
    yield from found
    yield from _refunds(case_id, claim)
    for cost in claim.settlement.costs:
        item_id = None if cost.found is None else found[cost.found].id
        amount = cost.amount_minor
        yield CostEntryRow(case_id, item_id, cost.at, cost.kind, amount, "", claim.owner)
    for share in claim.settlement.shares:
        by = claim.owner if share.confirmed_s is not None else ""
        yield LiabilityRow(case_id, *share, by)


def _refunds(case_id: int, claim: Claim) -> Iterator[RefundRow]:
    for paid in claim.settlement.refunds:
        yield RefundRow(
            case_id=case_id,
            shop_id=claim.sale.store_id,
            currency=claim.sale.store.draft.currency,
            person=claim.owner,
            **paid._asdict(),
        )
