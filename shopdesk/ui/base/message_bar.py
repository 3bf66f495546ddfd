"""The bar over a page that holds one sentence until it is closed or a newer one comes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.icons import icon
from shopdesk.ui.theme import Tone

Step = tuple[str, Callable[[], None]]
"""What a button of the bar says, and what it does."""


class MessageBar(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._notice = Notice("", "late")
        self._buttons: list[QPushButton] = []
        self._is_of_page = False
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        holder = QWidget()
        self._steps.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self._steps)
        self._notice.add(holder)
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

    @property
    def steps(self) -> list[QPushButton]:
        """The buttons of what can be done about it."""
        return list(self._buttons)

    def tell(
        self, sentence: str, tone: Tone, steps: Sequence[Step] = (), *, of_page: bool = False
    ) -> None:
        """Show a sentence instead of the one before it; a step taken puts the bar away.

        What is `of_page` goes with the page that is shown.
        """
        self._is_of_page = of_page
        self._notice.set_text(sentence, tone)
        clear(self._steps)
        self._buttons = [self._button(*step) for step in steps]
        for button in self._buttons:
            self._steps.addWidget(button)
        self.setAccessibleName(sentence)
        self.show()

    def leave_page(self) -> None:
        """Put away what concerned only the page that was shown."""
        if self._is_of_page:
            self.hide()

    def _button(self, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "small")
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _on=False: do())
        return button
