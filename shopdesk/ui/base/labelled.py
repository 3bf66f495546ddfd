"""A field of this form: under its label, with the line for its refusals under it.

name = Labelled(N_("Buyer's name"), LineField(200))
form.watch("buyer_name", name.field, name.refusal)
"""

from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.labels import Role, plain_label


class Place(NamedTuple):
    """Where a refusal of one attribute of the draft is shown."""

    name: str
    field: QWidget
    refusal: QLabel


def refusal_line() -> QLabel:
    """Return the line for a refusal, which takes no room while there is none."""
    line = plain_label("", "error", wrap=True)
    line.hide()
    return line


class Labelled(QWidget):
    """Label, field, refusal, one under the other; `label` is marked for translation."""

    def __init__(self, label: str, field: QWidget, role: Role = "muted") -> None:
        super().__init__()
        self.field = field
        self.refusal = refusal_line()
        words = plain_label(_(label), role)
        words.setBuddy(field)
        field.setAccessibleName(plain_text(_(label)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (words, field, self.refusal):
            layout.addWidget(widget)
        layout.addStretch(1)  # a refusal beside it leaves the label where it is

    def place(self, name: str) -> Place:
        """Return where refusals of the draft's attribute `name` are shown."""
        return Place(name, self.field, self.refusal)
