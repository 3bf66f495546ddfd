"""What a printer says of itself, whichever print system it was asked through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shopdesk.rules.printing import LABEL_DPI

_WIDEST_LABEL_MM = 110
_LABEL_WORD = "label"


class SheetMm(NamedTuple):
    """A sheet that a printer takes, upright as it goes through."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """A printer as its system describes it."""

    name: str
    title: str
    model: str = ""
    dpis: tuple[int, ...] = ()
    usual_dpi: int = 0
    """What it is set to, where the system knows; else 0."""
    sheets: tuple[SheetMm, ...] = ()
    """The sheets that it names; none when it does not say."""
    most: SheetMm | None = None
    """The largest sheet of a person's own, when it takes such."""
    is_default: bool = False
    trouble: str = ""
    """A sentence when it cannot print now."""
    refuses: bool = False
    """Whether it takes no jobs at all; another trouble can be mended while a job waits."""

    @property
    def widest_mm(self) -> float:
        """How wide the widest paper is, or 0 when it does not say."""
        known = (*self.sheets, self.most) if self.most else self.sheets
        return max((sheet.width for sheet in known), default=0)

    @property
    def is_label(self) -> bool:
        """Whether it prints labels: 203 dots per inch are found in nothing else."""
        narrow = 0 < self.widest_mm <= _WIDEST_LABEL_MM
        return min(LABEL_DPI) in self.dpis or narrow or _LABEL_WORD in self.model.lower()

    @property
    def code_dpi(self) -> int:
        """The dots that codes are sized in; of 600 and 1200 those of 300 are whole ones too."""
        if self.usual_dpi in LABEL_DPI:
            return self.usual_dpi
        return _fewest(self.dpis) if not self.usual_dpi else max(LABEL_DPI)


def _fewest(dpis: Sequence[int]) -> int:
    """Return the label printer's dots of those: bars too wide are read, ones too thin are not."""
    return min((dpi for dpi in dpis if dpi in LABEL_DPI), default=max(LABEL_DPI))
