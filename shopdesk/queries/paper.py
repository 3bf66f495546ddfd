"""What paper gets: frozen figures and codes, without a word of any one language in them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

Figure = TypeVar("Figure")


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One thing in a parcel."""

    title: str
    variant: str
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """What a shop wants on its papers; `logo_png` is a grey PNG, all three may be empty."""

    logo_png: bytes = b""
    lines: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """All that a return slip and a return address label show; what is not known is empty.

    `platform`, `reason`, `remedy` and `freight_payer` are codes of the tables in `rules`;
    `reason_text` is a reason in somebody's own words and stands in place of the code's.
    `buyer_language` is what the shop chose for its buyers, empty for that of its `region`.
    """

    number: str
    shop_name: str
    platform: str
    to_name: str
    to_phone: str
    to_address: str
    buyer_name: str
    buyer_phone: str
    buyer_handle: str
    order_number: str
    reason: str
    reason_text: str
    remedy: str
    freight_payer: str
    send_by: date | None
    note: str
    lines: tuple[SlipLine, ...]
    buyer_language: str = ""
    region: str = ""
    paper: SlipPaper = SlipPaper()


@dataclass(frozen=True, slots=True)
class PackingSlip:
    """All that a packing slip and an address label show; a text that is not known is empty.

    `platform`, `reason` (of rules.reshipments) and `courier` are codes; `courier_name` is as
    exported or typed and stands in place of the code's. `buyer_language` and `region` are as in
    ReturnSlip.
    """

    number: str
    shop_name: str
    platform: str
    from_name: str
    from_phone: str
    from_address: str
    to_name: str
    to_phone: str
    to_address: str
    to_postcode: str
    to_country: str
    buyer_handle: str
    order_number: str
    reason: str
    note: str
    courier: str
    courier_name: str
    waybill: str
    lines: tuple[SlipLine, ...]
    buyer_language: str = ""
    region: str = ""
    paper: SlipPaper = SlipPaper()


Slip = ReturnSlip | PackingSlip


@dataclass(frozen=True, slots=True)
class Pair(Generic[Figure]):
    """A figure of the month, and the same figure of the month before."""

    now: Figure
    before: Figure


@dataclass(frozen=True, slots=True)
class MoneyPair:
    """An amount of the month and of the month before, in one currency, minor units."""

    currency: str
    now_minor: int
    before_minor: int


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Returns opened and orders paid from `first_day` to `last_day`, both included.

    A week is cut at the ends of the month, so the weeks of a month add up to it.
    """

    first_day: date
    last_day: date
    returns: int
    orders: int


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many returns gave one reason; `text` is a custom reason's own words, else empty."""

    code: str
    text: str
    count: int
    before: int


@dataclass(frozen=True, slots=True)
class ItemCount:
    """One item that came back, with the reason given most often for it."""

    title: str
    sku: str
    units_returned: int
    units_sold: int
    top_reason: str
    top_reason_text: str


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """The figures of one month, as the summary shows them.

    `first_day` and `last_day` are both inside the month, in the shops' time zone, as is
    `made_at`. `return_rate` is orders with a return opened in the month over orders paid in
    it, 0 to 1 or more; None where no order was paid. Money has one pair for each currency and
    is never added across currencies. `reasons` and `items` come most frequent first.
    `settle_hours` is the median from opened to settled, None where nothing was settled.
    `cases` is how many cases the figures of the month were counted from.
    """

    shop_names: tuple[str, ...]
    platforms: tuple[str, ...]
    first_day: date
    last_day: date
    made_at: datetime
    orders: Pair[int]
    units: Pair[int]
    sales: tuple[MoneyPair, ...]
    returns: Pair[int]
    orders_returned: Pair[int]
    return_rate: Pair[float | None]
    refunded: tuple[MoneyPair, ...]
    refunded_goods: tuple[MoneyPair, ...]
    refunded_freight: tuple[MoneyPair, ...]
    settled: Pair[int]
    settle_hours: Pair[float | None]
    weeks: tuple[WeekCount, ...]
    reasons: tuple[ReasonCount, ...]
    items: tuple[ItemCount, ...]
    cases: int
