"""Pages as dots: drawn once, kept dot for dot in the PDF that is sent."""

import hashlib
import io

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from shopdesk.printers.qt_printer import fitting_dpi, set_paper
from shopdesk.printers.raster import PdfPages, bitmap
from shopdesk.printing.bitmaps import Bitmap, BitmapPdf
from shopdesk.printing.sizes import PAPER_SIZES
from tests.printers.papers import label_pdf


def noise(width: int, height: int) -> Bitmap:
    """Return a picture in which a dot that moves shows."""
    size = (width + 7) // 8 * height
    return Bitmap(width, height, hashlib.shake_128(b"noise").digest(size))


def pdf_of(pages: list[Bitmap], dpi: int) -> bytes:
    kept = io.BytesIO()
    pdf = BitmapPdf(kept, dpi)
    for page in pages:
        pdf.add(page)
    pdf.finish()
    return kept.getvalue()


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("size", [(799, 1199), (17, 5)])
def test_dots_stand_in_the_pdf_and_fill_their_page(size: tuple[int, int], dpi: int) -> None:
    drawn = noise(*size)
    (page,) = pypdf.PdfReader(io.BytesIO(pdf_of([drawn], dpi))).pages
    kept = page.images[0].image
    assert kept is not None
    assert (kept.size, kept.mode) == (size, "1")
    assert _without_padding(kept.tobytes(), size[0]) == _without_padding(drawn.rows, size[0])
    sides = (page.mediabox.width, page.mediabox.height)
    assert [float(side) * dpi / 72 for side in sides] == pytest.approx(size, abs=1e-4)


def _without_padding(rows: bytes, width: int) -> list[int]:
    row_bytes = (width + 7) // 8
    return [
        int.from_bytes(rows[at : at + row_bytes]) >> (-width % 8)
        for at in range(0, len(rows), row_bytes)
    ]


def test_every_page_is_there() -> None:
    assert len(PdfPages(pdf_of([noise(16, 16)] * 30, 203))) == 30


def test_a_page_is_white_where_nothing_is_drawn_and_black_where_something_is() -> None:
    pages = PdfPages(label_pdf(PAPER_SIZES["60x40"], ["R-2611-0001"]))
    picture = pages.picture(0, 203)
    assert picture.pixelColor(0, 0).name() == "#ffffff"
    page = bitmap(pages.dots(0, 203))
    assert page.rows[0] == 0xFF
    assert 0 in page.rows


@pytest.mark.parametrize(
    ("supported", "wanted", "drawn"),
    [([203, 300], 203, 203), ([72], 203, 203), ([600, 1200], 300, 600), ([1200], 300, 300)],
)
def test_pages_are_drawn_at_the_dots_of_the_printer(
    supported: list[int], wanted: int, drawn: int
) -> None:
    assert fitting_dpi(supported, wanted) == drawn


def test_the_paper_of_a_dialog_s_printer_is_set_anew(qapp: object) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, PAPER_SIZES["60x40"], 203)
    assert printer.resolution() == 203
    assert printer.pageLayout().margins().isNull()
