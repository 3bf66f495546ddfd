"""A short word where nothing is pressed, and the bar that offers to take a step back.

toast.say(_("Copied"))
toast.offer(_("Return declined."), _("&Undo"), undo)
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_label

SHORT_MS = 2_500
OFFER_MS = 8_000
_MARGIN_PX = 8


class Toast(QFrame):
    """The latest word only: a newer one takes the place of an older.

    It stands at the foot of `room`, a part of the host, and is as wide.
    """

    def __init__(self, host: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(host)
        self._host, self._room = host, room
        self.setProperty("role", "toast")
        self.setAccessibleName(_("Message"))
        self._label = plain_label("", wrap=True)
        self._button = QPushButton()
        self._button.setProperty("kind", "toast")
        self._button.clicked.connect(self._take_up)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.put_away)
        self._step: Callable[[], None] | None = None
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
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

    def put_away(self) -> None:
        """Take the word away."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the room when the host changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._place()
        return False

    def _show(self, sentence: str, button: str, stay_ms: int) -> None:
        self._label.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        # What has nothing to press must not keep a press from what is under it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not button)
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
        room = self._room()
        height = self._column.totalHeightForWidth(room.width())
        top = max(0, room.bottom() - height - _MARGIN_PX)
        self.setGeometry(room.left(), top, room.width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the word away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
