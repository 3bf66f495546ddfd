"""The parcels of a packer's list: a code to scan, whom for, what goes in, a box to tick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.printing.list_boxes import BOX_PT
from shopdesk.printing.list_pages import ListPages
from shopdesk.printing.list_rows import Cell, Part, Place, beside, marked, ruled, under, whole
from shopdesk.printing.rows import Field, Row
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper import SlipLine
from shopdesk.queries.paper_lists import ListedParcel
from shopdesk.rules.couriers import COURIERS

_TITLE = N_("Parcel")
_QR_MM = 0.375
_QUIET_PT = 4 * _QR_MM * 72 / 25.4 + 1
"""What stays white around a code, a little more than its quiet zone."""


@dataclass(frozen=True, slots=True)
class ParcelRows:
    """Lays parcels out: whom for and what beside each other, or below on narrow paper."""

    pages: ListPages
    words: SlipWords

    def rows(self, parcels: Sequence[ListedParcel]) -> Iterator[Row]:
        """Yield the parcels in their order, with their heads again on each page."""
        heads = tuple(self._heads())
        yield from heads
        for place, parcel in enumerate(parcels, start=1):
            name = Part(_numbered(place, parcel), self.pages.type.label)
            going_on = tuple(beside((self._columns()[1], (name,))))
            yield from under(self._parcel(place, parcel), heads, going_on)

    def _heads(self) -> Iterator[Row]:
        label = self.pages.type.label
        _codes, *places = self._columns()
        names = (_TITLE, N_("Send to"), N_("What goes in"))
        cells = (
            (place, (Part(self.words.label(name), label),))
            for place, name in zip(places, names, strict=False)
        )
        for row in beside(*cells):
            yield Row(row.height_pt, row.texts, kept=True)

    def _parcel(self, place: int, parcel: ListedParcel) -> list[Row]:
        codes, *columns = self._columns()
        parts = (self._named(place, parcel), self._whom(parcel), list(self._what(parcel)))
        cells: list[Cell]
        if self.pages.is_wide:
            cells = list(zip(columns, parts, strict=True))
        else:
            cells = [(columns[0], [part for several in parts for part in several])]
        square = self.pages.square(parcel.number, _QR_MM, codes.left_pt + BOX_PT + _QUIET_PT)
        box = Field(codes.left_pt, 2, BOX_PT, BOX_PT)
        rows = marked(beside(*cells), [box], [square])
        return ruled([*whole(rows, self.pages.room_pt / 2), Row(2)], _QUIET_PT)

    def _named(self, place: int, parcel: ListedParcel) -> list[Part]:
        style = self.pages.type
        courier = COURIERS.get(parcel.courier)
        by = parcel.courier_name or self.words.said(courier.name if courier else parcel.courier)
        return [
            Part(_numbered(place, parcel), style.item),
            Part(
                joined(" · ", by, self.words.named(N_("Order"), parcel.order_number)), style.small
            ),
        ]

    def _whom(self, parcel: ListedParcel) -> list[Part]:
        style = self.pages.type
        return [Part(parcel.recipient, style.plain), Part(parcel.place, style.small)]

    def _what(self, parcel: ListedParcel) -> Iterator[Part]:
        style = self.pages.type
        for line in parcel.lines:
            yield Part(_goods(line), style.plain)
        yield Part(self.words.named(N_("Note"), parcel.note), style.small)
        yield Part(self.words.named(N_("Waits:"), parcel.wait_note), style.small)
        if parcel.is_packed:
            yield Part(self.words.said(N_("Packed already")), style.small)

    def _columns(self) -> list[Place]:
        """Return the column of box and code, then one of words, or three on wide paper."""
        codes_pt = BOX_PT + _QUIET_PT + 25 * _QR_MM * 72 / 25.4
        gap_pt = self.pages.type.gap_pt * 1.5
        rest_pt = self.pages.place.width_pt - codes_pt
        shares = (0.27, 0.3, 0.43) if self.pages.is_wide else (1.0,)
        rest_pt -= gap_pt * len(shares)
        widths = [rest_pt * share for share in shares]
        return self.pages.place.split(codes_pt, *widths, between_pt=gap_pt)


def _numbered(place: int, parcel: ListedParcel) -> str:
    return f"{place}. {parcel.number}"


def _goods(line: SlipLine) -> str:
    title, sku = (line.title, line.sku) if line.title else (line.sku, "")
    return f"{line.quantity} × {joined(' · ', title, line.variant, sku)}"
