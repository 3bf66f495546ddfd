"""A logo as it prints: in greys on an office printer, in black dots on a label printer.

picture = LogoPicture(N_("On a label printer"), is_dots=True)
picture.show_logo(png)                         # empty for none
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.theme import CONTROL_RADIUS_PX, colour, current_theme

_DOTS = QSize(216, 76)
"""The room of a logo on a slip 100 mm wide, in dots of 203 to the inch."""

_PADDING_PX = 8


class LogoPicture(QWidget):
    """White as paper is in both themes; what is shown is also told by the words under it."""

    def __init__(self, words: str, *, is_dots: bool) -> None:
        super().__init__()
        self._sheet = _Sheet(is_dots=is_dots)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._sheet)
        layout.addWidget(plain_label(_(words), "small", wrap=True))

    def show_logo(self, png: bytes) -> None:
        """Show a logo, or white paper."""
        self._sheet.image = as_printed(png, is_dots=self._sheet.is_dots)
        self._sheet.update()


def as_printed(png: bytes, *, is_dots: bool) -> QImage:
    """Return a logo as large as it gets on a slip; with `is_dots`, in black and white alone."""
    image = QImage.fromData(png)
    if image.isNull():
        return image
    small = image.scaled(
        _DOTS, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    if not is_dots:
        return small
    return small.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


class _Sheet(QWidget):
    """The paper itself."""

    def __init__(self, *, is_dots: bool) -> None:
        super().__init__()
        self.is_dots = is_dots
        self.image = QImage()
        self.setFixedHeight(_DOTS.height() + 2 * _PADDING_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the logo in the middle, no larger than it is printed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(colour(current_theme().outline))
        painter.setBrush(Qt.GlobalColor.white)
        paper = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(paper, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)
        if not self.image.isNull():
            room = paper.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX, -_PADDING_PX)
            painter.drawImage(_centred(self.image.size(), room), self.image)


def _centred(size: QSize, room: QRect) -> QRect:
    fitting = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    placed = QRect(room.topLeft(), fitting.boundedTo(size))
    placed.moveCenter(room.center())
    return placed
