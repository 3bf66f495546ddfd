"""What a platform's export looks like, said as data: the reader knows no platform.

A layout names the columns, the minimum by which it is recognised, and how the platform's words
turn into our status codes. Adding a platform means adding layouts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    ID = "id"
    MONEY = "money"
    MOMENT = "moment"
    QUANTITY = "quantity"
    CURRENCY = "currency"
    WAYBILLS = "waybills"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a field comes from.

    `target` is a field of ImportedOrder, or of a part of it after `line.`, `parcel.`, `buyer.`
    or `payer.` (used where the buyer's place is empty). `word.*` targets only choose a status.
    Of the `names` (without regard to case) the first with a value counts; with `joined` all
    that are there are put together with a blank between.
    """

    target: str
    names: tuple[str, ...]
    kind: Kind = Kind.TEXT
    joined: bool = False


ANY = "*"
"""In a status rule: the field has some value."""


@dataclass(frozen=True, slots=True)
class StatusRule:
    """An order has `code` if all fields in `when` have these words; the first rule wins."""

    code: str
    when: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of export file.

    Attributes:
        title: What people call the file, marked for translation.
        platforms: Codes whose exports look like this; the first is assumed.
        needed: Groups of targets; of each group one must be among the columns.
        unlike: Column names that mean another kind of file.
        rows: `order`: one row an order; `line`: one row a line, with the order's fields on the
            first row or on all.
        role: `details` files bring the lines of orders that another file lists.
        currency: The currency of all amounts; None: from a column, else the shop's.
        day_first: How 03/04/2024 is meant where the whole file leaves it open.
        paid_words: Words of `word.payment` for which the total was paid, if no column says it.
        paid_is_net: Refunds may be taken off what was paid already.
        number_from: Targets that make up a number in files that have none.
        title_separator: What stands between titles where one cell holds all lines.
        shop_platforms: Endings of a shop's name that tell the platform.
        footers: Beginnings of closing rows, in lower case.
    """

    key: str
    title: str
    platforms: tuple[str, ...]
    columns: tuple[Column, ...]
    needed: tuple[tuple[str, ...], ...]
    statuses: tuple[StatusRule, ...]
    rows: Literal["order", "line"] = "line"
    role: Literal["orders", "details"] = "orders"
    unlike: frozenset[str] = frozenset()
    currency: str | None = None
    day_first: bool | None = None
    paid_words: frozenset[str] = frozenset()
    paid_is_net: bool = False
    number_from: tuple[str, ...] = ()
    title_separator: str = ""
    shop_platforms: Mapping[str, str] = field(default_factory=dict)
    footers: tuple[str, ...] = ()
