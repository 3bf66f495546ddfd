"""Shows a PDF from memory, page under page, as wide as there is room, or each page whole.

A stranger's PDF is shown within bounds: no more than so many pages, each of so many pixels.

view = PdfView(_("Return slip"))
view.show_pdf(content)                         # bytes; QtPdf is loaded only now
view.show_pdf(sheets, whole=True, at=0.5)      # beginning with the middle of the first page
"""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.theme import colour, current_theme

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_GAP_PX = 12
_MAX_PAGE_PX = 900
_POINTS_PER_INCH = 72
_SCREEN_DPI = 96
_SETTLE_MS = 60
_LEAST_WIDTH_PX = 40
_LEAST_WHOLE_PX = 300
"""What is shown whole is no narrower: it could not be read."""
_MOST_HEIGHT_PX = 16_000
_MOST_PIXELS = 20_000_000
_MOST_PAGES = 200
_PAGES_KEPT = 8
"""Drawn pages that are remembered; the others are drawn again when they come into view."""


class PdfView(QScrollArea):
    """Pages are drawn when they come into view, and again when the width has settled."""

    def __init__(self, name: str, max_zoom: float = 2.0) -> None:
        super().__init__()
        self._max_zoom = max_zoom
        self._is_whole, self._at = False, 0.0
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._pages: list[PdfPage] = []
        self._drawn: deque[PdfPage] = deque()
        self._words = wrapped_label("", "muted")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._layout = QVBoxLayout(self._holder)
        self._layout.setContentsMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX)
        self._layout.setSpacing(_GAP_PX)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._words)
        self._words.hide()
        self.setWidget(self._holder)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._fit)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    @property
    def words(self) -> str:
        """What is said where a document is not shown, or not all of it."""
        return self._words.text()

    def show_pdf(self, content: bytes, *, whole: bool = False, at: float = 0.0) -> None:
        """Show another document from its first page; one that is broken is told of instead.

        `whole` shows all of each page at once, as long as it can be read so.
        `at` is what of the first page is brought into view, from 0, its top, to 1, its foot.
        """
        from PySide6.QtPdf import QPdfDocument

        self._clear()
        document = QPdfDocument(self)
        buffer = QBuffer(self)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self._document, self._buffer = document, buffer
        for number in range(min(document.pageCount(), _MOST_PAGES)):
            self._add(PdfPage(document, number))
        self._say(_what_is_not_shown(document.pageCount()))
        self._is_whole, self._at = whole, at
        self._fit()
        self._go_to_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width once it has settled."""
        super().resizeEvent(event)
        self._settled.start()

    def _add(self, page: "PdfPage") -> None:
        page.drawn.connect(lambda: self._remember(page))
        self._pages.append(page)
        self._layout.insertWidget(self._layout.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        page.show()  # at once, so that its height counts

    def _remember(self, page: "PdfPage") -> None:
        """Let the page go that was drawn longest ago: each takes megabytes."""
        self._drawn.append(page)
        if len(self._drawn) > _PAGES_KEPT:
            self._drawn.popleft().forget()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def _clear(self) -> None:
        self._drawn.clear()
        for page in self._pages:
            self._layout.removeWidget(page)
            page.deleteLater()
        self._pages = []
        for old in (self._document, self._buffer):
            if old is not None:
                old.deleteLater()

    def _fit(self) -> None:
        room = min(_MAX_PAGE_PX, self.viewport().width() - 2 * _GAP_PX)
        height = self.viewport().height() - 2 * _GAP_PX
        for page in self._pages:
            whole = round(height / page.slope) if self._is_whole else room
            page.fit(min(room, max(whole, _LEAST_WHOLE_PX)), self._max_zoom)

    def _go_to_place(self) -> None:
        """Bring a place of the first page into view; its top wherever all of it is."""
        self._layout.activate()
        self._holder.resize(self._holder.width(), self._holder.sizeHint().height())
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._holder.height() - seen))
        below = self._pages[0].height() - seen + 2 * _GAP_PX if self._pages else 0
        bar.setValue(round(max(0, below) * self._at))


def _what_is_not_shown(pages: int) -> str:
    if not pages:
        return _("This PDF cannot be shown. It may be broken; ask for it again.")
    more = pages - _MOST_PAGES
    if more <= 0:
        return ""
    return ngettext(
        "{n} more page is not shown here. Save a copy to read it.",
        "{n} more pages are not shown here. Save a copy to read them.",
        more,
    ).format(n=more)


class PdfPage(QWidget):
    """One sheet: white paper with a thin line around it, in both themes."""

    drawn = Signal()
    """Its picture was made, which takes memory until it is forgotten."""

    def __init__(self, document: "QPdfDocument", number: int) -> None:
        super().__init__()
        self._document = document
        self._number = number
        self._pixmap = QPixmap()
        self._is_absurd = False
        self.setAccessibleName(
            _("Page {n} of {total}").format(n=number + 1, total=document.pageCount())
        )

    @property
    def slope(self) -> float:
        """How many times higher than wide it is."""
        points = self._document.pagePointSize(self._number)
        return points.height() / max(1.0, points.width())

    def fit(self, room_px: int, max_zoom: float) -> None:
        """Become as wide as the room allows, but no more than `max_zoom` of paper size."""
        points = self._document.pagePointSize(self._number)
        natural = points.width() * _SCREEN_DPI / _POINTS_PER_INCH
        width = max(_LEAST_WIDTH_PX, round(min(room_px, natural * max_zoom)))
        slope = self.slope
        # So written, a size that is no number is absurd, too.
        self._is_absurd = not slope * _LEAST_WIDTH_PX <= _MOST_HEIGHT_PX
        if self._is_absurd:
            size = QSize(max(_LEAST_WIDTH_PX, room_px), _LEAST_WIDTH_PX)
        else:
            width = min(width, int(_MOST_HEIGHT_PX / max(slope, 1.0)))
            size = QSize(width, max(1, round(width * slope)))
        if size != self.size():
            self._pixmap = QPixmap()
            self.setFixedSize(size)

    def forget(self) -> None:
        """Give the picture's memory back until the sheet is seen again."""
        self._pixmap = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet; it is rendered when it is first seen at this size."""
        painter = QPainter(self)
        if self._is_absurd:
            painter.setPen(colour(current_theme().muted_text))
            words = _("This page has an absurd size and is not shown.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        else:
            painter.drawPixmap(self.rect(), self._picture())
        painter.setPen(colour(current_theme().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _picture(self) -> QPixmap:
        if self._pixmap.isNull():
            self._pixmap = self._rendered()
            self.drawn.emit()
        return self._pixmap

    def _rendered(self) -> QPixmap:
        area = self.width() * self.height()
        ratio = min(self.devicePixelRatioF(), (_MOST_PIXELS / area) ** 0.5)
        pixmap = QPixmap(self.size() * ratio)
        pixmap.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(pixmap)
        painter.drawImage(0, 0, self._document.render(self._number, pixmap.size()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
