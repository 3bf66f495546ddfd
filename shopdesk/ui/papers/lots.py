"""What is printed in one go: some cases' papers of one kind, and how."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shopdesk.printers.order import Paper, PrintUnsureError
from shopdesk.printing.making import MadeLot
from shopdesk.settings import PaperChoice

if TYPE_CHECKING:  # loading the print support takes a while
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class PrintLot:
    """One document of some cases, for the printer in its choice; drawn on the way unless `made`.

    A `report` is printed as it is and has no cases to be marked. `device` is what the system's
    dialog has set up, where the person chose there.
    """

    document: str
    case_ids: tuple[int, ...]
    choice: PaperChoice
    copies: int = 1
    made: MadeLot | None = None
    report: Paper | None = None
    device: "QPrinter | None" = field(default=None, compare=False)

    @property
    def count(self) -> int:
        """How many papers a person takes it for."""
        return len(self.case_ids) or 1


@dataclass(frozen=True, slots=True)
class PrintedLot:
    """A lot that is out of `printer`, which is named as people call it; `made` is of cases.

    `count` says how many papers are remembered.
    """

    lot: PrintLot
    printer: str
    made: MadeLot | None
    count: int


class LotUnsureError(PrintUnsureError):
    """Nobody can tell whether a lot came out; `printed` is what it is if it did."""

    def __init__(self, sentence: str, printed: PrintedLot) -> None:
        super().__init__(sentence)
        self.printed = printed


@dataclass(frozen=True, slots=True)
class PrintedSoFar:
    """How far a run is, in papers; `waits` says what the printer waits for, empty if nothing."""

    done: int
    total: int
    waits: str = ""
