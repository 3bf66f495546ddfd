"""What a run has printed: marked lot by lot, told once, and taken back together."""

from dataclasses import replace
from functools import partial

from shiboken6 import isValid

from shopdesk.rules.documents import DOCUMENTS
from shopdesk.ui.desk import Change
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.papers.lots import PrintedLot
from shopdesk.ui.papers.marking import mark
from shopdesk.ui.papers.words import printed_sentence
from shopdesk.ui.workbench import Workbench

_PLACES = {document: place for place, document in enumerate(DOCUMENTS)}


class PrintTeller:
    """Waits until all marks are written before it tells."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._out: list[PrintedLot] = []
        self._changes: list[Change] = []

    def take_out(self, printed: PrintedLot) -> None:
        """Mark a lot that is out; a report needs no mark."""
        if printed.made is None:
            self._out.append(printed)
        else:
            mark(
                self._bench,
                printed.made,
                "printer",
                partial(self._marked, printed),
                printed.printer,
            )

    def tell(self) -> None:
        """Say what came out, with Undo for all of it, once it is written."""
        self._bench.operations.after_writes(self._say)

    def _marked(self, printed: PrintedLot, count: int, change: Change) -> None:
        printed = replace(printed, count=count)
        self._out.append(printed)
        self._changes.append(change)
        self._bench.operations.history.describe(change, printed_sentence([printed]), lambda: None)

    def _say(self) -> None:
        out = sorted(self._out, key=lambda printed: _PLACES.get(printed.lot.document, 0))
        bench, sentence = self._bench, printed_sentence(out)
        if not self._out or not isValid(bench.messages):
            return  # the window was made anew in another language meanwhile
        if not self._changes:
            bench.messages.toast(sentence)
        elif len(self._changes) == 1:
            offer_undo(bench, self._changes[0], sentence)
        else:
            bench.messages.undo(sentence, self._take_back)

    def _take_back(self) -> None:
        for change in reversed(self._changes):
            self._bench.operations.undo(change)


def tell_out(bench: Workbench, printed: PrintedLot) -> None:
    """Mark one lot that a person has seen come out, and tell so."""
    teller = PrintTeller(bench)
    teller.take_out(printed)
    teller.tell()
