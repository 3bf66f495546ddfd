"""The ways of a finished paper out of the window: opened, saved, printed.

out = Outputs(bench, page)
out.expect()                                   # the paper is being made
out.take(paper)                                # or None, where there is nothing to print
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.printing.files import write_whole
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.base.paper import Paper
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # loading the print support takes a while
    from PySide6.QtPrintSupport import QPrinter


class Outputs:
    """The actions `open`, `save` and `print` of a page that shows one paper at a time."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        self._bench = bench
        self._page = page
        self._paper: Paper | None = None
        self._expected = True
        self.actions = Actions(page, within=True)
        add = self.actions.add
        add("open", Action(N_("&Open PDF"), "external-link"), self.open, self._why_not)
        add("save", Action(N_("&Save PDF…"), "save", "Ctrl+S"), self.ask_file, self._why_not)
        add("print", Action(N_("&Print…"), "printer", "Ctrl+P"), self.ask_printer, self._why_not)

    @property
    def paper(self) -> Paper | None:
        """The paper that is shown; None while it is being made, or where there is none."""
        return self._paper

    def expect(self) -> None:
        """Wait for a paper that is being made."""
        self._paper, self._expected = None, True
        self.actions.refresh()

    def take(self, paper: Paper | None) -> None:
        """Have a paper to give away, or none."""
        self._paper, self._expected = paper, False
        self.actions.refresh()

    def open(self) -> None:
        """Show the paper in the system's own viewer."""
        from shopdesk.ui.dialogs.slip_files import open_outside

        if self._paper is None:
            return
        try:
            opened = open_outside(self._paper)
        except ShopDeskError as error:
            self._bench.messages.refuse(error.sentence)
            return
        if not opened:
            self._bench.messages.refuse(
                _("No program on this computer opens PDF files. Save it, and open it elsewhere.")
            )

    def ask_file(self) -> None:
        """Ask where to save the paper."""
        from shopdesk.ui.dialogs.slip_files import ask_file

        if self._paper is not None:
            ask_file(self._page, self._paper, self._bench.desk.settings, self.save_to)

    def save_to(self, place: Path) -> None:
        """Write the PDF to a file, whole or not at all."""
        paper = self._paper
        if paper is None:
            return
        said = _("Saved: {file}").format(file=str(place))
        self._bench.operations.work(
            "reports.save",
            lambda: write_whole(place, paper.content),
            lambda _none: self._bench.messages.toast(said),
        )

    def ask_printer(self) -> None:
        """Ask on which printer."""
        from shopdesk.ui.dialogs.slip_printing import ask_printer

        if self._paper is not None:
            ask_printer(self._page, self._paper, self.print_on)

    def print_on(self, printer: "QPrinter") -> None:
        """Print on a printer that has its paper set."""
        from shopdesk.ui.dialogs.slip_printing import PrintJob

        if self._paper is not None:
            job = PrintJob(printer, self._paper, self._page)
            job.finished.connect(self._printed)
            job.start()

    def _printed(self, whole: bool) -> None:  # noqa: FBT001 - the signal's value
        if whole:
            self._bench.messages.toast(_("Given to the printer."))
        else:
            self._bench.messages.refuse(
                _("The printer refused it. Check that it is on, then print again.")
            )

    def _why_not(self) -> str:
        if self._paper is not None:
            return ""
        if self._expected:
            return _("The paper is being made.")
        return _("There is nothing in this month. Choose another one.")
