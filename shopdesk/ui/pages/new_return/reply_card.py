"""The card with words that are ready to be copied into the chat."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from shopdesk.i18n import _
from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.base.cards import Card
from shopdesk.ui.icons import icon
from shopdesk.ui.pages.new_return.replying import ready_replies
from shopdesk.ui.pages.new_return.soft_box import SoftBox
from shopdesk.ui.pages.new_return.standing import Standing


class ReplyCard(Card):
    """The most fitting words first; the others are one click away."""

    def __init__(self, said: Callable[[str], None]) -> None:
        super().__init__(_("Ready reply"))
        self._said = said
        self._replies: tuple[str, ...] = ()
        self._box = SoftBox(_("Ready reply"))
        self._other = QPushButton(_("Other words"))
        copy = QPushButton(icon("copy"), _("&Copy"))
        copy.setIconSize(ICON_SIZE)
        copy.clicked.connect(self.copy)
        self._other.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(copy)
        row.addWidget(self._other)
        row.addStretch(1)
        self.body.addWidget(self._box)
        self.body.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """The words that would be copied."""
        return self._box.text

    def show_standing(self, standing: Standing | None, payer: str) -> None:
        """Offer words for the form as it stands; none before there is a reason."""
        self.setVisible(standing is not None and bool(standing.reason))
        if standing is None or not standing.reason:
            return
        replies = ready_replies(standing, payer)
        if set(replies) != set(self._replies):
            self._replies = replies
            self._show()

    def copy(self) -> None:
        """Put the words on the clipboard and say so."""
        QGuiApplication.clipboard().setText(self.text)
        self._said(_("Reply copied"))

    def _show(self) -> None:
        self._box.set_text(self._replies[0])
        self._other.setVisible(len(self._replies) > 1)

    def _turn(self) -> None:
        self._replies = (*self._replies[1:], self._replies[0])
        self._show()
