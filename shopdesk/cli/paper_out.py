"""Finished papers on their way out: into a file, or out of a printer."""

import time
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from shopdesk.cli.command import Meter, paper_of
from shopdesk.cli.interrupts import Interrupts
from shopdesk.cli.streams import complain, say
from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.printing.files import write_whole
from shopdesk.printing.making import LEAST_DPI, MadeLot
from shopdesk.rules.documents import DOCUMENTS

if TYPE_CHECKING:
    from shopdesk.printers import PrinterRow, Step


class PaperOut(Protocol):
    """Where papers go; `way` is a key of rules.printing.WAYS, `printer` empty for a file."""

    @property
    def way(self) -> str:
        """How they leave the program."""
        ...

    @property
    def printer(self) -> str:
        """The printer's title."""
        ...

    @property
    def dpi(self) -> int:
        """The dots that codes are made of."""
        ...

    def give(self, made: MadeLot) -> None:
        """Return once the papers are out, and say so."""
        ...


@dataclass(frozen=True, slots=True)
class FileOut:
    """A PDF in a file."""

    path: Path
    way: str = "file"
    printer: str = ""
    dpi: int = LEAST_DPI

    def give(self, made: MadeLot) -> None:
        """Write it whole or not at all; raises StorageError."""
        write_whole(self.path, made.paper.content)
        say(str(self.path))


@dataclass(frozen=True, slots=True)
class PrinterOut:
    """Sheets out of a printer of this computer."""

    row: "PrinterRow"
    manner: str
    copies: int
    wait_s: int
    way: str = "printer"

    @property
    def printer(self) -> str:
        """Return what people call it."""
        return self.row.title

    @property
    def dpi(self) -> int:
        """Return those of the label printer that it is most like."""
        return self.row.dpi

    def give(self, made: MadeLot) -> None:
        """Print; raises PrinterError when it did not come out, or waited too long for a person.

        Ctrl+C takes the job back and ends the program. What came out before it was heard did.
        """
        with Interrupts() as interrupts:
            self._print(made, _Watch(self.wait_s, interrupts))
        document = DOCUMENTS[made.wanted.document]
        count = document.counted(len(made.case_ids))
        say(_("{what}: printed on {printer}.").format(what=count, printer=self.printer))

    def _print(self, made: MadeLot, watch: "_Watch") -> None:
        from shopdesk.printers import (
            PrintCancelledError,
            PrinterError,
            PrintUnsureError,
            print_paper,
        )

        try:
            order = self.row.order(made.paper, self.manner, self.copies)
            print_paper(order, watch.take, watch.is_over)
        except PrintCancelledError as error:
            watch.interrupts.end(_("Printing was cancelled. Nothing is remembered as printed."))
            raise PrinterError(watch.waits or error.sentence) from error
        except PrintUnsureError as error:
            watch.meter.end()
            complain(error.sentence)
            hint = _("What came out is marked in the window: Printing, “Mark as printed”.")
            watch.interrupts.end(hint)
            raise PrintUnsureError(hint) from error
        finally:
            watch.meter.end()


@dataclass(slots=True)
class _Watch:
    """Tells how far a printer is, and how long it has waited for a person."""

    wait_s: int
    interrupts: Interrupts
    meter: Meter = field(default_factory=lambda: Meter(_("Printing")))
    waits: str = ""
    _since: float = 0

    def take(self, step: "Step") -> None:
        """Show a step; what the printer waits for is said once."""
        self.meter(step.done, step.total)
        if step.waits and step.waits != self.waits:
            self.meter.end()
            complain(step.waits)
        if step.waits and not self.waits:
            self._since = time.monotonic()
        self.waits = step.waits

    def is_over(self) -> bool:
        """Say whether nobody came for too long, or somebody wants an end."""
        waited = bool(self.waits) and time.monotonic() - self._since > self.wait_s
        return waited or self.interrupts.is_heard


def out_of(folder: DataFolder, words: Namespace, manner: str) -> PaperOut:
    """Return where the words send papers; raises DomainError for a place that is none.

    `manner` is a key of rules.printing.MANNERS, or empty for what suits the printer.
    """
    if words.output is not None:
        return FileOut(paper_of(folder, words))
    return PrinterOut(_row(words.printer), manner, words.copies, words.wait)


def _row(name: str) -> "PrinterRow":
    from shopdesk.printers import find_printers

    rows = find_printers()
    if not rows:
        raise DomainError(_("This computer has no printer. Save the papers as PDF with -o."))
    named = [row for row in rows if row.name == name] or [row for row in rows if row.title == name]
    if len(named) == 1:
        return named[0]
    known = _(", ").join(row.name for row in named or rows)
    if named:
        raise DomainError(
            _("Several printers are called “{name}”. Choose one of: {names}.").format(
                name=name, names=known
            )
        )
    raise DomainError(
        _("There is no printer “{name}”. There are: {names}.").format(name=name, names=known)
    )
