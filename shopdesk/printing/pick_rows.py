"""What to fetch for all parcels together, by SKU, each thing with a box to tick."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_rows import Cell, Part, Place, beside, marked, ruled, under, whole
from shopdesk.printing.rows import Field, Row
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper_lists import Pick

_TITLE = N_("To fetch")
_IN = N_("In parcels")
_BESIDE_BOX_PT = 8
_UNITS_PT = 48


@dataclass(frozen=True, slots=True)
class PickRows:
    """Lays out what to fetch: the parcels beside the goods, or below them on narrow paper."""

    layout: ListLayout
    words: SlipWords

    def rows(self, picks: Sequence[Pick]) -> Iterator[Row]:
        """Yield the table with its heads again on each page; nothing where nothing is fetched."""
        if picks:
            heads = tuple(self._heads())
            yield from heads
            for pick in picks:
                yield from under(self._pick(pick), heads)
            yield Row(self.layout.type.gap_pt * 2)

    def _heads(self) -> Iterator[Row]:
        label = self.layout.type.label
        _box, goods, units, *parcels = self._columns()
        cells: list[Cell] = [
            (goods, (Part(self.words.label(_TITLE), label),)),
            (units, (Part(self.words.label(N_("Units")), label, at_right=True),)),
        ]
        cells += [(place, (Part(self.words.label(_IN), label),)) for place in parcels]
        for row in beside(*cells):
            yield Row(row.height_pt, row.texts, kept=True)

    def _pick(self, pick: Pick) -> list[Row]:
        style = self.layout.type
        box, goods, units, *beyond = self._columns()
        sku = joined(" · ", pick.variant, pick.sku) if pick.title else pick.variant
        about = [Part(pick.title or pick.sku, style.plain), Part(sku, style.small)]
        parcels = Part(ranges(pick.parcels), style.small)
        cells: list[Cell] = [
            (goods, about if beyond else [*about, Part(self._named(parcels.text), style.small)]),
            (units, (Part(f"× {pick.quantity}", style.strong, at_right=True),)),
            *((place, (parcels,)) for place in beyond),
        ]
        rows = marked(beside(*cells), [Field(box.left_pt, 2, style.box_pt, style.box_pt)])
        return ruled(whole(rows, self.layout.room_pt / 2), style.gap_pt * 0.5)

    def _named(self, parcels: str) -> str:
        return joined(" ", self.words.said(_IN), parcels)

    def _columns(self) -> list[Place]:
        """Return the columns of box, goods and units, and on wide paper of the parcels."""
        place, gap_pt = self.layout.place, self.layout.type.gap_pt * 1.5
        box_pt = self.layout.type.box_pt + _BESIDE_BOX_PT
        units_pt = _UNITS_PT * self.layout.type.growth
        fixed_pt = box_pt + units_pt
        if not self.layout.is_wide:
            goods_pt = place.width_pt - fixed_pt - 2 * gap_pt
            return place.split(box_pt, goods_pt, units_pt, between_pt=gap_pt)
        rest_pt = place.width_pt - fixed_pt - 3 * gap_pt
        shares = box_pt, rest_pt * 0.62, units_pt, rest_pt * 0.38
        return place.split(*shares, between_pt=gap_pt)


def ranges(parcels: Iterable[tuple[int, int]]) -> str:
    """Return places on the list, such as `1–3, 7×2`; neighbours with as many units are one."""
    runs: list[tuple[int, int, int]] = []
    for place, units in parcels:
        if runs and runs[-1][1:] == (place - 1, units):
            runs[-1] = (runs[-1][0], place, units)
        else:
            runs.append((place, place, units))
    return ", ".join(map(_run, runs))


def _run(run: tuple[int, int, int]) -> str:
    first, last, units = run
    places = str(first) if first == last else f"{first}–{last}"
    return places if units == 1 else f"{places}×{units}"
