"""The portable way to a printer: Qt's, which the system's print dialog sets up too.

Qt paints on a QPrinter in any thread, so a long job stands in nobody's way.
"""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.printers import qt_facts
from shopdesk.printers.facts import SheetMm
from shopdesk.printers.fitting import is_near, misfit
from shopdesk.printers.following import follow
from shopdesk.printers.order import Listener, PrinterError, PrintOrder, Step
from shopdesk.printers.qt_jobs import SpooledJob
from shopdesk.printers.raster import PdfPages
from shopdesk.printers.troubles import ERROR, GONE, told
from shopdesk.printing.sizes import PaperSize

MOST_DPI = 600
"""A page at 1200 takes half a gigabyte and looks the same."""
_USUAL_DPI = 300
_OF_QTS_PDF = 72
_DOTS = "dots"
_FAILED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def print_by_qt(order: PrintOrder, listener: Listener) -> None:
    """Do what `sending.print_paper` promises, where there is no CUPS."""
    facts = next((one for one in qt_facts.find_all() if one.name == order.printer), None)
    if facts is None:
        raise PrinterError(told(GONE, order.printer))
    trouble = misfit(facts, order.size)
    if trouble:
        raise PrinterError(trouble)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(order.printer)
    printer.setCopyCount(order.copies)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    _print(printer, order, listener)


def print_on(
    printer: QPrinter,
    order: PrintOrder,
    progress: Callable[[Step], object],
    is_cancelled: Callable[[], bool],
) -> None:
    """Print on a printer that the system's dialog has set up; any thread may.

    Of the order `printer` and `copies` are the dialog's. Returns and raises as
    `sending.print_paper` does; where there is no CUPS, when the system has taken the pages.
    """
    _print(printer, order, Listener(progress, is_cancelled))


def set_paper(printer: QPrinter, size: PaperSize, dpi: int) -> None:
    """Tell a printer which paper lies in it and how many dots it is drawn in.

    Do so again after the system's dialog: drivers put their own paper back. Raises PrinterError
    when the printer insists on another paper.
    """
    printer.setResolution(fitting_dpi(printer.supportedResolutions(), dpi))
    printer.setFullPage(True)
    printer.setPageLayout(exact_layout(size))
    kept = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    if not is_near(SheetMm(kept.width(), kept.height()), SheetMm(size.width_mm, size.height_mm)):
        raise PrinterError(
            _("{printer} makes {kept} of {paper}. Set its paper, or choose another.").format(
                printer=printer.printerName(),
                kept=f"{kept.width():.0f} × {kept.height():.0f} mm",
                paper=_(size.name),
            )
        )


def fitting_dpi(supported: list[int], wanted: int) -> int:
    """Return the dots per inch to draw at: those wanted, else the most that are reasonable.

    Where Qt hands a PDF on, on Linux and macOS, it tells of no more than 72 and takes any.
    """
    if wanted in supported or max(supported, default=0) <= _OF_QTS_PDF:
        return wanted
    return max((dpi for dpi in supported if _USUAL_DPI <= dpi <= MOST_DPI), default=_USUAL_DPI)


def exact_layout(size: PaperSize) -> QPageLayout:
    """Return the paper as it is, upright, with nothing kept free at its edges."""
    page = QPageSize(
        QSizeF(size.width_mm, size.height_mm),
        QPageSize.Unit.Millimeter,
        size.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _print(printer: QPrinter, order: PrintOrder, listener: Listener) -> None:
    printer.setDocName(order.title)
    set_paper(printer, order.size, order.dpi)
    pages = PdfPages(order.content)
    spooled = SpooledJob(printer)
    try:
        _paint(printer, order, pages, listener)
    except ShopDeskError:
        spooled.take_back()
        raise
    job = spooled.sent()
    if job is None:
        listener.progress(Step(len(pages), len(pages), prepared=len(pages)))
    else:
        follow(job, len(pages), printer.copyCount(), listener)


def _paint(printer: QPrinter, order: PrintOrder, pages: PdfPages, listener: Listener) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise _failure(printer)
    try:
        for number in range(len(pages)):
            listener.stop_if_cancelled()
            if number and not printer.newPage():
                raise _failure(printer)
            painter.drawImage(0, 0, _drawn(pages, number, order, printer.resolution()))
            listener.progress(Step(0, len(pages), prepared=number + 1))
    except ShopDeskError:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() in _FAILED:
        raise _failure(printer)


def _drawn(pages: PdfPages, number: int, order: PrintOrder, dpi: int) -> QImage:
    return pages.dots(number, dpi) if order.manner == _DOTS else pages.picture(number, dpi)


def _failure(printer: QPrinter) -> PrinterError:
    return PrinterError(told(ERROR, printer.printerName()))
