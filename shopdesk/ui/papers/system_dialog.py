"""The system's own print dialog, for what only the driver knows: trays, both sides, colours.

ask_printer(parent, paper, "HP LaserJet", copies=1, chosen=print_on)
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from shopdesk.printers import PrinterError, set_paper
from shopdesk.printers.order import Paper

if TYPE_CHECKING:  # loading the print support takes a while
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_DPI = 300
"""Until the printer is known; its own dots are set when it prints."""


def ask_printer(
    parent: QWidget,
    paper: Paper,
    printer: str,
    copies: int,
    chosen: "Callable[[QPrinter], None]",
) -> "QPrintDialog":
    """Open the dialog with a printer chosen in it; `chosen` gets what was set up there."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer:
        device.setPrinterName(printer)
    device.setDocName(paper.file_name)
    device.setCopyCount(copies)
    if device.outputFormat() == QPrinter.OutputFormat.PdfFormat:  # there is no printer
        device.setOutputFileName(str(Path.home() / paper.file_name))
    with suppress(PrinterError):  # another printer may be chosen in the dialog
        set_paper(device, paper.size, _DPI)
    dialog = QPrintDialog(device, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(device))
    QDialog.open(dialog)
    return dialog
