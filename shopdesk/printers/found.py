"""Which printers there are, and what is the matter with them now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer of this computer."""

    name: str
    """What the system calls it."""
    title: str
    """What people call it."""
    dpi: int
    """The dots that codes are sized in: 203, 300 or what else the printer has, at most 600."""
    is_label: bool
    """Whether it prints labels: in black only, in few dots or on narrow paper."""
    is_default: bool
    trouble: str = ""
    """A sentence when it cannot print now, else empty."""


def find_printers() -> list[PrinterRow]:
    """Return the printers, the default one first, then by title.

    Raises PrinterError when the printing system does not answer within some seconds.
    """
    return []
