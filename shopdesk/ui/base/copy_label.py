"""A value that one click, or Space, puts on the clipboard.

CopyLabel(waybill, said=messages.toast)
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import Theme, colour, current_theme

_ICON_PX = 14
_ICON_ROOM_PX = 20
_RADIUS_PX = 4
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BY_WORDS = int(_TOP_LEFT | Qt.TextFlag.TextWordWrap)
_ANYWHERE = int(_TOP_LEFT | Qt.TextFlag.TextWrapAnywhere)


class CopyLabel(QAbstractButton):
    """Wraps like a label; `said` is told the sentence that something was copied.

    Where `shown` is given, it stands there in the value's place; the value itself is copied.
    """

    def __init__(self, value: str, said: Callable[[str], None], shown: str = "") -> None:
        super().__init__()
        self._value = value
        self._shown = shown or value
        self._said = said
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = _("Copy {value}").format(value=self._shown)
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.clicked.connect(self._copy)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._shown) + _ICON_ROOM_PX, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Wrap rather than push the others away."""
        return QSize(_ICON_ROOM_PX * 3, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped value."""
        room = _room(width)
        return self.fontMetrics().boundingRect(room, self._flags(width), self._shown).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the value, the icon where it is pointed at, and a ring where the keyboard is."""
        painter = QPainter(self)
        theme = current_theme()
        painter.setPen(theme.ink("text"))
        painter.drawText(_room(self.width()), self._flags(self.width()), self._shown)
        if self.underMouse() or self.hasFocus():
            self._paint_icon(painter, theme)
        if self.hasFocus():
            painter.setPen(colour(theme.accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS_PX, _RADIUS_PX)

    def _flags(self, width: int) -> int:
        """Break lines between words; within one only where it is longer than the line."""
        room = _room(width)
        needed = self.fontMetrics().boundingRect(room, _BY_WORDS, self._shown).width()
        return _BY_WORDS if needed <= room.width() else _ANYWHERE

    def _paint_icon(self, painter: QPainter, theme: Theme) -> None:
        pixmap = tinted_pixmap("copy", theme.accent_text, _ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - _ICON_PX - 2, 2, pixmap)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self._said(_("Copied: {value}").format(value=self._shown))


def _room(width: int) -> QRect:
    return QRect(0, 0, max(1, width - _ICON_ROOM_PX), 10_000)
