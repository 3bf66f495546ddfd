"""A PDF out of a printer, by the best way that this computer has."""

from collections.abc import Callable

from shopdesk.printers import cups_server
from shopdesk.printers.order import Listener, PrintOrder, Step


def print_paper(
    order: PrintOrder, progress: Callable[[Step], object], is_cancelled: Callable[[], bool]
) -> None:
    """Print, and return when the system says that the printer is done.

    `progress` and `is_cancelled` are called in the thread that calls this. Raises PrinterError
    when it did not come out, PrintCancelledError when `is_cancelled` said so.
    """
    listener = Listener(progress, is_cancelled)
    if cups_server.is_there():
        from shopdesk.printers.cups import print_by_cups

        print_by_cups(order, listener)
    else:
        from shopdesk.printers.qt_printer import print_by_qt

        print_by_qt(order, listener)
