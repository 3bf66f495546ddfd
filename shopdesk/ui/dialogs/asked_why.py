"""A line that stands in a form only while something needs a reason.

why = AskedWhy(_("Why more than was paid?"))
form.add_row(why)
form.watch("over_reason", why.field, why.error)
why.ask(_("¥20 more than was paid and not yet refunded."))
"""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice

_MAX_LENGTH = 500


class AskedWhy(QWidget):
    """A notice that says what needs the reason, if that is not plain, and the line for it."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.notice = Notice("", "wait")
        self.field = LineField(_MAX_LENGTH, question)
        self.field.setAccessibleName(question)
        self.error: QLabel = plain_label("", "error", wrap=True)
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        for widget in (self.notice, self.field, self.error):
            layout.addWidget(widget)
        self.hide()

    @property
    def reason(self) -> str:
        """What was typed, while it is asked for."""
        return "" if self.isHidden() else self.field.value()

    def ask(self, because: str = "") -> None:
        """Show the line, under a notice if there is something to say."""
        self.notice.setVisible(bool(because))
        self.notice.set_text(because, "wait")
        self.show()
