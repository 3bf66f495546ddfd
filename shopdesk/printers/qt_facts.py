"""The printers that Qt finds, where there is no CUPS to ask: those of Windows."""

import sys
from functools import cache

from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from shopdesk.printers.facts import PrinterFacts, SheetMm
from shopdesk.printers.troubles import ERROR, told

_FAILING = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def find_all() -> list[PrinterFacts]:
    """Return every printer; a command without a window gets what Qt needs for that."""
    ensure_application()
    return [_facts(info) for info in QPrinterInfo.availablePrinters()]


@cache
def ensure_application() -> QGuiApplication | None:
    """Make the application that Qt's printing wants, out of sight, when there is no other."""
    if QGuiApplication.instance() is not None:
        return None
    return QGuiApplication([sys.argv[0], "-platform", "offscreen"])


def _facts(info: QPrinterInfo) -> PrinterFacts:
    title = info.description() or info.printerName()
    failing = info.state() in _FAILING
    return PrinterFacts(
        name=info.printerName(),
        title=title,
        model=info.makeAndModel(),
        dpis=tuple(info.supportedResolutions()),
        sheets=tuple(_sheet(size) for size in info.supportedPageSizes()),
        most=_sheet(info.maximumPhysicalPageSize()) if info.supportsCustomPageSizes() else None,
        is_default=info.isDefault(),
        trouble=told(ERROR, title) if failing else "",
    )


def _sheet(size: QPageSize) -> SheetMm:
    millimetres = size.size(QPageSize.Unit.Millimeter)
    return SheetMm(millimetres.width(), millimetres.height())
