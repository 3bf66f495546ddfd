"""What a widget says to a person, and whether it is translated and wholly seen.

In the pseudo-language each translated text stands in brackets and is a third longer. What stands
outside of brackets must be data of the shop, or of a form that is written alike everywhere.
"""

import re
from collections.abc import Iterator

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
_PIECES = re.compile(r" · |: |\n|<br>")
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
        for piece in map(str.strip, _PIECES.split(rest))
    )


def _is_data(piece: str, data: frozenset[str]) -> bool:
    """Tell whether a piece, or each part of a list of them, is data of the shop."""
    return piece in data or set(piece.split(", ")) <= data


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
