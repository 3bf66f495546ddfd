"""What a widget says to a person, and whether it is translated and wholly seen.

In the pseudo-language each translated text stands in brackets and is a third longer. What stands
outside of brackets must be data of the shop, or of a form that is written alike everywhere.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QWidget,
)

import shopdesk.tour
from shopdesk.ui.base.labels import ElidedLabel

ROWS_LOOKED_AT = 12

# Written alike in every language: what it is -> its pattern.
ALIKE = {
    "money": r"(?:US\$|CN¥|¥|\$)\s?[\d,.]+",
    "currency": r"\b[A-Z]{3}\b",
    "day": r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d+",
    "half of a day": r"\b[AP]M\b",
    "keys": r"\b(?:Ctrl\+\S+|Enter|Esc|F\d+)",
    "product": r"\b(?:ShopDesk|Python|Qt|PDF|UTF-8)\b",
    "time zone": r"\b[A-Z][A-Za-z]+(?:[/ ][A-Z][A-Za-z _-]+)+",
    "path": r"\S*/\S+",
    "file": r"\S*\.(?:csv|db|log|png)\b",
    "paper": r"\b(?:A5|mm)\b",
    "number of a case or parcel": r"\b(?:[RSC]-\d{4}-\d{4}|SF\d{13})\b",
    "language by its own name": r"\b(?:English|简体中文)",
}
_ALIKE = re.compile("|".join(ALIKE.values()))
_TRANSLATED = re.compile(r"「[^「」]*」")
PIECES = re.compile(r" · |: |\n|<br>")
_CUT_IN_IT = re.compile(r"「[^「」]*:(?=.*…$)|「")
"""The beginning of a translated text whose end is cut off with the data in it."""
_WAYBILL = re.compile(r" [A-Z]{0,3}[0-9][0-9A-Z]{7,}$")
_NUMBERS = re.compile(r"\{[^{}]*\}|[\d\s]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MNEMONIC = re.compile(r"&([&\w])")
_LETTER = re.compile(r"[^\W\d_]")


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget shows, or tells a screen reader; empty texts too."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield from (action.text() for action in widget.actions())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTableView():
            yield from _cells(widget)
        case _:
            yield widget.windowTitle()


def is_hard_coded(text: str, data: frozenset[str]) -> bool:
    """Tell whether words are left when translated ones, data and common forms are taken out."""
    rest = _MNEMONIC.sub(r"\1", text)
    while _TRANSLATED.search(rest):  # one text may stand in another's blank
        rest = _TRANSLATED.sub(" ", rest)
    return any(
        not _is_data(piece, data) and _LETTER.search(_ALIKE.sub(" ", piece)) is not None
        for piece in map(str.strip, PIECES.split(_CUT_IN_IT.sub(" ", rest)))
    )


def _is_data(piece: str, data: frozenset[str]) -> bool:
    """Tell whether a piece, or each part of a list of them, is data of the shop."""
    known = piece in data or set(piece.split(", ")) <= data
    return known or _WAYBILL.sub("", piece) in data or _skeleton(piece) in _typed()


@cache
def _typed() -> str:
    """Return all Chinese that the tour types or pastes."""
    sources = (path.read_text("utf-8") for path in Path(shopdesk.tour.__file__).parent.glob("*.py"))
    nodes = chain.from_iterable(ast.walk(ast.parse(source)) for source in sources)
    texts = (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return "\n".join(_skeleton(text) for text in texts if _HAN.search(text))


def _skeleton(text: str) -> str:
    """Return what of a text stays the same whatever number stands in it."""
    return _NUMBERS.sub("", text.removesuffix("…"))


def is_translated(text: str) -> bool:
    """Tell whether there are words in brackets; data alone does not grow with a translation."""
    return _TRANSLATED.search(text) is not None


def cut_text(widget: QWidget) -> str:
    """Return the text of a label or button that has not the room for all of it."""
    if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ElidedLabel):
        return ""
    if _is_icon_alone(widget):
        return ""
    shown = _MNEMONIC.sub(r"\1", widget.text())
    if isinstance(widget, QLabel) and widget.wordWrap():
        return shown if widget.height() + 1 < widget.heightForWidth(widget.width()) else ""
    widest = max(map(widget.fontMetrics().horizontalAdvance, shown.split("\n")), default=0)
    return shown if widest > widget.width() + 1 else ""


def _is_icon_alone(widget: QWidget) -> bool:
    """Tell whether a button's text is there for screen readers only, as in a line to type in."""
    if not isinstance(widget, QToolButton) or widget.icon().isNull():
        return False
    return widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(min(ROWS_LOOKED_AT, model.rowCount())):
            yield str(model.index(row, column).data() or "")
