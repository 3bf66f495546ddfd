"""The portable way to a printer: Qt's, which the system's print dialog sets up too."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrinter

from shopdesk.printers.order import PrintOrder, Step
from shopdesk.printing.sizes import PaperSize


def set_paper(printer: QPrinter, size: PaperSize, dpi: int) -> None:
    """Tell a printer which paper lies in it and how many dots it is drawn in.

    Do so again after the system's dialog: drivers put their own paper back. Raises PrinterError
    when the printer insists on another paper.
    """


def print_on(
    printer: QPrinter,
    order: PrintOrder,
    progress: Callable[[Step], object],
    is_cancelled: Callable[[], bool],
) -> None:
    """Print on a printer that the system's dialog has set up; any thread may.

    Of the order `printer` and `copies` are the dialog's. Raises PrinterError, PrintCancelledError.
    """
