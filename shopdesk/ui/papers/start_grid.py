"""A sheet of labels on which one shows where the first free label is.

grid = StartGrid()
grid.show_sheet(sheet, start=3); grid.show_used(34)
grid.moved.connect(...)                        # the first free label, counted from 1
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.label_sheets import BASES, LabelSheet
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.theme import colour, current_theme

_HEIGHT_PX = 132
_INSET_PX = 1.0


class SheetPicture(QWidget):
    """The sheet to scale: used labels grey, those that will be printed in colour."""

    moved = Signal(int)

    def __init__(self, sheet: LabelSheet, start: int) -> None:
        super().__init__()
        self.sheet = sheet
        self.start = min(start, sheet.count)
        self._used = 0
        width, height = BASES[sheet.base]
        self._scale = _HEIGHT_PX / height
        self.setFixedSize(QSize(round(width * self._scale), _HEIGHT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("First free label"))

    def show_used(self, used: int) -> None:
        """Colour so many labels, as far as they are on the first sheet."""
        self._used = used
        self.update()

    def move_to(self, start: int) -> None:
        """Take another label for the first free one."""
        start = min(max(1, start), self.sheet.count)
        if start != self.start:
            self.start = start
            self.update()
            self.moved.emit(start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the labels by the arrows, to both ends by Home and End."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.sheet.columns,
            Qt.Key.Key_Down: self.sheet.columns,
            Qt.Key.Key_Home: 1 - self.start,
            Qt.Key.Key_End: self.sheet.count - self.start,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 1 <= self.start + step <= self.sheet.count:
            self.move_to(self.start + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the label that was clicked."""
        for number, place in enumerate(self._places(), start=1):
            if place.contains(event.position()):
                self.move_to(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sheet and labels, and the number of the first free one."""
        theme, painter = current_theme(), QPainter(self)
        painter.setPen(colour(theme.accent if self.hasFocus() else theme.outline))
        painter.setBrush(colour(theme.surface))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for number, place in enumerate(self._places(), start=1):
            is_taken = self.start <= number < self.start + self._used
            painter.setPen(colour(theme.accent if is_taken else theme.line))
            painter.setBrush(colour(self._ground(number, is_taken=is_taken)))
            painter.drawRect(place)
            if number == self.start:
                painter.setPen(theme.ink("accent"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _ground(self, number: int, *, is_taken: bool) -> str:
        theme = current_theme()
        if number < self.start:
            return theme.neutral_soft
        return theme.accent_soft if is_taken else theme.surface

    def _places(self) -> list[QRectF]:
        sheet, scale = self.sheet, self._scale
        size = (sheet.width * scale - 2 * _INSET_PX, sheet.height * scale - 2 * _INSET_PX)
        return [
            QRectF(left * scale + _INSET_PX, top * scale + _INSET_PX, *size)
            for left, top in sheet.corners()
        ]


class StartGrid(QWidget):
    """The picture with its words beside it; takes no room where the paper has no labels."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.picture: SheetPicture | None = None
        self._words = wrapped_label("", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_sheet(self, sheet: LabelSheet | None, start: int) -> None:
        """Show a sheet of labels, or nothing where the paper is none."""
        if self.picture is not None and self.picture.sheet == sheet:
            self.picture.move_to(start)  # it keeps the keyboard
            return
        if self.picture is not None:
            self._row.removeWidget(self.picture)
            self.picture.deleteLater()
            self.picture = None
        if sheet is not None:
            self.picture = SheetPicture(sheet, start)
            self.picture.moved.connect(self._move)
            self._row.insertWidget(0, self.picture, 0, Qt.AlignmentFlag.AlignTop)
            self._say()
        self.setVisible(sheet is not None)

    def show_used(self, used: int) -> None:
        """Colour what will be printed on."""
        if self.picture is not None:
            self.picture.show_used(used)

    def _move(self, start: int) -> None:
        self._say()
        self.moved.emit(start)

    def _say(self) -> None:
        if self.picture is not None:
            sentence = _("Label {n} is the first free one. Click another, or use the arrows.")
            self._words.setText(sentence.format(n=self.picture.start))
            self.picture.setAccessibleDescription(self._words.text())
