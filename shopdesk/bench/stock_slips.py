"""Slips as reportlab's own examples make them: stock code widgets, one text call for each line."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import createBarcodeDrawing
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from shopdesk.printing.fonts import FONT, face
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import ReturnSlip
from shopdesk.queries.papers import read_papers
from shopdesk.storage.reader import Reader

STOCK_SLIPS = 25
"""Each is as dear as the next, so few stand for the 500."""

_SIZE = PAPER_SIZES["100x150"]


def render_stock_slips(reader: Reader, ids: Sequence[int]) -> bytes:
    """Return one PDF of the slips, read as ours are."""
    face()
    file = BytesIO()
    canvas = Canvas(file, (_SIZE.width_pt, _SIZE.height_pt))
    for slip in read_papers(reader, "return_slip", ids):
        _draw(canvas, slip)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, slip: ReturnSlip) -> None:
    square = Drawing(60, 60)
    square.add(QrCodeWidget(slip.number, barLevel="M", barWidth=60, barHeight=60))
    renderPDF.draw(square, canvas, 200, 350)
    bars = createBarcodeDrawing(  # type: ignore[no-untyped-call]
        "Code128", value=slip.number, barHeight=36, barWidth=1.06
    )
    renderPDF.draw(bars, canvas, 40, 60)
    for place, text in enumerate(_texts(slip)):
        canvas.setFont(FONT, 10)
        canvas.drawString(14, 330 - place * 14, text)


def _texts(slip: ReturnSlip) -> list[str]:
    goods = [f"{line.sku} {line.title} {line.variant} x {line.quantity}" for line in slip.lines]
    plain = [
        slip.number,
        slip.shop_name,
        slip.to_name,
        slip.to_phone,
        slip.to_address,
        slip.buyer_name,
        slip.buyer_phone,
        slip.buyer_handle,
        slip.order_number,
        slip.reason,
        slip.remedy,
        slip.freight_payer,
        str(slip.send_by or ""),
        slip.note,
    ]
    return plain + goods
