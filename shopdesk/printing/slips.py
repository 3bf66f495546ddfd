"""Slips and labels: what each says and how large, drawn one after the other into one PDF."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from shopdesk.i18n import N_
from shopdesk.printing.address_labels import address_label_text, return_label_text
from shopdesk.printing.drawing import LeftAway, MadePaper, PaperWish, Replaced, begun
from shopdesk.printing.flat_frame import FlatFrame
from shopdesk.printing.grid import DotGrid
from shopdesk.printing.label_sheet import cell_of, places_of, whole_sheet
from shopdesk.printing.losses import replaced_in
from shopdesk.printing.packing_slip import packing_text
from shopdesk.printing.return_slip import return_text
from shopdesk.printing.rows import Rules, draw_rows
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.slip_extras import extras_of, left_away
from shopdesk.printing.slip_fitting import Fitting
from shopdesk.printing.slip_frame import Frame, is_flat
from shopdesk.printing.slip_text import SlipText, SlipWords
from shopdesk.printing.tall_frame import TallFrame
from shopdesk.printing.words import pdf_language, words_of
from shopdesk.queries.paper import Slip

_SLIP_SCALES = (1.5, 1.3, 1.15, 1, 0.87, 0.76, 0.66)
_LABEL_SCALES = (2.4, 2.1, 1.8, *_SLIP_SCALES)


@dataclass(frozen=True, slots=True)
class Layout:
    """One document: its name in the PDF, what it says, and the sizes of type it may have.

    `scales` go from the one that is read best; the largest that fits the paper is taken.
    """

    title: str
    text: Callable[[Any, SlipWords], SlipText]
    scales: tuple[float, ...]
    is_label: bool = False


LAYOUTS = {
    "return_slip": Layout(N_("Return slips"), return_text, _SLIP_SCALES),
    "packing_slip": Layout(N_("Packing slips"), packing_text, _SLIP_SCALES),
    "address_label": Layout(N_("Address labels"), address_label_text, _LABEL_SCALES, is_label=True),
    "return_label": Layout(
        N_("Return address labels"), return_label_text, _LABEL_SCALES, is_label=True
    ),
}
"""Every slip by its code in rules.documents."""


def draw_slips(
    document: str, data: Iterable[Slip], wish: PaperWish, after_each: Callable[[int], object]
) -> MadePaper:
    """Return the PDF of slips or labels; see drawing.draw."""
    first, slips = begun(data)
    run = _Run(LAYOUTS[document], wish, wish.language_of(first))
    for done, slip in enumerate(slips, start=1):
        run.add(slip, wish.language_of(slip))
        after_each(done)
    return run.made(document)


class _Run:
    """Slips on their way into one PDF; `language` is what the PDF says that it speaks."""

    def __init__(self, layout: Layout, wish: PaperWish, language: str) -> None:
        grid = DotGrid(wish.dpi)
        self._layout = layout
        self._size = whole_sheet(wish.paper)
        self._cell = cell_of(wish.paper, grid)
        flat = is_flat(self._cell)
        self._frame: type[FlatFrame | TallFrame] = FlatFrame if flat else TallFrame
        self._fitting = Fitting(layout.scales)
        self._extras = extras_of(self._cell, is_label=layout.is_label)
        self._places = places_of(wish.paper, grid, wish.start)
        title = words_of(language).gettext(layout.title)
        paper = (self._size.width_pt, self._size.height_pt)
        self._sheet = Sheet(paper, title, "ShopDesk", pdf_language(language), wish.dpi)
        self._pages = self._used = 0
        self._left_away: LeftAway = ""
        self._numbers: list[str] = []
        self._replaced: list[Replaced] = []

    def add(self, slip: Slip, language: str) -> None:
        """Draw one slip on as many pages as it needs."""
        text = self._layout.text(slip, _words(language))
        kept = self._extras.kept(text)
        self._left_away = left_away(text, kept) or self._left_away
        self._draw(self._frame(self._cell, kept))
        self._numbers.append(text.number)
        self._replaced.extend(replaced_in(text.number, text))

    def made(self, document: str) -> MadePaper:
        """End the PDF and return it with what is to be known about it."""
        return MadePaper(
            document=document,
            content=self._sheet.finish(),
            size=self._size,
            numbers=tuple(self._numbers),
            pages=self._pages,
            replaced=tuple(self._replaced),
            used=self._used,
            left_away=self._left_away,
        )

    def _draw(self, frame: Frame) -> None:
        pages = self._fitting.pages(frame)
        for page, rows in enumerate(pages, start=1):
            self._move_on()
            room = frame.first if page == 1 else frame.others
            frame.draw(self._sheet, page, len(pages))
            draw_rows(self._sheet, rows, room.top_pt, Rules(room.left_pt, room.width_pt))

    def _move_on(self) -> None:
        """Go to the next label, or to the next sheet."""
        place = next(self._places)
        if place.begins_sheet and self._used:
            self._sheet.next_page()
        if place.begins_sheet or not self._used:
            self._pages += 1
        self._used += 1
        self._sheet.move_to(place.x_dots, place.y_dots)


@lru_cache(maxsize=8)
def _words(language: str) -> SlipWords:
    return SlipWords(language)
