"""Who is at the desk, at the foot of the rail: an initial, the name, and a menu of the others."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.fonts import sized
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import CONTROL_RADIUS_PX, TEXT_PX, colour, current_theme

_HEIGHT_PX = 40
_CIRCLE_PX = 24
_LEFT_PX = 8
_TEXT_X_PX = 40
_ICON_PX = 14
_SMALL_PX = 12
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class PersonAtDesk(QAbstractButton):
    """Space or a click opens the menu; the person chosen there sits down."""

    chosen = Signal(str)
    """Somebody of the menu."""
    new_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[str] = ()
        self.setFixedHeight(_HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open_menu)
        self.show_people((), "")

    def show_people(self, people: Sequence[str], now: str) -> None:
        """Show who sits here, and offer the others."""
        self._people = list(dict.fromkeys([*people, now] if now else people))
        self.setText(now)
        words = _("At the desk: {person}").format(person=now or _("nobody"))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.update()

    def menu(self) -> QMenu:
        """Return the people, and what else can be done here."""
        menu = QMenu(self)
        for name in self._people:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self.text())
            action.triggered.connect(lambda _on=False, one=name: self.chosen.emit(one))
        menu.addSeparator()
        menu.addAction(_("&New person…"), self.new_wanted.emit)
        menu.addAction(_("&Hand over all my work…"), self.hand_over_wanted.emit)
        return menu

    def sizeHint(self) -> QSize:
        """Fill the rail."""
        return QSize(_TEXT_X_PX * 4, _HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well; the arrows are the rail's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the initial in its circle, the name, and the menu's sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_initial(painter)
        theme = current_theme()
        room = QRect(_TEXT_X_PX, 0, self.width() - _TEXT_X_PX - 30, self.height())
        painter.setFont(sized(self.font(), TEXT_PX))
        painter.setPen(theme.ink("text"))
        shown = painter.fontMetrics().elidedText(
            self.text() or _("Nobody"), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _MIDDLE, shown)
        sign = tinted_pixmap(
            "chevron-up", theme.ink_name("muted"), _ICON_PX, self.devicePixelRatioF()
        )
        painter.drawPixmap(self.width() - _ICON_PX - 10, (self.height() - _ICON_PX) // 2, sign)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        if not (self.underMouse() or self.hasFocus()):
            return
        painter.setPen(colour(theme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.hover))
        ground = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ground, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)

    def _paint_initial(self, painter: QPainter) -> None:
        theme = current_theme()
        circle = QRect(_LEFT_PX, (self.height() - _CIRCLE_PX) // 2, _CIRCLE_PX, _CIRCLE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft("accent"))
        painter.drawEllipse(circle)
        painter.setFont(sized(self.font(), _SMALL_PX, bold=True))
        painter.setPen(theme.ink("accent"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), initial(self.text()))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def initial(name: str) -> str:
    """Return the letter that stands for a name: the first that is one, as a capital."""
    return next((letter.upper() for letter in name if letter.isalnum()), "?")
