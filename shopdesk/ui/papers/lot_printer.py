"""One lot from the records to the printer's tray; knows no widget and runs on any thread."""

import threading
from collections.abc import Callable, Mapping

from shopdesk.printers import (
    PrintCancelledError,
    PrinterError,
    PrinterRow,
    PrintOrder,
    PrintUnsureError,
    Step,
    find_printers,
    print_on,
    print_paper,
    why_not,
)
from shopdesk.printing.making import MOST_DPI, MadeLot, PaperWanted, make
from shopdesk.ui.desk import Desk
from shopdesk.ui.papers.lots import LotUnsureError, PrintedLot, PrintLot
from shopdesk.ui.papers.printer_list import gone

Tell = Callable[[Step], object]
IsCancelled = Callable[[], bool]


class LotPrinter:
    """Prints the lots of one run: the printers are looked for once, sheets go on where they end."""

    def __init__(self, desk: Desk, shop_language: str, starts: Mapping[str, int]) -> None:
        self._desk = desk
        self._shop_language = shop_language
        self._starts = dict(starts)
        self._known: dict[str, PrinterRow] | None = None
        self._drawing = threading.Lock()
        """Papers are drawn one lot at a time, on whichever thread."""

    def print_lot(self, lot: PrintLot, tell: Tell, is_cancelled: IsCancelled) -> PrintedLot:
        """Return once a lot is out; raises PrinterError, PrintCancelledError.

        LotUnsureError where nobody can tell whether it is.
        """
        row = self._row(lot)
        made: MadeLot | None = None
        paper = lot.report
        if paper is None:
            made = lot.made or self._made(lot, row, is_cancelled)
            paper = made.paper
        printed = PrintedLot(lot, row.title, made, lot.count)
        try:
            self._print(row.order(paper, lot.choice.manner, lot.copies), lot, tell, is_cancelled)
        except PrintUnsureError as error:
            raise LotUnsureError(error.sentence, printed) from error
        if made is not None and made.sheet is not None:
            self._starts[made.sheet.code] = made.next_start
        return printed

    def _print(
        self, order: PrintOrder, lot: PrintLot, tell: Tell, is_cancelled: IsCancelled
    ) -> None:
        if lot.device is not None:
            print_on(lot.device, order, tell, is_cancelled)
            return
        trouble = why_not(order.printer, order.size)
        if trouble:
            raise PrinterError(trouble)
        print_paper(order, tell, is_cancelled)

    def _made(self, lot: PrintLot, row: PrinterRow, is_cancelled: IsCancelled) -> MadeLot:
        def go_on(_done: int) -> None:
            if is_cancelled():
                raise PrintCancelledError

        wanted = PaperWanted(
            lot.document,
            lot.case_ids,
            lot.choice,
            self._shop_language,
            row.dpi,
            self._starts.get(lot.choice.paper, 1),
        )
        with self._drawing, self._desk.reading() as reader:
            return make(reader, wanted, go_on)

    def _row(self, lot: PrintLot) -> PrinterRow:
        """Return the printer of a lot; one of the system's dialog may be none that we know."""
        if self._known is None:
            self._known = {row.name: row for row in find_printers()}
        device = lot.device
        name = lot.choice.printer if device is None else device.printerName()
        row = self._known.get(name)
        if row is not None:
            return row
        if device is None:
            raise PrinterError(gone(name))
        return PrinterRow(name, name or "PDF", MOST_DPI, is_label=False, is_default=False)
