"""The bar over a page that holds one sentence until it is closed or a newer one comes."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.icons import icon
from shopdesk.ui.theme import Tone


class MessageBar(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice("", "late")
        close = QPushButton(icon("x"), "")
        close.setProperty("kind", "small")
        close.setAccessibleName(_("Close this message"))
        close.clicked.connect(self.hide)
        self._notice.add(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self._notice)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says now; empty when it is away."""
        return "" if self.isHidden() else self._notice.sentence

    def tell(self, sentence: str, tone: Tone) -> None:
        """Show a sentence instead of the one before it."""
        self._notice.set_text(sentence, tone)
        self.setAccessibleName(sentence)
        self.show()
