"""Papers as they will look, and the ways to get them onto paper.

open_paper(bench, "return_slip", [case_id])    # or those of many cases
open_paper(bench, "address_label", ids, save=True)
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.printers.order import Paper
from shopdesk.printing.making import LEAST_DPI, MadeLot
from shopdesk.queries.label_sheets import load_label_sheets
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.settings import PaperChoice
from shopdesk.ui.base.mnemonics import settle_mnemonics
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.base.progress import Progress
from shopdesk.ui.papers.case_ways_out import CaseWaysOut
from shopdesk.ui.papers.chosen import ChosenPaper
from shopdesk.ui.papers.doubts import doubt_about
from shopdesk.ui.papers.lots import PrintedSoFar
from shopdesk.ui.papers.maker import PaperMaker
from shopdesk.ui.papers.notices import Notices
from shopdesk.ui.papers.preview_layout import PaperFoot, arrange
from shopdesk.ui.papers.printer_list import PrinterList
from shopdesk.ui.papers.run import PrintRun
from shopdesk.ui.papers.side import PaperSide
from shopdesk.ui.papers.words import counted, made_sentence
from shopdesk.ui.theme import Tone
from shopdesk.ui.workbench import Workbench

_MAX_ZOOM = 1.0
_OF_PRINTER = ("printer", "manner")
"""Choices that change no page by themselves."""
_PRINTER_MS = 500
"""How long the first drawing waits for the dots of the printer."""


def open_paper(
    bench: Workbench,
    document: str,
    case_ids: Sequence[int],
    *,
    save: bool = False,
    choice: PaperChoice | None = None,
) -> "PaperDialog":
    """Show a document of some cases over the window, and go on; `case_ids` is not empty.

    With `save` it asks for the file as soon as the papers are there. What a `choice` names stands
    instead of what is remembered, as for a paper that is printed again.
    """
    window = bench.messages.parent()
    parent = window if isinstance(window, QWidget) else None
    dialog = PaperDialog(bench, document, case_ids, choice or PaperChoice(), parent)
    if save:
        dialog.made.connect(dialog.out.ask_file)
    dialog.open()
    return dialog


class PaperDialog(QDialog):
    """Preview at the left; what is chosen and what to do at the right."""

    made = Signal()
    """The papers are there, as they were asked for first."""

    def __init__(
        self,
        bench: Workbench,
        document: str,
        case_ids: Sequence[int],
        choice: PaperChoice,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._case_ids = tuple(case_ids)
        self._chosen = ChosenPaper(bench.desk.settings, document, choice)
        self._lot: MadeLot | None = None
        self.document = document
        self.view = PdfView(_("Preview of the paper"), _MAX_ZOOM)
        self.side = PaperSide(document, many=len(case_ids) > 1)
        self.out = CaseWaysOut(bench, self, document, self.choice)
        self.printers = PrinterList(bench, self)
        self.maker = PaperMaker(bench, self)
        self.progress = Progress(_("The papers are being drawn."), self._cancel)
        self.notices = Notices(("remarks", "printer", "outcome", "marked"))
        self.foot = PaperFoot(self.out.actions, self.progress, self.reject)
        self.setWindowTitle(self._title)
        arrange(self, self.view, self.side, self.notices, self.foot)
        settle_mnemonics(self)
        self._connect()
        self.side.show_choice(self.choice)
        self._read_sheets()
        self._patience = QTimer(self, singleShot=True, interval=_PRINTER_MS)
        self._patience.timeout.connect(self._draw)
        self.printers.refresh()
        if self.choice.printer:
            self._patience.start()  # its dots are known in a moment
        else:
            self._draw()

    @property
    def lot(self) -> MadeLot | None:
        """The papers that are shown; None before the first are made."""
        return self._lot

    @property
    def paper(self) -> Paper | None:
        """The PDF that can be given away; None while it is being made."""
        return self.out.paper

    @property
    def choice(self) -> PaperChoice:
        """What is chosen now."""
        return self._chosen.choice

    def closeEvent(self, event: QCloseEvent) -> None:
        """Draw no further; what is being printed goes on, and the window tells of its end."""
        self._leave()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Go, by whatever way."""
        self._leave()
        super().done(result)

    @property
    def _title(self) -> str:
        if len(self._case_ids) > 1:
            return counted(self.document, len(self._case_ids))
        numbers = () if self._lot is None else self._lot.paper.numbers
        return " ".join((_(DOCUMENTS[self.document].name), *numbers))

    @property
    def _dpi(self) -> int:
        row = self.printers.row(self.choice.printer)
        return LEAST_DPI if row is None else row.dpi

    def _connect(self) -> None:
        side, maker, out = self.side, self.maker, self.out
        side.chosen.connect(self._choose)
        side.start_moved.connect(self._begin_at)
        side.new_sheet_wanted.connect(self._set_up_sheet)
        side.copies.changed.connect(lambda: out.set_copies(side.copies.value()))
        maker.made.connect(self._show)
        maker.refused.connect(self._refuse)
        maker.stopped.connect(self._stopped)
        maker.advanced.connect(self._advance)
        out.told.connect(self._tell)
        out.marked.connect(self._offer_undo)
        out.unmarked.connect(lambda: self.notices.tell("marked", ""))
        out.printing.connect(self._follow)
        self.printers.changed.connect(self._show_printers)
        self.printers.fit_known.connect(self._show_fit)

    # -- what is chosen --------------------------------------------------------------------

    def _choose(self, name: str, value: str) -> None:
        """Remember a choice, and show the papers in it."""
        self._keep(partial(self._chosen.choose, name, value))
        self.out.choose(self.choice)
        self._show_printers()
        if name not in _OF_PRINTER:
            self._draw()

    def _begin_at(self, start: int) -> None:
        """Remember the first free label of the sheet in the printer."""
        self._keep(partial(self._chosen.begin_at, start))
        self._draw()

    def _keep(self, change: Callable[[], None]) -> None:
        try:
            change()
        except ShopDeskError as error:
            self._refuse(error)

    def _set_up_sheet(self) -> None:
        from shopdesk.ui.papers.sheet_dialog import new_sheet

        dialog = new_sheet(self._bench, self)
        dialog.done_saving.connect(self._take_sheet)
        dialog.open()

    def _take_sheet(self, code: str) -> None:
        self._choose("paper", code)
        self._read_sheets()

    def _read_sheets(self) -> None:
        self._bench.operations.query((id(self), "sheets"), load_label_sheets, self._show_sheets)

    def _show_sheets(self, own: list[LabelSheet]) -> None:
        self.side.show_own_sheets(own)
        self.side.show_choice(self.choice)

    # -- the papers ------------------------------------------------------------------------

    def _draw(self) -> None:
        self._patience.stop()
        self.out.expect()
        for matter in ("outcome", "marked"):
            self.notices.tell(matter, "")
        self.progress.start()
        self.maker.ask(self._chosen.wanted(self._case_ids, self._dpi))

    def _show(self, made: MadeLot) -> None:
        is_first, self._lot = self._lot is None, made
        self.progress.stop()
        sheet, start = made.sheet, made.wanted.start
        at = 0.0 if sheet is None else sheet.height_of(start)
        self.view.show_pdf(made.paper.content, whole=sheet is not None, at=at)
        self.side.show_paper(made.paper.size.code)
        self.side.show_sheet(sheet, start)
        self.side.grid.show_used(made.paper.used)
        self.foot.line.setText(made_sentence(made))
        self.notices.tell("remarks", "\n".join(made.remarks), "wait")
        self.setWindowTitle(self._title)
        self.out.take_made(made)
        self._tell_of_printer()
        self._ask_fit()
        if is_first:
            self.foot.print_button.setFocus()
            self.made.emit()

    def _tell(self, sentence: str, tone: Tone) -> None:
        self.notices.tell("outcome", sentence, tone)

    def _offer_undo(self, sentence: str, step: Callable[[], None]) -> None:
        self.notices.offer("marked", sentence, _("&Undo"), step)

    def _advance(self, done: int, total: int) -> None:
        sentence = _("Drawn: {done} of {total}").format(done=done, total=total)
        self.progress.set_sentence(sentence)
        self.progress.advance(done, total)

    def _stopped(self) -> None:
        self.progress.stop()
        self.out.take_made(None)
        self.notices.tell("outcome", _("Stopped. Choose a paper to draw it anew."), "wait")

    def _refuse(self, error: ShopDeskError) -> None:
        self.progress.stop()
        self.notices.tell("outcome", error.sentence, "late")

    # -- the printer -----------------------------------------------------------------------

    def _show_printers(self) -> None:
        """Say what is the matter with the chosen one, and draw anew for its dots."""
        printers, name = self.printers, self.choice.printer
        printers.forget_fit()
        self.side.show_printers(printers.rows)
        self._tell_of_printer()
        self.out.block(printers.trouble_of(name) if printers.is_gone(name) else "")
        if self._patience.isActive() or self._has_other_dots:
            self._draw()
        else:
            self._ask_fit()

    def _tell_of_printer(self) -> None:
        name = self.choice.printer
        trouble = self.printers.trouble or self.printers.trouble_of(name)
        self.notices.tell("printer", (trouble if name else "") or self._doubt, "wait")

    @property
    def _doubt(self) -> str:
        """What speaks against the paper that is shown on the chosen printer."""
        made = self._lot
        if made is None:
            return ""
        row = self.printers.row(self.choice.printer)
        return doubt_about(row, made.sheet or made.paper.size)

    @property
    def _has_other_dots(self) -> bool:
        return self._lot is not None and self._lot.wanted.dpi != self._dpi

    def _ask_fit(self) -> None:
        name = self.choice.printer
        if self._lot is not None and name and not self.printers.is_gone(name):
            self.printers.ask_fit(name, self._lot.paper.size)

    def _show_fit(self, sentence: str) -> None:
        if sentence:
            self.notices.tell("printer", sentence, "late")
            self.out.block(sentence)

    def _follow(self, run: PrintRun) -> None:
        """Show how far the printing is; when all is out there is nothing left to do here."""
        run.progressed.connect(self._show_run)
        run.finished.connect(self.accept)
        run.refused.connect(self._end_run)
        self.notices.tell("printer", "")
        self.side.setEnabled(False)
        self._show_run(run.so_far)
        self.progress.show()

    def _end_run(self, _error: ShopDeskError) -> None:
        """Keep all that was chosen, to print again once it is mended."""
        self.progress.stop()
        self.side.setEnabled(True)
        self.printers.refresh()

    def _show_run(self, so_far: PrintedSoFar) -> None:
        sentence = _("Printed: {done} of {total}").format(done=so_far.done, total=so_far.total)
        self.progress.set_sentence(sentence)
        self.progress.advance(so_far.done, so_far.total)
        self.notices.tell("outcome", so_far.waits, "wait")

    def _cancel(self) -> None:
        if self.out.run is not None:
            self.out.run.cancel()
        else:
            self.maker.stop()

    def _leave(self) -> None:
        self.maker.stop()
        if self.out.run is not None and self.out.run.is_running:
            self._bench.messages.toast(_("It goes on printing. You are told when it is done."))
