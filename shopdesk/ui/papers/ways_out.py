"""The ways of a finished paper out of the window: printed, saved, opened.

out = WaysOut(bench, page, "month_summary")
out.expect()                                   # the paper is being made
out.take(paper)                                # or None, where there is nothing to print
layout.addWidget(action_button(out.actions["print"], "primary"))
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.printers import PrintCancelledError
from shopdesk.printers.order import Paper
from shopdesk.printing.files import write_whole
from shopdesk.settings import PaperChoice
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.papers.files import ask_file, open_outside, write_aside
from shopdesk.ui.papers.lots import PrintLot
from shopdesk.ui.papers.run import PrintRun
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT, PRINT_ASKING = N_("&Print"), N_("&Print…")
_PRINT = Action(PRINT, "printer", "Ctrl+P")
_PRINT_WITH = Action(N_("Print with the system's &dialog…"), "settings", "Ctrl+Shift+P")
_SAVE = Action(N_("&Save PDF…"), "save", "Ctrl+S")
_OPEN = Action(N_("&Open PDF"), "external-link")


class WaysOut(QObject):
    """The actions `print`, `print_with`, `save` and `open` of a page that shows one paper."""

    told = Signal(str, str)
    """A sentence, and the tone in which it is said."""
    printing = Signal(object)
    """A PrintRun has begun."""

    def __init__(self, bench: Workbench, page: QWidget, document: str) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self.document = document
        self._paper: Paper | None = None
        self._expected = True
        self._blocked = ""
        self.run: PrintRun | None = None
        self.actions = Actions(page, within=True)
        add = self.actions.add
        add("print", _PRINT, self.print, self._why_no_print)
        add("print_with", _PRINT_WITH, self.ask_printer, self.why_not)
        add("save", _SAVE, self.ask_file, self.why_not)
        add("open", _OPEN, self.open, self.why_not)

    @property
    def paper(self) -> Paper | None:
        """The paper that is shown; None while it is being made, or where there is none."""
        return self._paper

    @property
    def choice(self) -> PaperChoice:
        """How it is printed."""
        return self._bench.desk.settings.now.paper_choice(self.document)

    @property
    def copies(self) -> int:
        """How often it is printed."""
        return 1

    def expect(self) -> None:
        """Wait for a paper that is being made."""
        self._paper, self._expected = None, True
        self.refresh()

    def take(self, paper: Paper | None) -> None:
        """Have a paper to give away, or none."""
        self._paper, self._expected = paper, False
        self.refresh()

    def block(self, reason: str) -> None:
        """Print no more on the chosen printer, and say why; an empty reason lets it print."""
        self._blocked = reason
        self.refresh()

    def refresh(self) -> None:
        """Ask again what is possible; the button says whether a dialog comes first."""
        self.actions["print"].setText(_(PRINT if self.choice.printer else PRINT_ASKING))
        self.actions.refresh()

    def print(self) -> None:
        """Print on the chosen printer, or ask for one."""
        if self.choice.printer:
            self._start(None)
        else:
            self.ask_printer()

    def ask_printer(self) -> None:
        """Ask on which printer, and how, in the system's own dialog."""
        from shopdesk.ui.papers.system_dialog import ask_printer

        if self._paper is not None:
            ask_printer(self._page, self._paper, self.choice.printer, self.copies, self.print_on)

    def print_on(self, device: "QPrinter") -> None:
        """Print on a printer that the system's dialog has set up."""
        if isValid(self):
            self._start(device)

    def ask_file(self) -> None:
        """Ask where to save the paper."""
        if self._paper is not None:
            ask_file(self._page, self._paper, self._bench.desk.settings, self.save_to)

    def save_to(self, place: Path) -> None:
        """Write the PDF to a file, whole or not at all."""
        if self._paper is not None:
            job = partial(write_whole, place, self._paper.content)
            done = partial(self._saved, place)
            self._bench.operations.work((id(self), "save"), job, done, self._refuse)

    def open(self) -> None:
        """Show the paper in the system's own viewer."""
        if self._paper is not None:
            job = partial(write_aside, self._paper)
            self._bench.operations.work((id(self), "open"), job, self._opened, self._refuse)

    def lot(self, device: "QPrinter | None") -> PrintLot:
        """Return what is printed."""
        return PrintLot(self.document, (), self.choice, report=self._paper, device=device)

    def went_out(self, way: str) -> None:
        """Hear that the paper was saved or opened; reports take no note of it."""

    def why_not(self) -> str:
        """Return why the paper cannot be given away now; empty where it can."""
        if self._paper is not None:
            return _("It is being printed.") if self._is_printing else ""
        if self._expected:
            return _("The paper is being made.")
        return self.why_nothing()

    def why_nothing(self) -> str:
        """Return why there is no paper."""
        return _("There is nothing to print.")

    def _why_no_print(self) -> str:
        return self.why_not() or self._blocked

    @property
    def _is_printing(self) -> bool:
        return self.run is not None

    def _start(self, device: "QPrinter | None") -> None:
        if self.why_not():
            return
        run = self.run = PrintRun(self._bench, [self.lot(device)], self._page)
        run.finished.connect(self._end)
        run.refused.connect(self._end_refused)
        self.refresh()
        self.printing.emit(run)
        run.start()

    def _end(self) -> None:
        self.run = None
        self.refresh()

    def _end_refused(self, error: ShopDeskError) -> None:
        self._end()
        self._refuse(error)

    def _saved(self, place: Path, _none: None) -> None:
        self.told.emit(_("Saved: {file}").format(file=str(place)), "good")
        self.went_out("file")

    def _opened(self, place: Path) -> None:
        if open_outside(place):
            self.went_out("viewer")
        else:
            sentence = _(
                "No program on this computer opens PDF files. Save it, and open it elsewhere."
            )
            self.told.emit(sentence, "late")

    def _refuse(self, error: ShopDeskError) -> None:
        tone = "wait" if isinstance(error, PrintCancelledError) else "late"
        self.told.emit(error.sentence, tone)
