"""Pages of a PDF as pictures, each drawn once, at the printer's own dots."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from shopdesk.printing.bitmaps import Bitmap

_POINTS_PER_INCH = 72
_INVERTED = bytes(255 - byte for byte in range(256))


class PdfPages:
    """A PDF of which one page at a time is drawn; to be used in the thread that made it."""

    def __init__(self, content: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)

    def __len__(self) -> int:
        return self._document.pageCount()

    def picture(self, number: int, dpi: int) -> QImage:
        """Return a page, counted from 0, in colour on white paper."""
        points = self._document.pagePointSize(number)
        size = QSize(
            round(points.width() * dpi / _POINTS_PER_INCH),
            round(points.height() * dpi / _POINTS_PER_INCH),
        )
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, self._document.render(number, size))
        painter.end()
        return image

    def dots(self, number: int, dpi: int) -> QImage:
        """Return a page in black and white: every grey is decided here, none is dithered."""
        flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
        return self.picture(number, dpi).convertToFormat(QImage.Format.Format_Mono, flags)


def bitmap(image: QImage) -> Bitmap:
    """Return the dots of a picture in black and white, without what pads its rows."""
    stride, used = image.bytesPerLine(), (image.width() + 7) // 8
    bits = bytes(image.constBits()).translate(_INVERTED if _zero_is_white(image) else None)
    rows = b"".join(bits[row * stride : row * stride + used] for row in range(image.height()))
    return Bitmap(image.width(), image.height(), rows)


def _zero_is_white(image: QImage) -> bool:
    return QColor(image.color(0)) == QColor(Qt.GlobalColor.white)
