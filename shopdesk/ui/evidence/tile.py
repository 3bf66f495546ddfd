"""One piece of evidence in a strip: its picture or sign, what it shows, what is wrong with it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton

from shopdesk.i18n import _, current_language
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.rules.evidence import TROUBLES
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.icons import tinted_pixmap
from shopdesk.ui.theme import colour, current_theme

TILE_PX = 84
"""Three stand side by side in the narrowest detail."""

_CAPTION_PX = 20
_RADIUS_PX = 8
_ICON_PX = 28
_SMALL_PX = 11
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (*_REMOVING, *_OPENING)
ICONS = {"pdf": "file-text", "mp4": "video", "mov": "video"}


class TileButton(QAbstractButton):
    """A square with a caption under it; draws its ground, its sign and the ring of the focus."""

    def __init__(self, icon_name: str, caption: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.caption = caption
        self.tone = "muted"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(caption)

    def sizeHint(self) -> QSize:
        """Be as large as every tile."""
        return QSize(TILE_PX, TILE_PX + _CAPTION_PX)

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed."""
        return self.sizeHint()

    @property
    def square(self) -> QRect:
        """The room of the picture."""
        return QRect(0, 0, TILE_PX, TILE_PX)

    @property
    def sign_centre(self) -> QPoint:
        """Where the sign stands."""
        return self.square.center()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, content, caption and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_square(painter)
        self._paint_caption(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour(current_theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.square.adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)

    def paint_square(self, painter: QPainter) -> None:
        """Draw the ground and the sign in its middle."""
        theme = current_theme()
        over = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(colour(theme.line), 1))
        painter.setBrush(colour(theme.hover if over else theme.neutral_soft))
        painter.drawRoundedRect(self.square.adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        name = theme.late if self.tone == "late" else theme.muted
        sign = tinted_pixmap(self._icon_name, name, _ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(self.sign_centre - QPoint(_ICON_PX // 2, _ICON_PX // 2), sign)

    def _paint_caption(self, painter: QPainter) -> None:
        self.use_small_words(painter)
        room = QRect(2, TILE_PX + 2, TILE_PX - 4, _CAPTION_PX - 2)
        text = painter.fontMetrics().elidedText(
            self.caption, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def use_small_words(self, painter: QPainter) -> None:
        """Write in the size and colour of captions from now on."""
        font = self.font()
        font.setPixelSize(_SMALL_PX)
        painter.setFont(font)
        painter.setPen(current_theme().ink("late" if self.tone == "late" else "muted"))


class EvidenceTile(TileButton):
    """Enter or a click opens it, Delete removes it, the menu key shows what else can be done."""

    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)
    step_wanted = Signal(int)
    """The keyboard goes on by so many tiles."""

    def __init__(self, row: EvidenceRow) -> None:
        super().__init__(ICONS.get(row.kind, "image"), _caption(row))
        self.row = row
        self.tone = "late" if row.trouble else "muted"
        self._picture = QPixmap()
        said = _description(row)
        self.setAccessibleName(said.replace("\n", ", "))
        self.setToolTip(plain_tooltip(said).replace("\n", "<br>"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show what was read; a null one leaves the sign."""
        self._picture = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether its picture was read already."""
        return not self._picture.isNull()

    def paint_square(self, painter: QPainter) -> None:
        """Fill the square with the middle of the picture, or say what is wrong with it."""
        super().paint_square(painter)
        if self.row.trouble:
            self._paint_trouble(painter)
        elif not self._picture.isNull():
            self._paint_picture(painter)

    @property
    def sign_centre(self) -> QPoint:
        """Leave room under the sign for what is wrong."""
        middle = self.square.center()
        return middle - QPoint(0, _ICON_PX // 2) if self.row.trouble else middle

    def _paint_trouble(self, painter: QPainter) -> None:
        self.use_small_words(painter)
        below = self.square.adjusted(4, TILE_PX // 2, -4, -2)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(below, centred, trouble_text(self.row))

    def _paint_picture(self, painter: QPainter) -> None:
        inside = self.square.adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(inside, _RADIUS_PX, _RADIUS_PX)
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(inside, self._picture, _middle(self._picture))
        painter.setClipping(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, or go on to the tile beside."""
        key = event.key()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key))
        if key in _OPENING:
            self.click()
        elif key in _REMOVING:
            self.removal_wanted.emit()
        elif step is not None:
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu where the mouse is, or in the middle for the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.globalPos() if by_mouse else self.mapToGlobal(self.square.center())
        self.menu_wanted.emit(place)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from saving the form around it: it opens the picture."""
        is_ours = isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def _middle(picture: QPixmap) -> QRect:
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)


def _caption(row: EvidenceRow) -> str:
    return row.note or row.line_title or row.name


def _description(row: EvidenceRow) -> str:
    lines = (row.name, row.note, row.line_title, row.person, trouble_text(row))
    return "\n".join(line for line in lines if line)


def trouble_text(row: EvidenceRow) -> str:
    """Return what is wrong with a file since when, by this machine's calendar; empty if well."""
    if row.trouble not in TROUBLES or row.trouble_at is None:
        return ""
    from shopdesk.formats import Formats

    local = row.trouble_at.astimezone()
    assert local.tzinfo is not None  # noqa: S101 - it is this machine's
    formats = Formats(current_language(), local.tzinfo)
    return _(TROUBLES[row.trouble]).format(day=formats.day(local.date()))
