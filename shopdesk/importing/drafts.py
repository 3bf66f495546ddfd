"""What an export says, as frozen values: nothing here is in the database yet.

Money is in minor units, times are aware UTC. `None` and `""` mean that the file does not say.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One kind of goods; `price_minor` is for one piece, the other amounts for the line."""

    platform_line_id: str = ""
    sku: str = ""
    title: str = ""
    variant: str = ""
    quantity: int = 1
    price_minor: int | None = None
    discount_minor: int = 0
    total_minor: int | None = None
    paid_minor: int | None = None
    refunded_minor: int | None = None
    vendor: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class ImportedParcel:
    """What was sent; `waybill` is empty where the export has only the time of sending."""

    courier_name: str = ""
    waybill: str = ""
    sent_at: datetime | None = None
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ImportedBuyer:
    """Who bought and where it went; `masked` names fields with letters hidden by the platform.

    A masked value must never overwrite a good one.
    """

    name: str = ""
    handle: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    masked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ImportedOrder:
    """One order; `place` is the line of its first row, `currency` None means the shop's.

    `status` is a code of rules.order_statuses; `unknown` where the platform's word is not in our
    tables.
    """

    number: str
    place: int
    platform_id: str = ""
    platform: str = ""
    shop_name: str = ""
    ordered_at: datetime | None = None
    paid_at: datetime | None = None
    delivered_at: datetime | None = None
    cancelled_at: datetime | None = None
    status: str = "unknown"
    status_text: str = ""
    currency: str | None = None
    goods_minor: int | None = None
    freight_minor: int | None = None
    discount_minor: int | None = None
    tax_minor: int | None = None
    total_minor: int | None = None
    paid_minor: int | None = None
    refunded_minor: int | None = None
    buyer: ImportedBuyer = ImportedBuyer()
    lines: tuple[ImportedLine, ...] = ()
    parcels: tuple[ImportedParcel, ...] = ()
    buyer_note: str = ""
    seller_note: str = ""


Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble with its place; an error left its order out, a warning did not.

    `line` counts from 1 as a text editor or a spreadsheet does; None is the whole file.
    """

    severity: Severity
    line: int | None
    column: str
    sentence: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Everything understood from one file, or from several that belong together.

    `shop_name` is empty where the files name no shop, or several. `kinds` are the titles of
    the layouts that were recognised, `encoding` is `utf-8`, `gb18030`, … or `xlsx`, `xls`.
    `days_are_open`: no date told whether 03/04 is in March or April; the person may.
    """

    platform: str
    shop_name: str
    orders: tuple[ImportedOrder, ...]
    problems: tuple[Problem, ...]
    encoding: str
    rows: int
    kinds: tuple[str, ...] = ()
    days_are_open: bool = False
