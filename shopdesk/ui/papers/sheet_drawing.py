"""A sheet of labels, drawn to scale: each label outlined and numbered, what does not fit in red.

drawing = SheetDrawing()
drawing.show_sheet(sheet)                      # rules.label_sheets.LabelSheet
"""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.rules.label_sheets import BASES, MOST_LABELS, LabelSheet
from shopdesk.ui.theme import LIGHT, colour, current_theme

_WIDTH_PX, _HEIGHT_PX = 320, 430
_LEAST_PX = 180
_EDGE_PX = 14
"""What stays around the sheet, so that one sees what runs off it."""
_NUMBER_SHARE = 0.4  # of the lesser side of a label
_LARGEST_PX, _SMALLEST_PX = 22, 7


class SheetDrawing(QWidget):
    """Nothing to act on: what it shows is also said, at the fields and by its spoken name."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: LabelSheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self.setAccessibleName(_("Drawing of the sheet"))

    def show_sheet(self, sheet: LabelSheet | None) -> None:
        """Show a sheet, or nothing while some of its lengths are none."""
        self._sheet = sheet
        self.setAccessibleDescription("" if sheet is None else _spoken(sheet))
        self.update()

    def sizeHint(self) -> QSize:
        """Be about as high as the form beside it."""
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    @property
    def paper(self) -> QRectF:
        """Where the whole sheet lies in the widget, as large as there is room."""
        width, height = BASES[self._sheet.base if self._sheet else "A4"]
        scale = self._scale(width, height)
        paper = QRectF(0, 0, width * scale, height * scale)
        paper.moveCenter(QRectF(self.rect()).center())
        return paper

    def cells(self) -> Iterator[QRectF]:
        """Yield where each label lies in the widget, in the order in which they are counted."""
        sheet = self._sheet
        if sheet is None:
            return
        paper, scale = self.paper, self._scale(*BASES[sheet.base])
        for x, y in islice(sheet.corners(), MOST_LABELS):
            left, top = paper.left() + x * scale, paper.top() + y * scale
            yield QRectF(left, top, sheet.width * scale, sheet.height * scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet, white as paper is in both themes, and its labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self.paper
        painter.setPen(colour(current_theme().outline))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(paper)
        for number, cell in enumerate(self.cells(), 1):
            _draw_cell(painter, cell, number, _pen(cell, paper))

    def _scale(self, width: int, height: int) -> float:
        room = self.rect().adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        return min(room.width() / width, room.height() / height)


def fits(cell: QRectF, paper: QRectF) -> bool:
    """Tell whether a label lies on its sheet, but for what rounding adds."""
    half = 0.5
    return paper.adjusted(-half, -half, half, half).contains(cell)


def _pen(cell: QRectF, paper: QRectF) -> QPen:
    """Return a pen that is seen on white: paper is light in the dark theme, too."""
    if fits(cell, paper):
        return QPen(colour(LIGHT.accent), 1)
    return QPen(colour(LIGHT.late), 2)


def _draw_cell(painter: QPainter, cell: QRectF, number: int, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cell)
    font = QFont(painter.font())
    side = min(cell.width(), cell.height()) * _NUMBER_SHARE
    font.setPixelSize(round(min(_LARGEST_PX, max(_SMALLEST_PX, side))))
    painter.setFont(font)
    painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(number))


def _spoken(sheet: LabelSheet) -> str:
    return ngettext("{n} label", "{n} labels", sheet.count).format(n=sheet.count)
