"""One row of an export, cell by cell, into the fields its layout names."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from shopdesk.formats import currency_digits
from shopdesk.i18n import _
from shopdesk.importing.cells import (
    UnreadableError,
    clean,
    read_id,
    read_quantity,
    read_text,
    read_waybills,
    shortened,
)
from shopdesk.importing.day_order import DayOrder
from shopdesk.importing.declaration import Column, Kind
from shopdesk.importing.drafts import Severity
from shopdesk.importing.moments import numeric_parts, read_moment
from shopdesk.importing.money import read_money
from shopdesk.importing.problems import Problems
from shopdesk.importing.recognise import Header

Values = dict[str, Any]

_PARTS = ("order", "line", "parcel", "buyer", "payer")
_REFUSING = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.CURRENCY})
_VITAL = frozenset({"number", "ordered_at"})
_CODE_LETTERS = 3


def _turn(column: Column) -> int:
    """Amounts are read by the order's currency, so its number and that come before the rest."""
    return 0 if column.target == "number" else 1 if column.kind is Kind.CURRENCY else 2


def _empty_parts() -> dict[str, Values]:
    return {part: {} for part in _PARTS}


@dataclass(slots=True)
class RowValues:
    """What one row says of each part of an order; `refused` if it must not be taken."""

    line: int
    parts: dict[str, Values] = field(default_factory=_empty_parts)
    refused: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing that we know of stands on the row."""
        return not self.refused and not any(self.parts.values())


@dataclass(frozen=True, slots=True)
class _BoundColumn:
    """A column of the layout, tied to positions in this file; `place` if it is only one."""

    part: str
    name: str
    place: int | None
    places: tuple[int, ...]
    joined: bool
    refuses: bool
    read: Callable[[str], object]

    def found(self, cells: list[str]) -> str:
        """Return the first value among the places, or all of them."""
        texts = (text for place in self.places if (text := clean(cells[place])))
        return " ".join(texts) if self.joined else next(texts, "")


class RowReader:
    """Reads the rows below one header; amounts without a currency are in `currency`."""

    def __init__(
        self,
        header: Header,
        problems: Problems,
        *,
        timezone: dt.tzinfo,
        currency: str,
        day_first: bool | None,
    ) -> None:
        self._header = header
        self._problems = problems
        self._timezone = timezone
        self.days_are_open = False
        """Whether a date was met that may be read in two ways, and nothing tells which."""
        self._default_currency = header.layout.currency or currency
        self._default_digits = currency_digits(self._default_currency)
        self._number = ""
        self._digits: dict[str, int] = {}
        """The decimals of each order's amounts: one row names the currency, all have some."""
        moments = {c: p for c, p in header.places.items() if c.kind is Kind.MOMENT}
        answer = day_first if day_first is not None else header.layout.day_first
        dates = tuple({place for places in moments.values() for place in places})
        self._days = DayOrder(header.table, dates, answer, self._warn_of_open_days)
        in_turn = sorted(header.places, key=_turn)
        self._columns = [self._bound(column) for column in in_turn]

    def read(self, line: int, cells: list[str]) -> RowValues:
        """Return the row's values; what cannot be read is told as a problem at its place."""
        row = RowValues(line)
        parts = row.parts
        cells = self._whole(row, cells)
        if self._header.layout.rows == "order":
            self._digits.clear()
        for column in self._columns:
            # Most cells of an export are empty: they must cost next to nothing.
            cell = cells[column.place] if column.place is not None else column.found(cells)
            if not cell or not (text := clean(cell)):
                continue
            try:
                parts[column.part][column.name] = column.read(text)
            except UnreadableError as error:
                self._tell_unreadable(row, column, error)
        return row

    def _tell_unreadable(
        self, row: RowValues, column: _BoundColumn, error: UnreadableError
    ) -> None:
        """Refuse the row if need be; a number that cannot be read continues no order."""
        row.refused = row.refused or column.refuses
        if column.name == "number":
            row.parts["order"]["number"] = ""
        severity: Severity = "error" if column.refuses else "warning"
        name = self._header.names[column.places[0]].strip()
        self._problems.add(severity, row.line, name, error.sentence)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return a time of this file as it stands in the file."""
        return moment.astimezone(self._timezone)

    def _whole(self, row: RowValues, cells: list[str]) -> list[str]:
        """Return as many cells as the header has; a row cut off or shifted is refused."""
        width = len(self._header.names)
        if len(cells) == width or not any(cells):
            return cells if len(cells) == width else [""] * width
        if len(cells) < width or any(cells[width:]):
            row.refused = True
            self._problems.add(
                "error",
                row.line,
                "",
                _(
                    "The row has {found} cells instead of {expected}. The file may be cut off, "
                    "or a quotation mark is missing."
                ).format(found=len(cells), expected=width),
            )
        return (cells + [""] * width)[:width]

    def _bound(self, column: Column) -> _BoundColumn:
        part, _dot, name = column.target.rpartition(".")
        if part not in _PARTS:
            part, name = "order", column.target
        places = self._header.places[column]
        refuses = column.kind in _REFUSING or column.target in _VITAL
        place = places[0] if len(places) == 1 else None
        reader = self._order_number if name == "number" else self._reader(column.kind, places[0])
        return _BoundColumn(part, name, place, places, column.joined, refuses, reader)

    def _reader(self, kind: Kind, place: int) -> Callable[[str], object]:
        readers: dict[Kind, Callable[[str], object]] = {
            Kind.TEXT: read_text,
            Kind.ID: read_id,
            Kind.QUANTITY: read_quantity,
            Kind.WAYBILLS: read_waybills,
            Kind.MONEY: self._money,
            Kind.CURRENCY: self._currency,
            Kind.MOMENT: partial(self._moment, place),
        }
        return readers[kind]

    def _order_number(self, text: str) -> str:
        self._number = read_id(text)
        return self._number

    def _money(self, text: str) -> int:
        return read_money(text, self._digits.setdefault(self._number, self._default_digits))

    def _currency(self, text: str) -> str:
        code = text.upper()
        if len(code) != _CODE_LETTERS or not (code.isascii() and code.isalpha()):
            raise UnreadableError(
                _("“{text}” is not a currency such as EUR.").format(text=shortened(text))
            )
        digits = currency_digits(code)
        if self._digits.setdefault(self._number, digits) != digits:
            raise UnreadableError(
                _("Amounts of this order stand above its currency. Sort the rows as they were.")
            )
        return code

    def _moment(self, place: int, text: str) -> dt.datetime:
        try:
            return read_moment(text, self._timezone)
        except UnreadableError:
            if numeric_parts(text) is None:
                raise
            day_first = self._days.day_first(place)
            return read_moment(text, self._timezone, day_first=day_first)

    def _warn_of_open_days(self, place: int) -> None:
        self.days_are_open = True
        self._problems.once(
            ("days", str(place)),
            None,
            self._header.names[place].strip(),
            _("No date tells whether day or month comes first; the day was taken to be first."),
        )
