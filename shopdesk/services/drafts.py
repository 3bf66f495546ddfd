"""What a person typed, frozen: the input of use cases. No field is trusted before they check it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ShopDraft:
    """A store to set up or to change."""

    name: str
    platform: str
    region: str
    currency: str
    timezone: str
    policy: str
    return_name: str = ""
    return_phone: str = ""
    return_address: str = ""
    buyer_language: str = ""
    exchange_when: str = "inspected"


@dataclass(frozen=True, slots=True)
class ReturnLineDraft:
    """Goods that come back: of an order's line, or, without an order, as described."""

    quantity: int
    order_line_id: int | None = None
    title: str = ""
    sku: str = ""
    variant: str = ""
    value_minor: int = 0
    """What was paid for these units; ignored with an order line, which knows it."""


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """A wish to return, as it is logged; codes are those of `rules`."""

    shop_id: int
    reason: str
    remedy: str
    lines: tuple[ReturnLineDraft, ...]
    freight_payer: str
    order_id: int | None = None
    asked_on: date | None = None
    """The day in the shop's time zone on which the buyer asked; today if None."""
    note: str = ""
    buyer_name: str = ""
    buyer_phone: str = ""
    buyer_handle: str = ""
    order_number: str = ""
    wanted: str = ""
    """What the buyer wants in its place: a size, a colour, a part."""
    platform_due_at: datetime | None = None
    """The platform's own deadline for deciding; it wins over the policy's."""


@dataclass(frozen=True, slots=True)
class WaybillDraft:
    """The parcel that the buyer sent; the number is kept as typed."""

    courier: str
    waybill: str


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """Why a return is declined or cancelled, in the words that the buyer may get."""

    text: str


@dataclass(frozen=True, slots=True)
class SettlementDraft:
    """What goes back to the buyer; `over_reason` is needed above what was paid."""

    goods_minor: int
    freight_minor: int = 0
    method: str = "platform"
    reference: str = ""
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedDraft:
    """Units of one kind that came in a parcel, in one condition; codes of `rules.inspecting`.

    Without `line_id` they are goods that nobody expected, and `title` says what they are.
    `id` names what was kept before. Nothing of a line came: quantity 0, and a note if there is
    something to say about it.
    """

    quantity: int
    line_id: int | None = None
    condition: str = ""
    disposition: str = ""
    title: str = ""
    note: str = ""
    parcel_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class InspectionDraft:
    """All that was found in a return's parcels; what was kept before and is not here is dropped."""

    items: tuple[ReceivedDraft, ...]


StepDraft = WaybillDraft | ReasonDraft | SettlementDraft | InspectionDraft
