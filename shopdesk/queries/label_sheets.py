"""The label sheets that a shop set up for itself, and what each store wants on its papers."""

from base64 import b64decode
from binascii import Error as NoBase64Error
from dataclasses import dataclass

from shopdesk.queries.paper import SlipPaper
from shopdesk.queries.values import RowsOf
from shopdesk.rules.label_sheets import LabelSheet, own_code
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class LabelSheetRow:
    """An own label sheet, as a person edits it."""

    id: int
    version: int
    sheet: LabelSheet


@dataclass(frozen=True, slots=True)
class ShopPaperRow:
    """What a shop wants on its papers; `version` 0 says that it never said so.

    `logo` is a PNG in base64, or empty.
    """

    shop_id: int
    version: int = 0
    logo: str = ""
    lines: str = ""
    foot: str = ""


_paper = RowsOf(ShopPaperRow)

_SHEETS = """
    SELECT id, version, name, base, columns, rows, width, height, "left", top, gutter_x, gutter_y
    FROM label_sheet WHERE {} ORDER BY name, id
"""
_KEPT, _ALL = "archived_at IS NULL", "1"
_PAPER = "SELECT shop_id, version, logo, lines, foot FROM shop_paper WHERE shop_id = ?"
_PAPERS = "SELECT shop_id, logo, lines, foot FROM shop_paper"


def load_label_sheet_rows(reader: Reader) -> list[LabelSheetRow]:
    """Return the shop's own label sheets with their versions, by name."""
    return _rows(reader, _KEPT)


def load_label_sheets(reader: Reader) -> list[LabelSheet]:
    """Return the shop's own label sheets, by name."""
    return [row.sheet for row in _rows(reader, _KEPT)]


def load_every_label_sheet(reader: Reader) -> list[LabelSheet]:
    """Return the shop's own label sheets, those that were removed too, as the log names them."""
    return [row.sheet for row in _rows(reader, _ALL)]


def load_shop_paper(reader: Reader, shop_id: int) -> ShopPaperRow:
    """Return what a shop wants on its papers; empty where it never said so."""
    row = reader.row(_PAPER, (shop_id,))
    return ShopPaperRow(shop_id) if row is None else _paper(row)


def load_slip_papers(reader: Reader) -> dict[int, SlipPaper]:
    """Return what papers show of the shops that said so, by the shop's id."""
    return {
        shop_id: SlipPaper(_png(logo), lines, foot)
        for shop_id, logo, lines, foot in reader.rows(_PAPERS)
    }


def _rows(reader: Reader, condition: str) -> list[LabelSheetRow]:
    return [
        LabelSheetRow(row_id, version, LabelSheet(own_code(row_id), *measures))
        for row_id, version, *measures in reader.rows(_SHEETS.format(condition))
    ]


def _png(logo: str) -> bytes:
    """Return a logo's bytes; one that was damaged is left out, which `check` tells of."""
    try:
        return b64decode(logo, validate=True)
    except (NoBase64Error, ValueError):
        return b""
