"""An icon that stands before a line and does nothing; the words beside it say the same.

row.addWidget(Sign("printer"))
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import current_theme

_SIZE_PX = 18


class Sign(QWidget):
    """Tinted whenever it is painted, so that it follows the theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(_SIZE_PX, _SIZE_PX))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colour of muted text."""
        ink = current_theme().ink_name("muted")
        ratio = self.devicePixelRatioF()
        QPainter(self).drawPixmap(0, 0, tinted_pixmap(self._name, ink, _SIZE_PX, ratio))
