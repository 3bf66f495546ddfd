"""Labels with both codes, drawn in whole dots of a printer."""

import io
import subprocess
from pathlib import Path

import segno
from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from shopdesk.printers.order import PrintOrder, Step
from shopdesk.printing.sizes import PAPER_SIZES, PaperSize

MODULE_DOTS, BAR_DOTS = 5, 2


def label_pdf(size: PaperSize, numbers: list[str], dpi: int = 203) -> bytes:
    """Return a page for each number, with it as Code 128 and as QR."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=(size.width_pt, size.height_pt), invariant=True)
    for number in numbers:
        _draw(canvas, number, 72 / dpi)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _draw(canvas: Canvas, number: str, dot: float) -> None:
    bars = Code128(number, barWidth=BAR_DOTS * dot, barHeight=40 * dot, quiet=True)
    bars.drawOn(canvas, 20 * dot, 30 * dot)
    across = MODULE_DOTS * dot
    for down, row in enumerate(segno.make_qr(number, error="m").matrix):
        for right, dark in enumerate(row):
            if dark:
                left, bottom = 40 * dot + right * across, 280 * dot - down * across
                canvas.rect(left, bottom, across, across, stroke=0, fill=1)


def order(printer: str, content: bytes, code: str = "100x150", **more: object) -> PrintOrder:
    """Return an order on paper `code`; dot for dot at 203 unless told otherwise."""
    usual: dict[str, object] = {"title": "Labels", "manner": "dots", "dpi": 203}
    return PrintOrder(printer, content, PAPER_SIZES[code], **(usual | more))  # type: ignore[arg-type]


def read_codes(picture: bytes, folder: Path) -> set[str]:
    """Return what zbarimg reads: the kind and the text of each code."""
    file = folder / "label.pbm"
    file.write_bytes(picture)
    read = ("zbarimg", "--quiet", str(file))
    return set(subprocess.run(read, capture_output=True, text=True, check=False).stdout.split())


def unheard(_step: Step) -> None:
    """Listen to no progress."""


def never() -> bool:
    """Cancel at no time."""
    return False
