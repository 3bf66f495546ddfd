"""The tiles over the list: a figure, what it counts, a small line; each lists what it counts."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from shopdesk.i18n import _
from shopdesk.rules.today.tiles import Tile
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.fonts import sized
from shopdesk.ui.pages.today.wording import TileWords
from shopdesk.ui.theme import TEXT_PX, Tone, colour, current_theme

_HEIGHT_PX = 88
_PADDING_PX = 12
_RADIUS_PX = 10
_GAP_PX = 10
_LEAST_WIDTH_PX = 92
_FIGURE_PX, _SMALL_PX = 24, 11
_TITLE_ROW = (10, 20)
_FIGURE_ROW = (30, 32)
_LINE_ROW = (62, 18)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PLAIN, _WIDE = 10, 13
_WITH_LONG_LINES = ("late", "refund")
_TONES: Mapping[str, Tone] = {"late": "late", "wait": "wait", "text": "text"}


class TileButton(QAbstractButton):
    """One tile; it is checked while it narrows the list down."""

    def __init__(self, tile: Tile, nth: int) -> None:
        super().__init__()
        self._tone = _TONES[tile.tone]
        self._title = _(tile.title)
        self._nth = nth
        self._words = TileWords(0, "")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_words(self._words)

    @property
    def words(self) -> TileWords:
        """What it shows."""
        return self._words

    def show_words(self, words: TileWords) -> None:
        """Show another figure."""
        self._words = words
        self.setAccessibleName(f"{self._title}: {words.count}. {words.line}")
        keys = _("Key {n}").format(n=self._nth)
        self.setToolTip(plain_tooltip(f"{self._title}: {words.count}, {words.line} ({keys})"))
        self.update()

    def sizeHint(self) -> QSize:
        """Share the width evenly."""
        return QSize(_LEAST_WIDTH_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Cut words rather than grow."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the figure in its tone, and the words, cut where they do not fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tone: Tone = self._tone if self._words.count else "muted"
        self._write(painter, self._title, _TITLE_ROW, TEXT_PX, "muted")
        self._write(painter, str(self._words.count), _FIGURE_ROW, _FIGURE_PX, tone)
        self._write(painter, self._words.line, _LINE_ROW, _SMALL_PX, "muted")

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        ground = theme.accent_soft if self.isChecked() else theme.surface
        if self.underMouse() and not self.isChecked():
            ground = theme.hover
        marked = self.hasFocus() or self.isChecked()
        painter.setPen(colour(theme.accent if marked else theme.line))
        painter.setBrush(colour(ground))
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, _RADIUS_PX, _RADIUS_PX)

    def _write(
        self, painter: QPainter, text: str, row: tuple[int, int], size_px: int, tone: Tone
    ) -> None:
        painter.setFont(sized(self.font(), size_px, bold=size_px == _FIGURE_PX))
        painter.setPen(current_theme().ink(tone))
        room = QRect(_PADDING_PX, row[0], self.width() - 2 * _PADDING_PX, row[1])
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)


class TileRow(QWidget):
    """The tiles side by side; the figure keys press them."""

    pressed = Signal(str)

    def __init__(self, tiles: Iterable[Tile], keys_of: QWidget) -> None:
        super().__init__()
        self.buttons: dict[str, TileButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for nth, tile in enumerate(tiles, start=1):
            button = TileButton(tile, nth)
            button.clicked.connect(lambda _on=False, code=tile.code: self.pressed.emit(code))
            key = QShortcut(QKeySequence(str(nth)), keys_of, button.click)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.buttons[tile.code] = button
            row.addWidget(button, _WIDE if tile.code in _WITH_LONG_LINES else _PLAIN)

    def show_words(self, words: Mapping[str, TileWords]) -> None:
        """Show the figures."""
        for code, found in words.items():
            self.buttons[code].show_words(found)

    def mark(self, code: str) -> None:
        """Mark the one tile by which the list is narrowed down; none with an empty code."""
        for key, button in self.buttons.items():
            button.setChecked(key == code)
