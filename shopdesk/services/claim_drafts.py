"""What a person typed about a claim."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as it is opened or changed, in the case's currency.

    `reason` is a key of rules.claims.REASONS; `due_on` the last day to claim, at the shop.
    """

    reason: str
    goods_minor: int = 0
    freight_minor: int = 0
    parcel_id: int | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimStepDraft:
    """What is entered with a step; `amount_minor` is what is claimed, or what was paid."""

    amount_minor: int = 0
    reference: str = ""
    note: str = ""
