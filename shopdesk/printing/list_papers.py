"""Lists of any kind drawn one after the other into one PDF."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.printing.drawing import MadePaper, PaperWish, Replaced
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
from shopdesk.rules.printing import spoken

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
    pages: ListPages | None = None
    numbers: list[str] = []
    replaced: list[Replaced] = []
    for each in data:
        language = spoken(wish.language, each.buyer_language, each.region, wish.shop_language)
        pages = pages or ListPages(_sheet(document, size, wish.dpi, language))
        laid = fitting.laid(partial(_rows_of, kind, SlipWords(language), each))
        pages.print(*laid, kind.foot(SlipWords(language), each))
        for number, shown in kind.cases(each):
            numbers.append(number)
            replaced.extend(replaced_in(number, shown))
        after_each(len(numbers))
    if pages is None:
        raise DomainError(_("Nothing is left to print. Load the page again."))
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
