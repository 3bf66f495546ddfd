"""Printers of this computer: which there are, what they take, and a PDF out of one of them.

    for printer in find_printers(): ...
    trouble = why_not(printer.name, size)
    print_paper(PrintOrder(...), progress, is_cancelled)

Everything here is synchronous, may be called in any thread, and does not wait for a printing
system that does not answer. What is named here is loaded on first use: a window can name it
without paying for Qt's PDF and printing modules before it is on the screen.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shopdesk.printers.fitting import why_not
    from shopdesk.printers.found import PrinterRow, find_printers
    from shopdesk.printers.order import (
        PrintCancelledError,
        PrinterError,
        PrintOrder,
        PrintUnsureError,
        Step,
    )
    from shopdesk.printers.qt_printer import print_on, set_paper
    from shopdesk.printers.sending import print_paper

__all__ = [
    "PrintCancelledError",
    "PrintOrder",
    "PrintUnsureError",
    "PrinterError",
    "PrinterRow",
    "Step",
    "find_printers",
    "print_on",
    "print_paper",
    "set_paper",
    "why_not",
]

_PLACES = {
    "PrintCancelledError": "order",
    "PrintOrder": "order",
    "PrintUnsureError": "order",
    "PrinterError": "order",
    "PrinterRow": "found",
    "Step": "order",
    "find_printers": "found",
    "print_on": "qt_printer",
    "print_paper": "sending",
    "set_paper": "qt_printer",
    "why_not": "fitting",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
