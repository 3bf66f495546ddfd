"""A form in a window of its own, with what comes of it beside it: a drawing, a preview.

class LabelSheetDialog(SplitDialog):
    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        self.drawing = SheetDrawing()
        super().__init__(parent, _("Label sheet"), self.drawing)
"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.base.form_dialog import FormDialog

_WIDTH_PX, _HEIGHT_PX = 880, 600
_FORM_PX = 400
_BETWEEN_PX = 24


class SplitDialog(FormDialog):
    """The form is at the left and scrolls; what is beside it takes all the room that is left."""

    def __init__(self, parent: QWidget, title: str, beside: QWidget) -> None:
        super().__init__(parent, title)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN_PX)
        place = self._layout.indexOf(self._column)
        self._layout.removeWidget(self._column)
        self._column.setFixedWidth(_FORM_PX)
        row.addWidget(self._column)
        row.addWidget(beside, 1)
        self._layout.insertLayout(place, row, 1)
        self.setMinimumWidth(0)  # the layout knows how wide both are at least
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))

    def _grow(self) -> None:
        """Stay as large as it is: sentences scroll with the form."""
