"""What the page knows of the queue: what waits, what is ticked, where it goes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import current_language
from shopdesk.printing.sizes import PaperSize, report_size
from shopdesk.rules.documents import ALIKE, DOCUMENTS
from shopdesk.settings import PaperChoice, SettingsFile
from shopdesk.ui.pages.printing.places import Place, Printers, place_of
from shopdesk.ui.pages.printing.reading import Queue
from shopdesk.ui.pages.printing.ticks import Ticks
from shopdesk.ui.papers.choices import is_for_labels
from shopdesk.ui.papers.lots import PrintLot


class QueueState:
    """Asked anew whenever something is shown; it tells nobody of changes."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings
        self.queue = Queue()
        self.printers = Printers()
        self.ticks = Ticks()
        self.selected: tuple[int, ...] = ()
        """The cases whose rows are selected."""
        self.asked_for = ""
        """The document that a printer was to be chosen for when all was to be printed."""

    def take(self, queue: Queue) -> None:
        """Know another queue."""
        self.queue = queue
        self.ticks.follow(queue)

    def want(self, document: str) -> None:
        """Have another document shown; its rows come with the next reading."""
        self.queue = replace(self.queue, shown=document, rows=())

    @property
    def documents(self) -> tuple[str, ...]:
        """What waits, in the order of the table of documents."""
        return tuple(lot.document for lot in self.queue.lots)

    @property
    def awaited(self) -> tuple[str, ...]:
        """What joins the queue by itself, as it was chosen here."""
        return self._settings.now.waiting_documents()

    @property
    def to_print(self) -> tuple[str, ...]:
        """The documents of which something is ticked."""
        return tuple(code for code in self.documents if self.ticked(code))

    @property
    def total(self) -> int:
        """How many papers are ticked in all."""
        return sum(len(self.ticked(code)) for code in self.documents)

    def ticked(self, document: str) -> tuple[int, ...]:
        """Return the cases of a document that are to be printed, in their order."""
        return self.ticks.ids(self.queue.lot(document))

    def lot_ids(self, document: str) -> tuple[int, ...]:
        """Return all cases that wait for a document."""
        return self.queue.lot(document).ids

    def printer(self, document: str) -> str:
        """Return the system's name of the printer that was chosen; empty where none was."""
        return self._settings.now.paper_choice(document).printer

    def selected_wishes(self) -> list[int]:
        """Return the selected cases that were put into the queue by hand."""
        selected = frozenset(self.selected)
        return [row.case_id for row in self.queue.rows if row.is_wish and row.case_id in selected]

    def order(self, document: str) -> str:
        """Return in which order a document comes out, a key of ORDERS."""
        return self._settings.now.paper_choice(document).order or "oldest"

    def place(self, document: str) -> Place:
        """Return where a document goes."""
        return place_of(self._choices(document), self.queue.papers, self.printers)

    def lots(self, document: str) -> list[PrintLot]:
        """Return what is to be printed of a document, and how: a lot for each paper it takes."""
        parts = self._by_paper(document, self.ticked(document))
        choice = self._choice(document)
        return [
            PrintLot(document, tuple(ids), replace(choice, paper=paper))
            for paper, ids in parts.items()
        ]

    def chosen_printers(self) -> list[tuple[str, PaperSize]]:
        """Return the printers that were chosen for what waits, with what lies in them."""
        choices = chain.from_iterable(map(self._choices, self.documents))
        papers = self.queue.papers
        return [(one.printer, papers.size(one.paper)) for one in choices if one.printer]

    def is_for_labels(self, document: str) -> bool:
        """Tell whether a document comes out on a label printer's roll."""
        return is_for_labels(self._choice(document).paper)

    def lacks(self, document: str) -> str:
        """Return what is still to be done before all can be printed; empty once it is."""
        place = self.place(document)
        return place.why_not if document == self.asked_for and not place.printer else ""

    def can_share(self, document: str) -> bool:
        """Tell whether another slip or label has no printer yet, and may take that of this one."""
        if self.place(document).doubt:
            return False
        chosen = {code: self.printer(code) for code in ALIKE}
        return bool(chosen.get(document)) and not all(chosen.values())

    def sheets(self, document: str) -> int:
        """Return how many label sheets a document needs at least; 0 on a plain paper."""
        sheet = self.queue.papers.sheet(self._choice(document).paper)
        if sheet is None:
            return 0
        taken = self._settings.now.first_free(sheet.code) - 1
        return -(-(taken + len(self.ticked(document))) // sheet.count)

    def _choices(self, document: str) -> list[PaperChoice]:
        """Return how a document is printed, once for each paper that it takes."""
        choice = self._choice(document)
        ids = self.ticked(document) or self.lot_ids(document)
        return [replace(choice, paper=paper) for paper in self._by_paper(document, ids)]

    def _by_paper(self, document: str, ids: Sequence[int]) -> dict[str, list[int]]:
        """Return cases by their paper: where none was chosen it is that of their shop's country.

        What stands on one list comes out on one paper, that of the first.
        """
        chosen, papers = self._choice(document).paper, self.queue.papers
        regions = self.queue.lot(document).regions
        parts: dict[str, list[int]] = {}
        for case_id in ids:
            paper = chosen or report_size(regions.get(case_id, papers.region)).code
            if DOCUMENTS[document].joins and parts:
                paper = next(iter(parts))
            parts.setdefault(paper, []).append(case_id)
        return parts

    def _choice(self, document: str) -> PaperChoice:
        return self.queue.papers.known(document, self._settings.now.paper_choice(document))

    def formats(self) -> Formats:
        """Return how moments are written at this desk."""
        return Formats(current_language(), ZoneInfo(self.queue.timezone))
