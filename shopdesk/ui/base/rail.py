"""The rail at the left of the window: the shop, the pages with their counts, the last backup.

rail = Rail([("returns", N_("Returns"), "rotate-ccw", False, False), ...])
rail.wanted.connect(window.go)
rail.set_count("returns", 31, late=False)
rail.person.show_people(["小李", "王敏"], "小李")
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

from shopdesk.i18n import _, ngettext
from shopdesk.ui.base.labels import ElidedLabel, plain_label
from shopdesk.ui.base.person_at_desk import PersonAtDesk
from shopdesk.ui.fonts import sized
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import CONTROL_RADIUS_PX, TEXT_PX, Tone, colour, current_theme

WIDTH_PX = 204
_ENTRY_HEIGHT_PX = 34
_ICON_PX = 17
_ICON_X_PX = 12
_TEXT_X_PX = 40

RailPlace = tuple[str, str, str, bool, bool]
"""Key, title marked for translation, icon, at the foot, with a gap above."""


class Rail(QFrame):
    """Leads to the pages, by mouse, Tab and Space, or the arrows."""

    wanted = Signal(str)

    def __init__(self, places: Sequence[RailPlace]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(WIDTH_PX)
        self.setAccessibleName(_("Pages"))
        self._entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        self._shops = ElidedLabel("", "muted")
        self._backup = plain_label("", "small", wrap=True)
        self.person = PersonAtDesk()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 16, 13, 12)
        self._layout.setSpacing(2)
        self._add_head()
        for place in places:
            if not place[3]:
                self._add(place)
        self._gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._layout.addItem(self._gap)
        for place in places:
            if place[3]:
                self._add(place)
        self._layout.addWidget(self.person)
        self._layout.addWidget(_indented(self._backup))

    @property
    def current(self) -> str:
        """The key of the chosen page; empty before the first."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def gap(self) -> QRect:
        """Return where nothing stands: between the pages and what is at the foot."""
        return self._gap.geometry()

    def choose(self, key: str) -> None:
        """Mark a page as the one that is shown."""
        self._entries[key].setChecked(True)

    def set_count(self, key: str, count: int, *, late: bool = False) -> None:
        """Show how much open work a page holds; red only for what is late."""
        self._entries[key].set_count(count, late=late)

    def set_shop(self, name: str, shops: int) -> None:
        """Show whose desk this is."""
        counted = ngettext("{n} shop", "{n} shops", shops).format(n=shops)
        self._shops.setText(f"{name} · {counted}" if name else counted)

    def set_backup_line(self, sentence: str) -> None:
        """Show how old the newest backup is."""
        self._backup.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page above or below with an arrow."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self.current:
            super().keyPressEvent(event)
            return
        keys = list(self._entries)
        entry = self._entries[keys[(keys.index(self.current) + step) % len(keys)]]
        entry.setFocus()
        entry.click()

    def _add_head(self) -> None:
        self._layout.addWidget(_indented(plain_label("ShopDesk", "heading")))
        self._layout.addWidget(_indented(self._shops))
        self._layout.addSpacing(14)

    def _add(self, place: RailPlace) -> None:
        key, title, icon_name, _foot, gap_above = place
        entry = RailEntry(_(title), icon_name)
        entry.clicked.connect(lambda _checked=False: self.wanted.emit(key))
        self._group.addButton(entry)
        self._entries[key] = entry
        if gap_above:
            self._layout.addSpacing(16)
        self._layout.addWidget(entry)


class RailEntry(QAbstractButton):
    """One page: icon, title, and the count of its open work."""

    def __init__(self, title: str, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._count = ""
        self._late = False
        self.setText(title)
        self.setCheckable(True)
        self.setFixedHeight(_ENTRY_HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)

    def set_count(self, count: int, *, late: bool) -> None:
        """Show a count; none is shown of nothing."""
        self._count = str(count) if count else ""
        self._late = late
        self.setAccessibleName(f"{self.text()}, {self._count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """Fill the rail."""
        return QSize(WIDTH_PX, _ENTRY_HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the rail."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, title and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tone: Tone = "accent" if self.isChecked() else "muted"
        theme = current_theme()
        ratio = self.devicePixelRatioF()
        pixmap = tinted_pixmap(self._icon_name, theme.ink_name(tone), _ICON_PX, ratio)
        painter.drawPixmap(_ICON_X_PX, (self.height() - _ICON_PX) // 2, pixmap)
        painter.setFont(sized(self.font(), TEXT_PX, bold=self.isChecked()))
        painter.setPen(theme.ink("accent" if self.isChecked() else "text"))
        room = QRect(_TEXT_X_PX, 0, self.width() - _TEXT_X_PX - 10, self.height())
        painter.drawText(room, _LEFT, self._elided(painter, room.width()))
        painter.setFont(sized(self.font(), TEXT_PX, bold=True))
        painter.setPen(theme.ink("late" if self._late else "muted"))
        painter.drawText(room, _RIGHT, self._count)

    def _elided(self, painter: QPainter, width: int) -> str:
        metrics = painter.fontMetrics()
        taken = metrics.horizontalAdvance(self._count) + 8 if self._count else 0
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width - taken)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        ground = theme.accent_soft if self.isChecked() else theme.hover
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(colour(theme.accent))
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setBrush(colour(ground))
            rect = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(rect, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _indented(label: QLabel) -> QLabel:
    label.setContentsMargins(8, 0, 0, 0)
    return label
