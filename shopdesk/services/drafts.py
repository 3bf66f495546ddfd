"""What a person typed, frozen: the input of use cases. No field is trusted before they check it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


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
    masks_contacts: bool = False
    """Whether phones and addresses of buyers are hidden on the screen until asked for."""


@dataclass(frozen=True, slots=True)
class OwnDayDraft:
    """A day on which a shop rests though others work, or works though others rest."""

    day: date
    rests: bool = True
    name: str = ""


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
    has_evidence: bool = False
    """Whether photos or files are attached in the same write."""


@dataclass(frozen=True, slots=True)
class WaybillDraft:
    """The parcel that the buyer sent; the number is kept as typed."""

    courier: str
    waybill: str


@dataclass(frozen=True, slots=True)
class CourierDraft:
    """A courier to add or to change; `{n}` in its tracking page stands for the waybill."""

    name: str
    tracking_url: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """Why a return is declined or cancelled, in the words that the buyer may get."""

    text: str


@dataclass(frozen=True, slots=True)
class GoodsOutLine:
    """One kind of goods that goes out; `price_minor` is for all its units."""

    title: str
    quantity: int
    sku: str = ""
    variant: str = ""
    price_minor: int = 0
    product_id: int | None = None


class GoodsSent(Protocol):
    """Goods of a reshipment, as they are stored or as a query returns them."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def quantity(self) -> int:
        """How many units."""
        ...

    @property
    def sku(self) -> str:
        """The shop's own code; empty if it has none."""
        ...

    @property
    def variant(self) -> str:
        """Colour, size and the like."""
        ...

    @property
    def price_minor(self) -> int:
        """Worth of all its units."""
        ...

    @property
    def product_id(self) -> int | None:
        """Of the catalogue; None for what is not in it."""
        ...


def sent_again(lines: Iterable[GoodsSent]) -> tuple[GoodsOutLine, ...]:
    """Return goods that went out, or were to, as they could go out once more."""
    return tuple(
        GoodsOutLine(
            title=line.title,
            quantity=line.quantity,
            sku=line.sku,
            variant=line.variant,
            price_minor=line.price_minor,
            product_id=line.product_id,
        )
        for line in lines
    )


@dataclass(frozen=True, slots=True)
class GoodsOutDraft:
    """What goes out to whom; the address is kept as it is written here."""

    lines: tuple[GoodsOutLine, ...]
    recipient: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class SettlementDraft:
    """What goes back to the buyer; `over_reason` is needed above what was paid.

    `deduction_minor` is kept back out of `goods_minor`. `collected_minor` comes from the buyer
    for dearer goods. Without `goods_out` the proposed goods go out where the remedy sends any.
    """

    goods_minor: int
    freight_minor: int = 0
    method: str = "platform"
    reference: str = ""
    over_reason: str = ""
    deduction_minor: int = 0
    deduction_reason: str = ""
    collected_minor: int = 0
    goods_out: GoodsOutDraft | None = None
    currency: str = ""
    """The currency that the amounts were typed in, the case's own if empty."""


@dataclass(frozen=True, slots=True)
class SendBackDraft:
    """Why the goods go back to the buyer after all, in the words that the buyer may get."""

    text: str
    goods_out: GoodsOutDraft | None = None


@dataclass(frozen=True, slots=True)
class CostDraft:
    """One entry of a case's ledger; without an `id` it is new."""

    kind: str
    amount_minor: int
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """One party's part in a case's cost, in per cent."""

    party: str
    percent: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class DispatchDraft:
    """The parcel that goes out with a reshipment, and what sending it costs if that is known."""

    courier: str
    waybill: str
    freight_minor: int = 0


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


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """A parcel that is at the desk; `scanned` is the code that it was found by.

    Without a `waybill` it is the one parcel that the return waits for. `courier` is a code,
    found by the waybill's form if empty. `parcel_id` is a parcel that was kept before.
    """

    scanned: str
    waybill: str = ""
    courier: str = ""
    parcel_id: int | None = None


@dataclass(frozen=True, slots=True)
class OwnerlessDraft:
    """A parcel that came and belongs to no return yet."""

    waybill: str = ""
    note: str = ""
    courier: str = ""


StepDraft = (
    WaybillDraft | ReasonDraft | SettlementDraft | InspectionDraft | ReceiptDraft | SendBackDraft
)
