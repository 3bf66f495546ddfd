"""A short word at the foot of the window, and the bar that offers to take a step back.

toast.say(_("Copied"))
toast.offer(_("Return declined."), _("&Undo"), undo)
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_label

SHORT_MS = 2_500
OFFER_MS = 8_000
_MARGIN_PX = 20


class Toast(QFrame):
    """The latest word only: a newer one takes the place of an older."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "toast")
        self.setAccessibleName(_("Message"))
        self._label = plain_label("")
        self._button = QPushButton()
        self._button.setProperty("kind", "toast")
        self._button.clicked.connect(self._take_up)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.put_away)
        self._step: Callable[[], None] | None = None
        self._is_at_top = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(self._label)
        layout.addWidget(self._button)
        host.installEventFilter(self)
        self.put_away()

    @property
    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str) -> None:
        """Say a sentence for a moment."""
        self._show(sentence, "", SHORT_MS)

    def offer(self, sentence: str, button: str, step: Callable[[], None]) -> None:
        """Say a sentence for eight seconds and offer one step by its button."""
        self._step = step
        self._show(sentence, button, OFFER_MS)

    def stay_at_top(self, on: bool) -> None:  # noqa: FBT001 - a switch, as Qt's own are
        """Keep off the foot of a page that has its main button there."""
        self._is_at_top = on
        self._place()

    def put_away(self) -> None:
        """Take the word away."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the host when that changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._place()
        return False

    def _show(self, sentence: str, button: str, stay_ms: int) -> None:
        self._label.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleDescription(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(stay_ms)

    def _take_up(self) -> None:
        step, self._step = self._step, None
        self.put_away()
        if step is not None:
            step()

    def _place(self) -> None:
        host = self._host
        self.setMaximumWidth(max(200, host.width() - 2 * _MARGIN_PX))
        self.adjustSize()
        foot = host.height() - self.height() - _MARGIN_PX
        self.move((host.width() - self.width()) // 2, 0 if self._is_at_top else foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the word away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
