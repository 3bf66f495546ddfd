"""The packer's list drawn with a canvas and nothing else: its words and codes, nothing measured."""

from io import BytesIO

import segno
from reportlab.pdfgen.canvas import Canvas

from shopdesk.printing.fonts import FONT, face
from shopdesk.printing.sizes import A4
from shopdesk.queries.paper_lists import ListedParcel, PackingList

_ROWS = 14
"""How many parcels stand on a page: about as many as on ours."""

_STEP_PT = 52
_LINE_PT = 12
_MODULE_PT = 1.06


def draw_bare_listing(listed: PackingList) -> bytes:
    """Return one PDF of all parcels."""
    face()
    file = BytesIO()
    canvas = Canvas(file, (A4.width_pt, A4.height_pt), pageCompression=1)
    for place, parcel in enumerate(listed.parcels):
        if place and place % _ROWS == 0:
            canvas.showPage()
        _draw(canvas, parcel, A4.height_pt - 60 - place % _ROWS * _STEP_PT)
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, parcel: ListedParcel, top_pt: float) -> None:
    canvas.rect(34, top_pt, 11, 11)
    canvas.line(34, top_pt + 14, 560, top_pt + 14)
    _draw_square(canvas, parcel.number, top_pt)
    goods = [f"{line.quantity} × {line.title} · {line.variant}" for line in parcel.lines]
    columns = (
        (86, (parcel.number, f"{parcel.courier} {parcel.order_number}")),
        (220, (parcel.recipient, parcel.place)),
        (360, (*goods, parcel.note, parcel.wait_note)),
    )
    canvas.setFont(FONT, 9)
    for left_pt, texts in columns:
        for line, text in enumerate(filter(None, texts)):
            canvas.drawString(left_pt, top_pt - line * _LINE_PT, text)


def _draw_square(canvas: Canvas, number: str, top_pt: float) -> None:
    path = canvas.beginPath()
    for y, row in enumerate(segno.make_qr(number, error="m", mask=1).matrix):
        for x, dark in enumerate(row):
            if dark:
                path.rect(50 + _MODULE_PT * x, top_pt - _MODULE_PT * y, _MODULE_PT, _MODULE_PT)
    canvas.drawPath(path, stroke=0, fill=1)
