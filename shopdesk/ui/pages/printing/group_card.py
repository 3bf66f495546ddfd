"""One document that waits to be printed: how many, on which paper, on which printer."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from shopdesk.i18n import _
from shopdesk.rules.documents import Document
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.fonts import sized
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.pages.printing.places import Place
from shopdesk.ui.theme import TEXT_PX, Tone, colour, current_theme

_HEIGHT_PX = 84
_PADDING_PX = 14
_ICON_PX = 17
_TEXT_X_PX = 42
_COUNT_PX = 48
_RADIUS_PX = 10
_SMALL_PX = 12
_LINE_PX = 17
_NAME_ROW, _PAPER_ROW, _PRINTER_ROW = (12, 20), (34, 18), (54, 18)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class GroupCard(QAbstractButton):
    """Checked while its rows are shown; what is wrong with its printer stands on it in words."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.place = Place()
        self._count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_group(self, place: Place, ticked: int, waiting: int) -> None:
        """Show where it goes, and how many of those that wait are to be printed."""
        self.place = place
        self._count = str(waiting) if ticked == waiting else f"{ticked}/{waiting}"
        said = f"{_(self.document.name)}: {self._count}. {place.paper}. {place.sentence}"
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width that the column gives; what is wrong gets the lines that it needs."""
        return QSize(120, _HEIGHT_PX + (self._lines - 1) * _LINE_PX)

    @property
    def _lines(self) -> int:
        """How many lines the printer takes, up to four."""
        if not self.place.has_trouble:
            return 1
        room = QRect(0, 0, max(120, self.width()) - _TEXT_X_PX - _PADDING_PX, 999)
        metrics = QFontMetrics(sized(self.font(), _SMALL_PX))
        taken = metrics.boundingRect(room, _WRAPPED, self.place.sentence).height()
        return min(4, max(2, -(-taken // max(1, metrics.lineSpacing()))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its words, cut where they do not fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = current_theme().ink_name("muted")
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(_PADDING_PX, 14, tinted_pixmap(self.document.icon, ink, _ICON_PX, ratio))
        self._write(painter, _(self.document.name), _NAME_ROW, "text", bold=True)
        self._write(painter, self.place.paper, _PAPER_ROW, "muted")
        self._write_printer(painter)
        self._write_count(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        ground = theme.hover if self.underMouse() else theme.surface
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(colour(theme.accent if marked else theme.line))
        painter.setBrush(colour(theme.accent_soft if self.isChecked() else ground))
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, _RADIUS_PX, _RADIUS_PX)

    def _write(
        self,
        painter: QPainter,
        text: str,
        row: tuple[int, int],
        tone: Tone,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(sized(self.font(), TEXT_PX if bold else _SMALL_PX, bold=bold))
        painter.setPen(current_theme().ink(tone))
        taken = _TEXT_X_PX + _PADDING_PX + (_COUNT_PX if bold else 0)
        room = QRect(_TEXT_X_PX, row[0], self.width() - taken, row[1])
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _write_printer(self, painter: QPainter) -> None:
        if not self.place.has_trouble:
            self._write(painter, self.place.sentence, _PRINTER_ROW, self.place.tone)
            return
        painter.setFont(sized(self.font(), _SMALL_PX))
        painter.setPen(current_theme().ink(self.place.tone))
        width = self.width() - _TEXT_X_PX - _PADDING_PX
        room = QRect(_TEXT_X_PX, _PRINTER_ROW[0], width, self._lines * _LINE_PX)
        painter.drawText(room, _WRAPPED, self.place.sentence)

    def _write_count(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), TEXT_PX, bold=True))
        painter.setPen(current_theme().ink("text"))
        top, height = _NAME_ROW
        painter.drawText(QRect(0, top, self.width() - _PADDING_PX, height), _RIGHT, self._count)
