"""An inspection sheet as rows: wide paper has its boxes beside each other, narrow below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from shopdesk.i18n import N_
from shopdesk.printing.breaking import width_of, wrap_short
from shopdesk.printing.codes import QR_QUIET
from shopdesk.printing.list_boxes import across, down, writing
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_rows import (
    Cell,
    ListType,
    Part,
    Place,
    beside,
    marked,
    ruled,
    under,
    whole,
)
from shopdesk.printing.rows import Field, Row, height_of
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper_lists import InspectionSheet, SheetLine
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import REMEDIES

_TITLE = N_("Inspection sheet")
_TICK_OR_COUNT = N_("Condition: tick it, or write how many")
_GOES = N_("Where it goes")
_GROUPS: tuple[tuple[str, Sequence[str]], ...] = (
    (_TICK_OR_COUNT, [condition.name for condition in CONDITIONS.values()]),
    (_GOES, list(DISPOSITIONS.values())),
)
_SIGNATURES = (N_("Inspected by"), N_("Date and time"))
_OTHER = N_("Other goods in the parcel")

_QR_MM = 0.7
_BARS_PT = 22
_COUNTED_PT = 52
_SHOP_LINES = 3  # of a name: the head and its codes are never parted


@dataclass(frozen=True, slots=True)
class InspectionRows:
    """Lays sheets out on the pages of one size, in the words of one language."""

    layout: ListLayout
    words: SlipWords

    def rows(self, sheet: InspectionSheet) -> list[Row]:
        """Return a sheet's rows; each page begins with its number and codes again."""
        again = tuple(self._head(sheet.number, ""))
        return [
            *self._head(sheet.number, self._shop(sheet)),
            *under(self._body(sheet), again),
        ]

    def _body(self, sheet: InspectionSheet) -> Iterator[Row]:
        yield from self._facts(sheet)
        for number, line in enumerate(sheet.lines, start=1):
            yield from self._line(line, f"{number} / {len(sheet.lines)}")
        yield from self._other_goods()
        yield from self._signatures()

    def _shop(self, sheet: InspectionSheet) -> str:
        return joined(" · ", sheet.shop_name, self.words.platform(sheet.platform))

    def _head(self, number: str, shop: str) -> list[Row]:
        """Return title, number, shop and bars at the left, the QR code at the right."""
        growth = self._type.growth
        square = self.layout.square(number, _QR_MM * growth)
        quiet_pt = square.height_pt * QR_QUIET / 21
        room = Place(self._place.left_pt, square.x_pt - quiet_pt - self._place.left_pt)
        small = self._type.small
        parts = (
            Part(self.words.label(_TITLE), small),
            Part(number, self._type.number),
            Part("\n".join(wrap_short(shop, room.width_pt, small.size_pt, _SHOP_LINES)), small),
        )
        rows = beside((room, parts))
        bars = self.layout.bars(number, room.width_pt, height_of(rows) + 3, _BARS_PT * growth)
        rows = [*marked(rows, codes=(square, *bars)), Row(self._type.gap_pt)]
        return [replace(row, kept=True) for row in rows]

    def _facts(self, sheet: InspectionSheet) -> Iterator[Row]:
        gap_pt = self._type.gap_pt * 0.6
        for facts in self._beside(fact for fact in self._known(sheet) if fact[1]):
            places = [self._place] if len(facts) == 1 else self._fact_places()
            cells = (self._fact(*fact, place) for fact, place in zip(facts, places, strict=False))
            yield from ruled(whole(beside(*cells), self._most_pt), gap_pt)
            yield Row(gap_pt)

    def _beside(self, facts: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
        """Yield facts that share a line; one that is wider than a column stands alone."""
        places, size_pt = self._fact_places(), self._type.plain.size_pt
        line: list[tuple[str, str]] = []
        for fact in facts:
            is_wide = width_of(fact[1], size_pt) > places[0].width_pt
            if line and (is_wide or len(line) == len(places)):
                yield line
                line = []
            line.append(fact)
            if is_wide:
                yield line
                line = []
        if line:
            yield line

    def _fact_places(self) -> list[Place]:
        most = 3 if self.layout.is_widest else 2
        return self._place.split(*[1] * most, between_pt=self._type.gap_pt * 2)

    def _known(self, sheet: InspectionSheet) -> Iterator[tuple[str, str]]:
        reason, remedy = REASONS.get(sheet.reason), REMEDIES.get(sheet.remedy)
        said = self.words.said
        called = self.words.order(sheet.platform, sheet.buyer_handle, "")
        yield N_("Reason"), sheet.reason_text or said(reason.name if reason else sheet.reason)
        yield (
            N_("Promised"),
            joined(" · ", said(remedy.name if remedy else sheet.remedy), sheet.wanted),
        )
        yield N_("From"), joined(" · ", sheet.buyer_name, called)
        yield N_("Order"), sheet.order_number
        yield N_("Waybill"), " · ".join(sheet.waybills)
        yield N_("Note"), sheet.note

    def _fact(self, label: str, value: str, place: Place) -> Cell:
        head = Part(self.words.label(label), self._type.label)
        return place, (head, Part(value, self._type.plain))

    def _line(self, line: SheetLine, number: str) -> Iterator[Row]:
        """Yield goods with the room to write beside and below them."""
        about = whole(self._about(line, number), self._most_pt)
        boxes = whole([*self._boxes(), *self._writing(N_("Note"))], self._most_pt)
        if height_of(about) + height_of(boxes) <= self._most_pt:
            about[-1] = replace(about[-1], kept=True)
        yield from ruled([*about, *boxes], self._type.gap_pt * 0.6)

    def _about(self, line: SheetLine, number: str) -> list[Row]:
        goods, expected, counted = self._columns()
        label = self._type.label
        heads = beside(
            (goods, (Part(number, label),)),
            (expected, (Part(self.words.label(N_("Expected")), label, at_right=True),)),
            (counted, (Part(self.words.label(N_("Counted")), label),)),
        )
        title, sku = (line.title, line.sku) if line.title else (line.sku, "")
        parts = (
            Part(title, self._type.item),
            Part(joined(" · ", line.variant, sku), self._type.small),
        )
        rule = (self._place, (Part(self.words.said(line.rule), self._type.small),))
        units = Part(f"× {line.quantity}", self._type.strong, at_right=True)
        box = Field(counted.left_pt, 2, counted.width_pt, self._type.strong.size_pt * 1.6)
        rows = marked(beside((goods, parts), (expected, (units,))), [box])
        return [*(replace(row, kept=True) for row in heads), *rows, *beside(rule)]

    def _columns(self) -> list[Place]:
        counted_pt = _COUNTED_PT * self._type.growth
        widths = counted_pt * 1.25, counted_pt
        gap_pt = self._type.gap_pt * 1.5
        goods_pt = self._place.width_pt - sum(widths) - 2 * gap_pt
        return self._place.split(goods_pt, *widths, between_pt=gap_pt)

    def _boxes(self) -> Iterator[Row]:
        groups = [
            (self.words.label(label), [self.words.said(name) for name in names])
            for label, names in _GROUPS
        ]
        yield Row(self._type.gap_pt)
        yield from (across if self.layout.is_wide else down)(groups, self._place, self._type)

    def _writing(self, *labels: str) -> list[Row]:
        return writing([self.words.label(label) for label in labels], self._place, self._type)

    def _other_goods(self) -> Iterator[Row]:
        yield Row(self._type.gap_pt * 0.6)
        yield from ruled(self._writing(_OTHER), 1)

    def _signatures(self) -> Iterator[Row]:
        yield from self._writing(*_SIGNATURES)

    @property
    def _place(self) -> Place:
        return self.layout.place

    @property
    def _type(self) -> ListType:
        return self.layout.type

    @property
    def _most_pt(self) -> float:
        """How high a line of goods may be and still stand on one page."""
        return self.layout.room_pt * 0.7
