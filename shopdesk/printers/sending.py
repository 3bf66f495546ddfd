"""A PDF out of a printer, by the best way that this computer has."""

from collections.abc import Callable

from shopdesk.printers.order import PrintOrder, Step


def print_paper(
    order: PrintOrder, progress: Callable[[Step], object], is_cancelled: Callable[[], bool]
) -> None:
    """Print, and return when the system says that the printer is done.

    `progress` and `is_cancelled` are called in the thread that calls this. Raises PrinterError
    when it did not come out, PrintCancelledError when `is_cancelled` said so.
    """
