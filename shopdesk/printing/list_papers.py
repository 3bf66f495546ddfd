"""Lists of any kind drawn one after the other into one PDF."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from shopdesk.printing.drawing import MadePaper, PaperWish, Replaced, begun
from shopdesk.printing.label_sheet import whole_sheet
from shopdesk.printing.list_fitting import ListFitting
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_pages import ListPages
from shopdesk.printing.losses import replaced_in
from shopdesk.printing.rows import Row
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.sizes import PaperSize
from shopdesk.printing.slip_text import SlipWords
from shopdesk.printing.words import pdf_language, words_of
from shopdesk.queries.paper_lists import InspectionSheet, PackingList
from shopdesk.rules.documents import DOCUMENTS

AnyList = TypeVar("AnyList", InspectionSheet, PackingList)


@dataclass(frozen=True, slots=True)
class ListKind(Generic[AnyList]):
    """How one kind of list is laid out: its rows, and what stands at each foot.

    `cases` gives the number of each case on it, with all that comes from that case. `growths`
    are how much larger than usual its type may be, the largest first.
    """

    rows: Callable[[ListLayout, SlipWords, AnyList], list[Row]]
    foot: Callable[[SlipWords, AnyList], str]
    cases: Callable[[AnyList], Iterable[tuple[str, object]]]
    growths: tuple[float, ...]


def draw_lists(
    document: str,
    data: Iterable[AnyList],
    wish: PaperWish,
    after_each: Callable[[int], object],
    kind: ListKind[AnyList],
) -> MadePaper:
    """Return one PDF with every list, each from a new page on; see `draw`."""
    size = whole_sheet(wish.paper)
    fitting = ListFitting(size, wish.dpi, kind.growths)
    first, lists = begun(data)
    pages = ListPages(_sheet(document, size, wish.dpi, wish.language_of(first)))
    numbers: list[str] = []
    replaced: list[Replaced] = []
    for each in lists:
        words = SlipWords(wish.language_of(each))
        laid = fitting.laid(partial(_rows_of, kind, words, each))
        pages.print(*laid, kind.foot(words, each))
        for number, shown in kind.cases(each):
            numbers.append(number)
            replaced.extend(replaced_in(number, shown))
        after_each(len(numbers))
    return MadePaper(
        document,
        content=pages.sheet.finish(),
        size=size,
        numbers=tuple(numbers),
        pages=pages.count,
        replaced=tuple(replaced),
        used=pages.count,
    )


def _rows_of(
    kind: ListKind[AnyList], words: SlipWords, each: AnyList, layout: ListLayout
) -> list[Row]:
    return kind.rows(layout, words, each)


def _sheet(document: str, size: PaperSize, dpi: int, language: str) -> Sheet:
    """Return an empty sheet; a list takes whole ones, whatever lies on them."""
    title = words_of(language).gettext(DOCUMENTS[document].name)
    return Sheet((size.width_pt, size.height_pt), title, "ShopDesk", pdf_language(language), dpi)
