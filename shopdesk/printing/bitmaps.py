"""A PDF whose every page is one picture of black and white dots, for printers of labels.

    with file.open("wb") as stream:
        pdf = BitmapPdf(stream, dpi=203)
        pdf.add(Bitmap(width, height, rows))    # a page; only one is in memory at a time
        pdf.finish()

A page is exactly as large as its dots, and the picture fills it: whoever draws it at the same
dots per inch has nothing to scale, so that bars stay as wide as they were made.
"""

import zlib
from dataclasses import dataclass
from typing import BinaryIO

_HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_CATALOGUE, _TREE, _FIRST = 1, 2, 3
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Dots from the top left on; eight in a byte, each row in whole bytes, 1 is white."""

    width: int
    height: int
    rows: bytes


class BitmapPdf:
    """Writes page after page to a stream."""

    def __init__(self, stream: BinaryIO, dpi: int) -> None:
        self._stream = stream
        self._dpi = dpi
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        stream.write(_HEADER)

    def add(self, bitmap: Bitmap) -> None:
        """Write one page."""
        page = _FIRST + 3 * len(self._pages)
        self._pages.append(page)
        width = bitmap.width * _POINTS_PER_INCH / self._dpi
        height = bitmap.height * _POINTS_PER_INCH / self._dpi
        self._write(
            page,
            f"<</Type/Page/Parent {_TREE} 0 R/MediaBox[0 0 {width:.6f} {height:.6f}]"
            f"/Resources<</XObject<</Dots {page + 1} 0 R>>>>/Contents {page + 2} 0 R>>",
        )
        picture = (
            f"/Type/XObject/Subtype/Image/Width {bitmap.width}/Height {bitmap.height}"
            "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode"
        )
        self._write_stream(page + 1, picture, zlib.compress(bitmap.rows))
        drawn = f"q {width:.6f} 0 0 {height:.6f} 0 0 cm /Dots Do Q"
        self._write_stream(page + 2, "", drawn.encode())

    def finish(self) -> None:
        """Write what ties the pages together; the stream stays open."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._write(_CATALOGUE, f"<</Type/Catalog/Pages {_TREE} 0 R>>")
        self._write(_TREE, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        start = self._stream.tell()
        places = "".join(f"{self._places[number]:010d} 00000 n \n" for number in self._numbers)
        count = len(self._places) + 1
        self._stream.write(
            f"xref\n0 {count}\n0000000000 65535 f \n{places}"
            f"trailer<</Size {count}/Root {_CATALOGUE} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
        )

    @property
    def _numbers(self) -> list[int]:
        return sorted(self._places)

    def _write(self, number: int, body: str) -> None:
        self._places[number] = self._stream.tell()
        self._stream.write(f"{number} 0 obj\n{body}\nendobj\n".encode())

    def _write_stream(self, number: int, described: str, content: bytes) -> None:
        self._places[number] = self._stream.tell()
        self._stream.write(f"{number} 0 obj\n<<{described}/Length {len(content)}>>\n".encode())
        self._stream.write(b"stream\n" + content + b"\nendstream\nendobj\n")
