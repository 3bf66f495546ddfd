"""Draws what a slip needs at the least, with reportlab and segno alone, and ends."""

from io import BytesIO

import segno
from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from shopdesk.paths import resource

NUMBER = "R-2611-0001"
LINES = 16


def draw() -> bytes:
    """Return the PDF of one label."""
    registerFont(TTFont("Bare", str(resource("fonts") / "ShopDeskSans-Regular.ttf")))
    file = BytesIO()
    canvas = Canvas(file, (283, 425))
    _draw_square(canvas)
    Code128(NUMBER, barWidth=1.06, barHeight=36).drawOn(canvas, 40, 60)
    text = canvas.beginText(14, 330)
    text.setFont("Bare", 10, 14)
    for line in range(LINES):
        text.textLine(f"浙江省杭州市余杭区文一西路 {line} 号仓 退货")
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_square(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for y, row in enumerate(segno.make_qr(NUMBER, error="m", mask=1).matrix):
        for x, dark in enumerate(row):
            if dark:
                path.rect(200 + 2 * x, 400 - 2 * y, 2, 2)
    canvas.drawPath(path, stroke=0, fill=1)


if __name__ == "__main__":
    draw()
