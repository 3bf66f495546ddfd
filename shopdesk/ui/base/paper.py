"""What can be printed, saved and opened: a finished PDF, its sheet, and a name for its file."""

from typing import Protocol

from shopdesk.printing.sizes import PaperSize


class Paper(Protocol):
    """A paper that is ready."""

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
