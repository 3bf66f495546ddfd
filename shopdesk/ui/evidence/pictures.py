"""Reading pictures of any origin, off the window's thread, and writing them without their secrets.

Only the reader of the kept kind is ever asked, so that a file never chooses another.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from shopdesk.rules.evidence import MAX_PIXELS, MEGABYTE, ending_of

_QUALITY = 92
_MOST_MB = MAX_PIXELS * 8 // MEGABYTE + 1
"""Room for the largest picture that is taken, of 16 bits a colour; Qt's own bound is lower."""


def read_picture(path: Path, within_px: int = 0) -> QImage | None:
    """Return a kept picture upright, no larger than asked; None if it is broken or gone."""
    if not path.is_file():
        return None
    QImageReader.setAllocationLimit(_MOST_MB)
    reader = QImageReader(str(path), ending_of(path.name).encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if within_px and max(size.width(), size.height()) > within_px:
        room = QSize(within_px, within_px)
        fitting = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    found = reader.read()
    return None if found.isNull() else found


def picture_bytes(image: QImage, kind: str = "png") -> bytes:
    """Return a picture as a file of its pixels alone: no place, camera, date or other words."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    if kind != "png":  # there, quality means how long to search for a smaller file
        writer.setQuality(_QUALITY)
    writer.write(_bare(image))
    return bytes(data.data())


def _bare(image: QImage) -> QImage:
    """Return the same pixels in a picture that carries nothing else but their colours' meaning."""
    has_alpha = image.hasAlphaChannel()
    form = QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32
    bare = QImage(image.size(), form)
    bare.setColorSpace(image.colorSpace())
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare
