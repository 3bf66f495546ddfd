"""Every paper of cases: frozen data in, one PDF and what is to be known about it out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, Protocol, TypeVar

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.printing.sizes import PaperSize
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.rules.printing import spoken

LeftAway = Literal["", "logo", "lines"]
Shown = TypeVar("Shown")


class OfShop(Protocol):
    """What a paper shows, and the shop's words for its buyers."""

    @property
    def buyer_language(self) -> str:
        """The language that the shop chose for its buyers, empty for its country's."""
        ...

    @property
    def region(self) -> str:
        """The country that the shop sells in."""
        ...


@dataclass(frozen=True, slots=True)
class PaperWish:
    """On what a document is drawn, and in which words.

    `language` is a key of rules.printing's PAPER_LANGUAGES, `shop_language` what the program
    speaks. `dpi` is one of LABEL_DPI: codes are whole dots of it. `start` is the first free
    label of a sheet, counted from 1.
    """

    paper: PaperSize | LabelSheet
    language: str
    shop_language: str
    dpi: int = 203
    start: int = 1

    def language_of(self, shown: OfShop) -> str:
        """Return the language of one paper, or BOTH: buyers differ by shop within one batch."""
        return spoken(self.language, shown.buyer_language, shown.region, self.shop_language)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The characters of a case that its paper shows as 〓 or drops, each once."""

    number: str
    characters: str


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A finished PDF of one document.

    `size` is that of each sheet, `numbers` are the cases in their order, `pages` counts sheets.
    `used` counts labels on label sheets, those of second pages too; elsewhere it is `pages`.
    `left_away` is what small paper has no room for: the shop's logo, or its lines as well.
    """

    document: str
    content: bytes
    size: PaperSize
    numbers: tuple[str, ...]
    pages: int
    replaced: tuple[Replaced, ...]
    used: int
    left_away: LeftAway = ""

    @property
    def file_name(self) -> str:
        """A name that tells what is inside: the document, its case or the first and the last."""
        first, last = self.numbers[0], self.numbers[-1]
        cases = first if first == last else f"{first}_{last}"
        return f"{self.document.replace('_', '-')}_{cases}.pdf"


class Drawer(Protocol):
    """Draws one document."""

    def __call__(
        self,
        document: str,
        data: Iterable[Any],
        wish: PaperWish,
        after_each: Callable[[int], object],
    ) -> MadePaper:
        """Return the paper of all `data`, consumed one by one."""


def went_on(_done: int) -> None:
    """Take no notice of a drawn paper."""


def begun(data: Iterable[Shown]) -> tuple[Shown, Iterator[Shown]]:
    """Return the first of what is drawn, and all of it; raises DomainError if there is nothing."""
    rest = iter(data)
    for first in rest:
        return first, chain((first,), rest)
    raise DomainError(_("Nothing is left to print. Load the page again."))


def draw(
    document: str,
    data: Iterable[Any],
    wish: PaperWish,
    after_each: Callable[[int], object] = went_on,
) -> MadePaper:
    """Return one PDF with the paper of every case of `data`, in its order.

    `document` is a key of rules.documents' DOCUMENTS, `data` what queries.papers reads for it.
    `after_each` hears how many cases are done; what it raises ends the work.

    Raises:
        DomainError: there is nothing in `data`.
    """
    return DRAWERS[document](document, data, wish, after_each)


def _slips(
    document: str, data: Iterable[Any], wish: PaperWish, after_each: Callable[[int], object]
) -> MadePaper:
    from shopdesk.printing.slips import draw_slips

    return draw_slips(document, data, wish, after_each)


def _inspection_sheets(
    document: str, data: Iterable[Any], wish: PaperWish, after_each: Callable[[int], object]
) -> MadePaper:
    from shopdesk.printing.inspection_sheet import draw_inspection_sheets

    return draw_inspection_sheets(document, data, wish, after_each)


def _packing_lists(
    document: str, data: Iterable[Any], wish: PaperWish, after_each: Callable[[int], object]
) -> MadePaper:
    from shopdesk.printing.packing_list import draw_packing_lists

    return draw_packing_lists(document, data, wish, after_each)


def _evidence_packs(
    document: str, data: Iterable[Any], wish: PaperWish, after_each: Callable[[int], object]
) -> MadePaper:
    from shopdesk.printing.evidence_pack import draw_evidence_packs

    return draw_evidence_packs(document, data, wish, after_each)


DRAWERS: dict[str, Drawer] = {
    "return_slip": _slips,
    "packing_slip": _slips,
    "address_label": _slips,
    "return_label": _slips,
    "inspection_sheet": _inspection_sheets,
    "packing_list": _packing_lists,
    "evidence_pack": _evidence_packs,
}
"""Who draws a document, by its code; what draws is loaded when it is needed."""
