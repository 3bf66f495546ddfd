"""Slips and labels as they will look, and the ways to get them onto paper.

open_slips(bench, [case_id])                   # one slip, or those of many returns in one PDF
open_slips(bench, ids, kind=LABELS)
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.printing.files import write_whole
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.slip_files import ask_file, open_outside
from shopdesk.ui.dialogs.slip_paper import RETURN_SLIPS, SlipKind, SlipLot, SlipPaper
from shopdesk.ui.dialogs.slip_side import SlipSide
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")
_WIDTH_PX, _HEIGHT_PX = 780, 660
_MARGIN_PX = 20
_MAX_ZOOM = 1.0


def open_slips(
    bench: Workbench,
    case_ids: Sequence[int],
    kind: SlipKind = RETURN_SLIPS,
    *,
    save: bool = False,
) -> "SlipPreview":
    """Show the slips of some cases over the window, and go on; `case_ids` is not empty.

    With `save` it asks for the file as soon as the slips are there.
    """
    window = bench.messages.parent()
    preview = SlipPreview(bench, case_ids, kind, window if isinstance(window, QWidget) else None)
    if save:
        preview.made.connect(preview.ask_file)
    preview.open()
    return preview


class SlipPreview(QDialog):
    """Preview at the left; paper, language and what to do with them at the right."""

    made = Signal()
    """The slips are there, on the first paper that was asked for."""

    def __init__(
        self,
        bench: Workbench,
        case_ids: Sequence[int],
        kind: SlipKind,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._kind = kind
        self._case_ids = tuple(case_ids)
        self._lot: SlipLot | None = None
        self._paper: SlipPaper | None = None
        self._is_out = False
        self.view = PdfView(_("Preview of the slip"), _MAX_ZOOM)
        self.side = SlipSide(bench.desk.settings.now)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(kind.title(len(case_ids)))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._arrange()
        self._connect()
        self._read()

    @property
    def paper(self) -> SlipPaper | None:
        """The slips that are shown; None while they are being made."""
        return self._paper

    def save_to(self, place: Path) -> None:
        """Write the PDF to a file, whole or not at all."""
        paper = self._paper
        if paper is not None:
            job = partial(write_whole, place, paper.content)
            self._work("save", job, lambda _done: self._saved(place))

    def print_on(self, printer: "QPrinter") -> None:
        """Print on a printer whose paper is set."""
        from shopdesk.ui.dialogs.slip_printing import PrintJob

        if self._paper is None:
            return
        job = PrintJob(printer, self._paper, self)
        job.printed.connect(lambda page: self.side.show_printed(page, job.page_count))
        job.finished.connect(self._printed)
        self.side.start()
        job.start()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(plain_label(self._kind.title(len(self._case_ids)), "title"))
        left.addWidget(self.view, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(_MARGIN_PX)
        layout.addLayout(left, 1)
        layout.addWidget(self.side)

    def _connect(self) -> None:
        side = self.side
        side.changed.connect(self._choose)
        side.print_button.clicked.connect(self._ask_printer)
        side.save_button.clicked.connect(self.ask_file)
        side.open_button.clicked.connect(self._open_outside)
        side.close_button.clicked.connect(self.reject)

    def _choose(self) -> None:
        """Remember paper and language, and show the slip in them."""
        side = self.side
        try:
            self._bench.desk.settings.change(slip_size=side.size_code, slip_language=side.language)
        except ShopDeskError as error:
            self._refused(error)
        self._make()

    def _read(self) -> None:
        read, ids = self._kind.read, self._case_ids
        self.side.start()
        self._bench.operations.query(
            (id(self), "slips"), lambda reader: read(reader, ids), self._take
        )

    def _take(self, lot: SlipLot) -> None:
        self._lot = lot
        self._make()

    def _make(self) -> None:
        if self._lot is not None:
            make = partial(self._lot.paper, self.side.size_code, self.side.language)
            self._work("paper", make, self._show)

    def _show(self, made: SlipPaper) -> None:
        is_first = self._paper is None
        self._paper = made
        self.view.show_pdf(made.content)
        if self._lot is not None and self._lot.warning:
            self.side.tell(self._lot.warning, "wait")
        if not self.side.isAncestorOf(self.focusWidget() or self.view):
            self.side.print_button.setFocus()
        if is_first:
            self.made.emit()

    def _ask_printer(self) -> None:
        from shopdesk.ui.dialogs.slip_printing import ask_printer

        if self._paper is not None:
            ask_printer(self, self._paper, self.print_on)

    def ask_file(self) -> None:
        """Ask where the PDF goes, and save it there."""
        if self._paper is not None:
            ask_file(self, self._paper, self._bench.desk.settings, self.save_to)

    def _open_outside(self) -> None:
        paper = self._paper
        if paper is not None:
            self._work("open", partial(open_outside, paper), lambda _done: self._put_out())

    def _work(self, key: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something slow beside the window; its refusal is shown in this dialog."""
        self.side.start()

        def ended(value: T) -> None:
            if isValid(self):  # it may have been closed meanwhile
                self.side.stop()
                done(value)

        self._bench.operations.work((id(self), key), job, ended, self._refused)

    def _refused(self, error: ShopDeskError) -> None:
        self.side.stop()
        self.side.tell(error.sentence, "late")

    def _saved(self, place: Path) -> None:
        self.side.tell(_("Saved: {file}").format(file=str(place)))
        self._put_out()

    def _printed(self, whole: bool) -> None:  # noqa: FBT001 - the signal's value
        self.side.stop()
        if whole:
            self.side.tell(_("Given to the printer."))
            self._put_out()
        else:
            self.side.tell(
                _("The printer refused it. Check that it is on, then print again."), "late"
            )

    def _put_out(self) -> None:
        """Remember, once, that these slips were printed or saved."""
        if self._is_out or not self._kind.is_remembered:
            return
        self._is_out = True
        ids = self._case_ids

        def work(session: Session) -> None:
            services.slips.mark_slips_printed(session, ids)

        self._bench.operations.write(N_("Slip printed."), work)
