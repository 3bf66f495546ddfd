"""What is asked of a printer, what it tells while it works, and how it refuses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.printing.sizes import PaperSize


class PrinterError(ShopDeskError):
    """Nothing can be relied on to have come out of the printer; the sentence says why."""


class PrintUnsureError(PrinterError):
    """Nobody can tell whether it came out: a person looks at the printer before the next try."""


class PrintCancelledError(ShopDeskError):
    """The person cancelled: what had not come out yet does not come out."""

    def __init__(self) -> None:
        super().__init__(_("Printing was cancelled."))


class Paper(Protocol):
    """What can be printed, saved and opened: a finished PDF."""

    @property
    def content(self) -> bytes:
        """The PDF."""
        ...

    @property
    def size(self) -> PaperSize:
        """The sheet that every page of it fills."""
        ...

    @property
    def file_name(self) -> str:
        """A name that tells what is inside, ending in `.pdf`."""
        ...


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One PDF for one printer."""

    printer: str
    """The name that the system knows it by, as in PrinterRow."""
    content: bytes
    """The PDF; each page fills a sheet of `size`."""
    size: PaperSize
    title: str
    """What the system's list of jobs shows."""
    manner: str
    """A key of MANNERS: "dots" or "drawing"."""
    dpi: int
    """The printer's own dots per inch; only "dots" is drawn in them."""
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """How far an order has come."""

    done: int
    """Pages that the printer is done with, as far as it tells; all of them at the end."""
    total: int
    """Pages of the PDF."""
    waits: str = ""
    """Why the printer waits for a person, as a sentence; printing goes on when it is mended."""
    prepared: int = 0
    """Pages that are drawn and ready to be sent."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told how far an order has come, and may cancel it."""

    progress: Callable[[Step], object]
    is_cancelled: Callable[[], bool]

    def stop_if_cancelled(self) -> None:
        """Raise PrintCancelledError when the person does not want it any more."""
        if self.is_cancelled():
            raise PrintCancelledError
