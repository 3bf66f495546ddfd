"""The parcels of a packer's list: a code to scan, whom for, what goes in, a box to tick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.printing.codes import QR_QUIET
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_rows import Cell, Part, Place, beside, marked, ruled, under, whole
from shopdesk.printing.rows import Field, Row
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper import SlipLine
from shopdesk.queries.paper_lists import ListedParcel
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.reshipments import STATES

_TITLE = N_("Parcel")
_QR_MM = 0.375
_MODULES = 25  # of the code of a long number


@dataclass(frozen=True, slots=True)
class ParcelRows:
    """Lays parcels out: whom for and what beside each other, or below on narrow paper."""

    layout: ListLayout
    words: SlipWords

    def rows(self, parcels: Sequence[ListedParcel]) -> Iterator[Row]:
        """Yield the parcels in their order, with their heads again on each page."""
        heads = tuple(self._heads())
        yield from heads
        for place, parcel in enumerate(parcels, start=1):
            name = Part(_numbered(place, parcel), self.layout.type.label)
            going_on = tuple(beside((self._columns()[1], (name,))))
            yield from under(self._parcel(place, parcel), heads, going_on)

    def _heads(self) -> Iterator[Row]:
        label = self.layout.type.label
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
        if self.layout.is_widest:
            cells = list(zip(columns, parts, strict=True))
        else:
            cells = [(columns[0], [part for several in parts for part in several])]
        box_pt = self.layout.type.box_pt
        quiet_pt = self._quiet_pt
        square = self.layout.square(parcel.number, self._qr_mm, codes.left_pt + box_pt + quiet_pt)
        boxes = [Field(codes.left_pt, 2, box_pt, box_pt)] if parcel.goes_out else []
        rows = marked(beside(*cells), boxes, [square])
        return ruled([*whole(rows, self.layout.room_pt / 2), Row(2)], quiet_pt)

    def _named(self, place: int, parcel: ListedParcel) -> list[Part]:
        style = self.layout.type
        courier = COURIERS.get(parcel.courier)
        by = parcel.courier_name or self.words.said(courier.name if courier else parcel.courier)
        order = self.words.named(N_("Order"), parcel.order_number)
        return [
            Part(_numbered(place, parcel), style.item),
            Part(self._state(parcel), style.plain),
            Part(joined(" · ", by, order), style.small),
        ]

    def _state(self, parcel: ListedParcel) -> str:
        """Return what there is no more to do; empty for what is to be packed."""
        if parcel.state == "packed":
            return self.words.said(N_("Packed already"))
        state = STATES.get(parcel.state)
        return "" if parcel.goes_out else self.words.said(state.name if state else parcel.state)

    def _whom(self, parcel: ListedParcel) -> list[Part]:
        style = self.layout.type
        return [Part(parcel.recipient, style.plain), Part(parcel.place, style.small)]

    def _what(self, parcel: ListedParcel) -> Iterator[Part]:
        style = self.layout.type
        for line in parcel.lines:
            yield Part(_goods(line), style.plain)
        yield Part(self.words.named(N_("Note"), parcel.note), style.small)
        yield Part(self.words.named(N_("Waits:"), parcel.wait_note), style.small)

    @property
    def _qr_mm(self) -> float:
        return _QR_MM * self.layout.type.growth

    @property
    def _quiet_pt(self) -> float:
        """What stays white around a code, a little more than its quiet zone."""
        return QR_QUIET * self.layout.module_pt(self._qr_mm) + 1

    def _columns(self) -> list[Place]:
        """Return the column of box and code, then one of words, or three on wide paper."""
        code_pt = _MODULES * self.layout.module_pt(self._qr_mm)
        codes_pt = self.layout.type.box_pt + self._quiet_pt + code_pt
        gap_pt = self.layout.type.gap_pt * 1.5
        rest_pt = self.layout.place.width_pt - codes_pt
        shares = (0.3, 0.29, 0.41) if self.layout.is_widest else (1.0,)
        rest_pt -= gap_pt * len(shares)
        widths = [rest_pt * share for share in shares]
        return self.layout.place.split(codes_pt, *widths, between_pt=gap_pt)


def _numbered(place: int, parcel: ListedParcel) -> str:
    return f"{place}. {parcel.number}"


def _goods(line: SlipLine) -> str:
    title, sku = (line.title, line.sku) if line.title else (line.sku, "")
    return f"{line.quantity} × {joined(' · ', title, line.variant, sku)}"
