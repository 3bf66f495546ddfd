"""Shows a PDF from memory, page under page, as wide as there is room.

view = PdfView(_("Return slip"))
view.show_pdf(content)                         # bytes; QtPdf is loaded only now
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.theme import colour, current_theme

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_GAP_PX = 12
_MAX_PAGE_PX = 900
_POINTS_PER_INCH = 72
_SCREEN_DPI = 96
_SETTLE_MS = 60


class PdfView(QScrollArea):
    """Pages are drawn when they come into view, and again when the width has settled."""

    def __init__(self, name: str, max_zoom: float = 2.0) -> None:
        super().__init__()
        self._max_zoom = max_zoom
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._pages: list[PdfPage] = []
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._layout = QVBoxLayout(self._holder)
        self._layout.setContentsMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX)
        self._layout.setSpacing(_GAP_PX)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._holder)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._fit)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def show_pdf(self, content: bytes) -> None:
        """Show another document; the view goes to its first page."""
        from PySide6.QtPdf import QPdfDocument

        self._clear()
        document = QPdfDocument(self)
        buffer = QBuffer(self)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self._document, self._buffer = document, buffer
        for number in range(document.pageCount()):
            page = PdfPage(document, number)
            self._pages.append(page)
            self._layout.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width once it has settled."""
        super().resizeEvent(event)
        self._settled.start()

    def _clear(self) -> None:
        for page in self._pages:
            self._layout.removeWidget(page)
            page.deleteLater()
        self._pages = []
        for old in (self._document, self._buffer):
            if old is not None:
                old.deleteLater()

    def _fit(self) -> None:
        room = min(_MAX_PAGE_PX, self.viewport().width() - 2 * _GAP_PX)
        for page in self._pages:
            page.fit(room, self._max_zoom)


class PdfPage(QWidget):
    """One sheet: white paper with a thin line around it, in both themes."""

    def __init__(self, document: "QPdfDocument", number: int) -> None:
        super().__init__()
        self._document = document
        self._number = number
        self._pixmap = QPixmap()
        self.setAccessibleName(
            _("Page {n} of {total}").format(n=number + 1, total=document.pageCount())
        )

    def fit(self, room_px: int, max_zoom: float) -> None:
        """Become as wide as the room allows, but no more than `max_zoom` of paper size."""
        points = self._document.pagePointSize(self._number)
        natural = points.width() * _SCREEN_DPI / _POINTS_PER_INCH
        width = max(40, round(min(room_px, natural * max_zoom)))
        size = QSize(width, round(width * points.height() / max(1.0, points.width())))
        if size != self.size():
            self._pixmap = QPixmap()
            self.setFixedSize(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet; it is rendered when it is first seen at this size."""
        if self._pixmap.isNull():
            self._pixmap = self._rendered()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.setPen(colour(current_theme().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _rendered(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(pixmap)
        painter.drawImage(0, 0, self._document.render(self._number, pixmap.size()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
