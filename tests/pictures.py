"""Photos and other evidence made in memory, whole ones and ones that are not."""

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def picture(kind: str = "jpg", width: int = 60, height: int = 40, colour: str = "#2F6FED") -> bytes:
    """Return a picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind.encode()).write(image)
    return bytes(data.data())


def turned_photo() -> bytes:
    """Return a photo 60 wide and 40 high that a camera held upright, and where it was taken."""
    plain = picture("jpg", 60, 40)
    orientation = struct.pack("<HHII", 0x0112, 3, 1, 6)
    place = struct.pack("<HHI4s", 0x9286, 7, 4, b"GPS!")
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + orientation + place + struct.pack("<I", 0)
    exif = b"Exif\0\0" + tiff
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


def pdf(pages: int = 1, paper: str = "200 100") -> bytes:
    """Return empty pages, `paper` points wide and high."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 3 + pages))
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj",
        *(
            f"{n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {paper}]>>endobj"
            for n in range(3, 3 + pages)
        ),
    ]
    return "\n".join(["%PDF-1.4", *objects, "trailer<</Root 1 0 R>>", "%%EOF", ""]).encode()


def film(brand: bytes = b"isom", *, size: int = 1000) -> bytes:
    """Return the frame of a film: its kind, some pictures, and the index."""
    return b"".join(
        (_box(b"ftyp", brand + bytes(4)), _box(b"mdat", bytes(size)), _box(b"moov", bytes(20)))
    )


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, name) + content
