"""What was printed, and how papers are set up, as it is handed in."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedDraft:
    """A document of cases that is out, in the order in which they came.

    `document` is a key of rules.documents, `way` of rules.printing.WAYS, `language` of its
    PAPER_LANGUAGES; `paper` a size's code or a label sheet's; `printer` is empty for a file.
    Of what was marked by hand paper and language are empty, too.
    """

    document: str
    case_ids: Sequence[int]
    paper: str
    language: str
    printer: str
    way: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class LabelSheetDraft:
    """Measures of a sheet of labels in hundredths of a millimetre; as rules.label_sheets."""

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


@dataclass(frozen=True, slots=True)
class ShopPaperDraft:
    """What a shop wants on its papers; `logo` is a PNG in base64, as printing.logos makes it."""

    logo: str = ""
    lines: str = ""
    foot: str = ""
