"""A sheet that shows where a printer puts things: every label outlined and numbered, and a ruler.

Laid over a sheet of labels, or printed on one, it tells whether margins and gaps are right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from shopdesk.i18n import _, current_language
from shopdesk.printing.breaking import wrap
from shopdesk.printing.papers import sheet_size
from shopdesk.printing.sheet import BLACK, Ink, Sheet, Style, Text
from shopdesk.printing.sizes import POINTS_PER_MM, PaperSize
from shopdesk.rules.label_sheets import LabelSheet

FILE_NAME = "label-sheet-test.pdf"
RULER_MM = 100

_HUNDREDTH_PT = POINTS_PER_MM / 100
_LINE_PT = 0.5
_TICK_MM, _LONG_TICK_MM, _STEP_MM, _LONG_STEP_MM = 1.5, 3, 5, 50
_NUMBER_SHARE = 0.35  # of a label's height
_LARGEST_PT = 28
_ADVICE = Style(9)
_ADVICE_MM, _ADVICE_WIDTH_MM = 5, 42
_LEADING = 1.3
_WHITE: Ink = (1, 1, 1)


@dataclass(frozen=True, slots=True)
class SheetTest:
    """A finished test sheet, as any paper that is printed, saved or opened."""

    content: bytes
    size: PaperSize
    file_name: str = FILE_NAME


def draw_test_sheet(labels: LabelSheet) -> SheetTest:
    """Return a PDF of one page; the ruler cross in its middle is RULER_MM long both ways."""
    size = sheet_size(labels)
    sheet = Sheet((size.width_pt, size.height_pt), labels.name, "", current_language())
    for number, (x, y) in enumerate(labels.corners(), 1):
        left_pt, top_pt = x * _HUNDREDTH_PT, y * _HUNDREDTH_PT
        _draw_label(sheet, labels, (left_pt, top_pt), str(number))
    _draw_ruler(sheet, size)
    return SheetTest(sheet.finish(), size)


def _draw_label(sheet: Sheet, labels: LabelSheet, corner_pt: tuple[float, float], n: str) -> None:
    left_pt, top_pt = corner_pt
    width_pt, height_pt = labels.width * _HUNDREDTH_PT, labels.height * _HUNDREDTH_PT
    for below_pt in (0, height_pt - _LINE_PT):
        sheet.box(left_pt, top_pt + below_pt, width_pt, _LINE_PT, BLACK)
    for beside_pt in (0, width_pt - _LINE_PT):
        sheet.box(left_pt + beside_pt, top_pt, _LINE_PT, height_pt, BLACK)
    style = Style(min(_LARGEST_PT, height_pt * _NUMBER_SHARE))
    # Above the middle of the label and at its left, where the ruler never comes.
    sheet.texts([Text(left_pt + style.size_pt / 2, style.size_pt * 1.2, n, style)], top_pt)


def _draw_ruler(sheet: Sheet, size: PaperSize) -> None:
    across, down = size.width_pt / 2, size.height_pt / 2
    half = RULER_MM * POINTS_PER_MM / 2
    sheet.box(across - half, down - _LINE_PT / 2, 2 * half, _LINE_PT, BLACK)
    sheet.box(across - _LINE_PT / 2, down - half, _LINE_PT, 2 * half, BLACK)
    for along, tick in _ticks():
        sheet.box(across - half + along - _LINE_PT / 2, down, _LINE_PT, tick, BLACK)
        sheet.box(across, down - half + along - _LINE_PT / 2, tick, _LINE_PT, BLACK)
    _draw_advice(sheet, across + _ADVICE_MM * POINTS_PER_MM, down + _ADVICE_MM * POINTS_PER_MM)


def _draw_advice(sheet: Sheet, left_pt: float, top_pt: float) -> None:
    """Say below the cross and at its right what it is for, on white whatever lies there."""
    words = _("Both lines are {mm} mm long. If not, print at 100 %, not fitted to the page.")
    width_pt, line_pt = _ADVICE_WIDTH_MM * POINTS_PER_MM, _ADVICE.size_pt * _LEADING
    lines = wrap(words.format(mm=RULER_MM), width_pt, _ADVICE.size_pt)
    sheet.box(left_pt, top_pt, width_pt, (len(lines) + 0.3) * line_pt, _WHITE)
    texts = (Text(left_pt, n * line_pt, line, _ADVICE) for n, line in enumerate(lines, 1))
    sheet.texts(texts, top_pt)


def _ticks() -> Iterator[tuple[float, float]]:
    """Yield how far along the ruler each of its ticks is, and how long, in points."""
    for mm in range(0, RULER_MM + 1, _STEP_MM):
        length = _TICK_MM if mm % _LONG_STEP_MM else _LONG_TICK_MM
        yield mm * POINTS_PER_MM, length * POINTS_PER_MM
