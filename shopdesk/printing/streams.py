"""What pages draw, compressed as soon as they are full.

reportlab keeps every page as plain text until the end, four times as large as it comes out.
"""

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas


def pack_last_page(canvas: Canvas) -> None:
    """Compress what the page draws that was ended last, to the bytes that the end would make."""
    document = canvas._doc  # type: ignore[attr-defined] # noqa: SLF001 - nowhere public
    page: PDFPage = document.Pages.pages[-1]
    filters = PDFArray([PDFName(PDFZCompress.pdfname)])
    packed = PDFZCompress.encode(page.stream)
    page.Contents = PDFStream(PDFDictionary({"Filter": filters}), packed)
    page.stream = None
