"""The dots of a printer: codes lie on whole ones, or its edges blur and nothing scans."""

from dataclasses import dataclass
from math import ceil

from shopdesk.printing.sizes import POINTS_PER_MM

LEAST_MODULE_MM = 0.25
"""The finest bar that every desk scanner reads from thermal paper."""

_NEARLY = 0.005  # of a dot: what rounding and the 203.2 of "203 dpi" may cost


@dataclass(frozen=True, slots=True)
class DotGrid:
    """Lengths as whole dots of a printer with `dpi` dots to the inch."""

    dpi: int

    @property
    def dot_pt(self) -> float:
        """One dot in PDF points."""
        return 72 / self.dpi

    @property
    def least_module(self) -> int:
        """The fewest dots of a module that is at least LEAST_MODULE_MM wide."""
        return ceil(LEAST_MODULE_MM * POINTS_PER_MM / self.dot_pt - _NEARLY)

    def module(self, wanted_mm: float) -> int:
        """Return the dots of a module as near to `wanted_mm` as may be."""
        return max(self.least_module, round(wanted_mm * POINTS_PER_MM / self.dot_pt))

    def dots(self, length_pt: float) -> int:
        """Return how many whole dots lie within a length."""
        return int(length_pt / self.dot_pt + _NEARLY)

    def snapped(self, length_pt: float) -> float:
        """Return the length of whole dots that is nearest."""
        return round(length_pt / self.dot_pt) * self.dot_pt
