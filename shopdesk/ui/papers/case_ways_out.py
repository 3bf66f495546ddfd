"""The ways of papers of cases out of the window, each of which is remembered at the cases."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.printing.making import MadeLot
from shopdesk.settings import PaperChoice
from shopdesk.ui.actions import Action
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo, take_back
from shopdesk.ui.papers.lots import PrintLot
from shopdesk.ui.papers.marking import mark
from shopdesk.ui.papers.ways_out import WaysOut
from shopdesk.ui.papers.words import counted
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LATER = Action(N_("Print &later"), "clock")
_PUT_OFF = N_("Papers to be printed later")


def print_later(bench: Workbench, document: str, case_ids: Sequence[int]) -> None:
    """Put a document of some cases into the queue, where they wait to be printed."""
    ids = tuple(case_ids)

    def work(session: Session) -> None:
        services.printing.print_later(session, document, ids)

    def told(_value: None, change: Change) -> None:
        sentence = _("Waiting to be printed: {what}.").format(what=counted(document, len(ids)))
        offer_undo(bench, change, sentence)

    bench.operations.write(_PUT_OFF, work, told)


class CaseWaysOut(WaysOut):
    """Adds `later`; the choice and the copies are those of the dialog, which sets them."""

    marked = Signal(str, object)
    """That saved or opened papers count as printed now, and the step that takes it back."""
    unmarked = Signal()
    """That was taken back."""

    def __init__(self, bench: Workbench, page: QWidget, document: str, choice: PaperChoice) -> None:
        self._choice = choice
        self._copies = 1
        self._made: MadeLot | None = None
        self._marked: set[str] = set()
        super().__init__(bench, page, document)
        self.actions.add("later", _LATER, self._put_off, self.why_not)

    @property
    def choice(self) -> PaperChoice:
        """How they are printed."""
        return self._choice

    @property
    def copies(self) -> int:
        """How often they are printed."""
        return self._copies

    def choose(self, choice: PaperChoice) -> None:
        """Print in another way."""
        self._choice = choice
        self.refresh()

    def set_copies(self, copies: int) -> None:
        """Print so often."""
        self._copies = copies

    def take_made(self, made: MadeLot | None) -> None:
        """Have papers to give away."""
        self._made = made
        self.take(None if made is None else made.paper)

    def lot(self, device: "QPrinter | None") -> PrintLot:
        """Return what is printed: what is shown, or, for a printer chosen later, drawn for it."""
        made = self._made
        case_ids = () if made is None else made.wanted.case_ids
        shown = made if device is None else None
        return PrintLot(
            self.document, case_ids, self._choice, self._copies, made=shown, device=device
        )

    def went_out(self, way: str) -> None:
        """Remember, once for each way, that these papers left the program."""
        if self._made is not None and way not in self._marked:
            self._marked.add(way)
            mark(self._bench, self._made, way, partial(self._tell_marked, way))

    def _put_off(self) -> None:
        if self._made is not None:
            print_later(self._bench, self.document, self._made.wanted.case_ids)
            self.told.emit(_("It waits under Printing until it is printed."), "good")

    def _tell_marked(self, way: str, count: int, change: Change) -> None:
        words = {"file": _("Saved: {what}. {counts}"), "viewer": _("Opened: {what}. {counts}")}[way]
        counts = ngettext("It counts as printed.", "They count as printed.", count)
        sentence = words.format(what=counted(self.document, count), counts=counts)
        offer_undo(self._bench, change, sentence, self._forget_marks)
        if isValid(self):  # the dialog may have been closed meanwhile
            step = partial(take_back, self._bench, change, sentence, self._forget_marks)
            self.marked.emit(counts, step)

    def _forget_marks(self) -> None:
        """Mark again what goes out again."""
        self._marked.clear()
        self.unmarked.emit()
