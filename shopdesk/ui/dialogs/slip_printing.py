"""A PDF onto the system's printer: each page drawn once, at the printer's own dots.

    dialog = ask_printer(parent, paper.size, chosen)       # chosen(printer)
    job = PrintJob(printer, paper, parent)
    job.finished.connect(...); job.start()

The paper is exact and without margins, and is set again after the dialog: drivers put their
own paper back. A label printer gets black and white, for it would make dots of every grey.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from shopdesk.printing.sizes import PaperSize
from shopdesk.ui.base.paper import Paper

LABEL_DPI = (203, 300)
MOST_DPI = 600
USUAL_DPI = 300
_POINTS_PER_INCH = 72


def fitting_dpi(supported: Sequence[int]) -> int:
    """Return the dots per inch to draw at: those of a label printer, else no more than 600."""
    labels = [dpi for dpi in supported if dpi in LABEL_DPI]
    if labels and max(supported) <= max(LABEL_DPI):
        return max(labels)
    return max((dpi for dpi in supported if USUAL_DPI <= dpi <= MOST_DPI), default=USUAL_DPI)


def exact_layout(size: PaperSize) -> QPageLayout:
    """Return the paper as it is, upright, with nothing kept free at its edges."""
    page = QPageSize(
        QSizeF(size.width_mm, size.height_mm),
        QPageSize.Unit.Millimeter,
        size.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def set_paper(printer: QPrinter, size: PaperSize) -> None:
    """Tell the printer which paper lies in it, and at how many dots it is drawn."""
    printer.setResolution(fitting_dpi(printer.supportedResolutions()))
    printer.setFullPage(True)
    printer.setPageLayout(exact_layout(size))


def ask_printer(parent: QWidget, paper: Paper, chosen: Callable[[QPrinter], None]) -> QPrintDialog:
    """Open the system's dialog; `chosen` gets the printer with the paper set anew."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.file_name)
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:  # there is no printer
        printer.setOutputFileName(str(Path.home() / paper.file_name))
    set_paper(printer, paper.size)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def take() -> None:
        set_paper(printer, paper.size)
        chosen(printer)

    dialog.accepted.connect(take)
    QDialog.open(dialog)
    return dialog


class PrintJob(QObject):
    """Prints a page at a time between the window's other work, so that nothing freezes."""

    printed = Signal(int)
    """How many pages are done."""
    finished = Signal(bool)
    """Whether the printer took everything."""

    def __init__(self, printer: QPrinter, paper: Paper, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(paper.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._painter = QPainter()
        self._page = 0

    @property
    def page_count(self) -> int:
        """How many pages there are in all."""
        return self._document.pageCount()

    def start(self) -> None:
        """Begin; `finished` tells when it has ended."""
        if self._painter.begin(self._printer):
            QTimer.singleShot(0, self, self._print_page)
        else:
            self.finished.emit(False)

    def _print_page(self) -> None:
        if self._page and not self._printer.newPage():
            self._end(whole=False)
            return
        self._painter.drawImage(0, 0, self._drawn(self._page))
        self._page += 1
        self.printed.emit(self._page)
        if self._page < self.page_count:
            QTimer.singleShot(0, self, self._print_page)
        else:
            self._end(whole=True)

    def _end(self, *, whole: bool) -> None:
        self._painter.end()
        taken = self._printer.printerState() != QPrinter.PrinterState.Error
        self.finished.emit(whole and taken)

    def _drawn(self, number: int) -> QImage:
        dpi = self._printer.resolution()
        return page_image(self._document, number, dpi)


def page_image(document: QPdfDocument, number: int, dpi: int) -> QImage:
    """Return a page on white, dot for dot; in black and white where greys would be dithered."""
    points = document.pagePointSize(number)
    size = QSize(
        round(points.width() * dpi / _POINTS_PER_INCH),
        round(points.height() * dpi / _POINTS_PER_INCH),
    )
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    if dpi not in LABEL_DPI:
        return image
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Mono, flags)
