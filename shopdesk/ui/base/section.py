"""A part of a detail under a heading of its own; a part with nothing in it is not shown.

section = Section(_("Parcels"))
section.show_widgets([facts])
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label


class Section(QWidget):
    """A heading, a button beside it if there is one, and widgets one under the other."""

    def __init__(self, title: str, button: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "heading"), 1)
        if button is not None:
            head.addWidget(button)
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._body)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show other content; none hides the heading too."""
        clear(self._body)
        for widget in widgets:
            self._body.addWidget(widget)
        self.setVisible(bool(widgets))
