"""Sheets of labels: what offices buy, and whether a shop's own measures can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from shopdesk.i18n import N_, _
from shopdesk.rules.lengths import UNITS, Unit, length_text

MOST_LABELS = 200
LEAST_WIDTH, LEAST_HEIGHT = 4000, 2500
LONGEST = 100_000
"""More than any sheet that goes through a printer."""
_OWN = re.compile(r"sheet:[1-9][0-9]{0,17}")
BASES = {"A4": (21000, 29700), "letter": (21590, 27940)}
"""The sheets that labels come on, with width and height in hundredths of a millimetre."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels beside and below each other on a sheet; lengths in hundredths of a millimetre.

    `code` is `sheet:` and a preset's name or an own sheet's id. Labels are counted along the
    rows from 1 at the upper left.
    """

    code: str
    name: str
    base: str
    columns: int
    rows: int
    width: int
    height: int
    left: int
    top: int
    gutter_x: int = 0
    gutter_y: int = 0

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def height_of(self, label: int) -> float:
        """Return how far down the sheet a label is, from 0, the first row, to 1, the last."""
        row = (label - 1) // self.columns
        return min(1.0, row / max(1, self.rows - 1))

    def corners(self) -> Iterator[tuple[int, int]]:
        """Yield the upper left corner of each label, in the order in which they are counted."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield (
                    self.left + column * (self.width + self.gutter_x),
                    self.top + row * (self.height + self.gutter_y),
                )


PRESETS = {
    sheet.code: sheet
    for sheet in (
        LabelSheet(
            "sheet:a4-2x2", N_("A4, 4 labels 105 × 148.5 mm"), "A4", 2, 2, 10500, 14850, 0, 0
        ),
        LabelSheet(
            "sheet:a4-2x4",
            N_("A4, 8 labels 99.1 × 67.7 mm"),
            "A4",
            2,
            4,
            9910,
            6770,
            465,
            1310,
            250,
        ),
        LabelSheet(
            "sheet:a4-2x7",
            N_("A4, 14 labels 99.1 × 38.1 mm"),
            "A4",
            2,
            7,
            9910,
            3810,
            465,
            1515,
            250,
        ),
        LabelSheet(
            "sheet:a4-3x7",
            N_("A4, 21 labels 63.5 × 38.1 mm"),
            "A4",
            3,
            7,
            6350,
            3810,
            720,
            1515,
            255,
        ),
        LabelSheet("sheet:a4-3x8", N_("A4, 24 labels 70 × 37 mm"), "A4", 3, 8, 7000, 3700, 0, 50),
        LabelSheet(
            "sheet:letter-2x2",
            N_("Letter, 4 labels 4¼ × 5½ in"),
            "letter",
            2,
            2,
            10795,
            13970,
            0,
            0,
        ),
        LabelSheet(
            "sheet:letter-2x3",
            N_("Letter, 6 labels 4 × 3⅓ in"),
            "letter",
            2,
            3,
            10160,
            8467,
            396,
            1270,
            477,
        ),
        LabelSheet(
            "sheet:letter-2x5",
            N_("Letter, 10 labels 4 × 2 in"),
            "letter",
            2,
            5,
            10160,
            5080,
            396,
            1270,
            477,
        ),
        LabelSheet(
            "sheet:letter-3x10",
            N_("Letter, 30 labels 2⅝ × 1 in"),
            "letter",
            3,
            10,
            6668,
            2540,
            476,
            1270,
            317,
        ),
    )
}
"""The sheets that are sold everywhere; by their code."""


def own_code(row_id: int) -> str:
    """Return the code of a sheet that the shop set up for itself."""
    return f"sheet:{row_id}"


def is_sheet_code(code: str) -> bool:
    """Tell whether a code is that of a preset, or may be that of a shop's own sheet."""
    return code in PRESETS or _OWN.fullmatch(code) is not None


def why_not(sheet: LabelSheet, unit: Unit = UNITS["mm"]) -> dict[str, str]:
    """Return what is wrong with a sheet's measures, a sentence for each of its fields at fault.

    `unit` is that of the lengths in the sentences.
    Empty where labels of at least LEAST_WIDTH x LEAST_HEIGHT, MOST_LABELS at most, lie wholly on
    the base. What runs off is said at the count where fewer labels would fit, else at the length.
    """
    if sheet.base not in BASES:
        return {"base": _("Choose one from the list.")}
    absurd = [field for field in _MEASURES if not _is_sane(getattr(sheet, field))]
    if absurd:
        return dict.fromkeys(absurd, _("No sheet has such a measure. Check it."))
    found = _too_small(sheet, unit)
    for place, fields in enumerate(_SIDES):
        found |= _runs_off(sheet, BASES[sheet.base][place], fields, unit)
    if sheet.count > MOST_LABELS and not found:
        sentence = _("A sheet has at most {most} labels.").format(most=MOST_LABELS)
        found["rows"] = sentence
    return found


_MEASURES = ("columns", "rows", "width", "height", "left", "top", "gutter_x", "gutter_y")


def _is_sane(measure: object) -> bool:
    return type(measure) is int and abs(measure) <= LONGEST


class _Side(NamedTuple):
    """The fields that add up across a sheet, or down it."""

    many: str
    label: str
    margin: str
    gutter: str


_SIDES = (
    _Side("columns", "width", "left", "gutter_x"),
    _Side("rows", "height", "top", "gutter_y"),
)


def _too_small(sheet: LabelSheet, unit: Unit) -> dict[str, str]:
    found = {}
    for field, least in (("width", LEAST_WIDTH), ("height", LEAST_HEIGHT)):
        if getattr(sheet, field) < least:
            words = _("A label needs at least {least} to be read.")
            found[field] = words.format(least=length_text(least, unit))
    for field in ("columns", "rows"):
        if getattr(sheet, field) < 1:
            found[field] = _("A sheet has at least one label.")
    for field in ("left", "top", "gutter_x", "gutter_y"):
        if getattr(sheet, field) < 0:
            found[field] = _("Enter a length that is not negative.")
    return found


def _runs_off(sheet: LabelSheet, whole: int, side: _Side, unit: Unit) -> dict[str, str]:
    """Return at which field to say that the labels are wider or higher than their sheet."""
    many, label, margin, gutter = (getattr(sheet, field) for field in side)
    needed = margin + many * (label + gutter) - gutter
    if needed <= whole:
        return {}
    sentence = _("This takes {needed}, and the sheet has {whole}.").format(
        needed=length_text(needed, unit), whole=length_text(whole, unit)
    )
    return {side.label if margin + label > whole else side.many: sentence}


def next_start(start: int, used: int, count: int) -> int:
    """Return the first free label after `used` more, 1 where a new sheet begins."""
    return (start - 1 + used) % count + 1
