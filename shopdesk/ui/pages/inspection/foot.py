"""What is counted in one line, what is refused, and the two ways on: keep for later, finish."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.notice import Notice


class InspectionFoot(QWidget):
    """Stays in sight under the goods."""

    def __init__(self, keep: QAction, finish: QAction) -> None:
        super().__init__()
        self.sums = wrapped_label("", "strong")
        self.notice = Notice("", "late")
        self.theirs_button = QPushButton(_("Show &theirs"))
        self.notice.add(self.theirs_button)
        self.notice.hide()
        self.keep_button = action_button(keep, show_shortcut=True)
        self.finish_button = action_button(finish, "primary", show_shortcut=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.finish_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(self.sums)
        column.addLayout(buttons)

    def tell(self, sentence: str, *, of_others: bool = False) -> None:
        """Say what is refused; `of_others` offers to look at what somebody else kept."""
        self.notice.set_text(sentence, "late")
        self.theirs_button.setVisible(of_others)
        self.notice.setVisible(bool(sentence))
