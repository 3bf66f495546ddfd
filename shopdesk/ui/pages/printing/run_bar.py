"""The line over the queue: what goes where before all is printed, then how far it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from shopdesk.i18n import _
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.papers.lots import PrintedSoFar


class RunBar(QFrame):
    """Hidden unless it asks or tells; Escape says no to what it asks."""

    left = Signal()
    """It went away and had the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._agree: Callable[[], None] = lambda: None
        self._refuse: Callable[[], None] = lambda: None
        self.words = wrapped_label("")
        self.progress = QProgressBar(textVisible=False)
        self.waits = Notice("", "wait")
        self.print_button = QPushButton("")
        self.print_button.setProperty("kind", "primary")
        self.print_button.setAutoDefault(True)
        self.cancel_button = QPushButton(_("&Cancel"))
        self.print_button.clicked.connect(lambda _on=False: self._agree())
        self.cancel_button.clicked.connect(lambda _on=False: self._refuse())
        self._arrange()
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for a yes or a no."""
        return self.print_button.isVisibleTo(self) and self.isVisible()

    def ask(self, sentence: str, button: str, agree: Callable[[], None]) -> None:
        """Say what goes where; `agree` is done if the person wants it so."""
        self._agree, self._refuse = agree, self.put_away
        self._say(sentence)
        self.print_button.setText(button)
        self._show(asks=True)
        self.print_button.setFocus()

    def tell(self, sentence: str, cancel: Callable[[], None]) -> None:
        """Say that it is under way; `cancel` ends it."""
        self._refuse = cancel
        self._say(sentence)
        self.progress.setRange(0, 0)
        self.waits.hide()
        self._show(asks=False)

    def advance(self, so_far: PrintedSoFar) -> None:
        """Say how far it is, and what the printer waits for."""
        said = _("{done} of {total} printed").format(done=so_far.done, total=so_far.total)
        self._say(said)
        self.progress.setRange(0, so_far.total)
        self.progress.setValue(so_far.done)
        self.waits.set_text(so_far.waits, "wait")
        self.waits.setVisible(bool(so_far.waits))

    def put_away(self) -> None:
        """Say nothing more."""
        held = self.window().focusWidget()
        self.hide()
        if held is not None and self.isAncestorOf(held):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say no with Escape, yes with Enter."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._refuse()
        else:
            super().keyPressEvent(event)

    def _say(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.progress.setAccessibleName(sentence)

    def _show(self, *, asks: bool) -> None:
        self.print_button.setVisible(asks)
        self.progress.setVisible(not asks)
        if asks:
            self.waits.hide()
        self.show()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.words, 3)
        line.addWidget(self.progress, 2)
        line.addWidget(self.print_button)
        line.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.waits)
