"""The sheets that are printed on."""

from dataclasses import dataclass

from shopdesk.i18n import N_

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PaperSize:
    """One sheet, upright; `code` is what settings and the command line call it."""

    code: str
    name: str
    width_mm: float
    height_mm: float
    margin_mm: float

    @property
    def width_pt(self) -> float:
        """The whole width in PDF points."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height_pt(self) -> float:
        """The whole height in PDF points."""
        return self.height_mm * POINTS_PER_MM

    @property
    def margin_pt(self) -> float:
        """What stays white on each side, in PDF points."""
        return self.margin_mm * POINTS_PER_MM


A4 = PaperSize("A4", "A4", 210, 297, 17)
LETTER = PaperSize("letter", N_("Letter"), 215.9, 279.4, 17)
PAPER_SIZES = {
    size.code: size
    for size in (
        PaperSize("100x150", "100 × 150 mm", 100, 150, 5),
        PaperSize("100x100", "100 × 100 mm", 100, 100, 4),
        PaperSize("76x130", "76 × 130 mm", 76, 130, 4),
        PaperSize("60x40", "60 × 40 mm", 60, 40, 2),
        PaperSize("4x6in", N_("4 × 6 in"), 101.6, 152.4, 5),
        PaperSize("A6", "A6", 105, 148, 6),
        PaperSize("A5", "A5", 148, 210, 9),
        A4,
        LETTER,
    )
}
"""Every paper by its code; label printers' rolls first."""

REPORT_SIZES = {size.code: size for size in (A4, LETTER)}
_ON_LETTER = frozenset({"US", "CA"})


def report_paper(chosen: str, region: str) -> PaperSize:
    """Return the sheet of a report: as it was chosen by its code, else that of the region."""
    return REPORT_SIZES.get(chosen) or report_size(region)


def report_size(region: str) -> PaperSize:
    """Return the sheet that reports are printed on in a shop's region."""
    return LETTER if region in _ON_LETTER else A4
