"""What long work shows: a busy line after 0.3 s, and a bar with Cancel after 2 s.

busy.start() ... busy.stop()                   # nothing is seen of quick work
progress = Progress(_("Reading the file"), cancel)
progress.start(); progress.advance(done, total); progress.stop()
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.theme import colour, current_theme

BUSY_AFTER_MS = 300
PROGRESS_AFTER_MS = 2_000
_FRAME_MS = 40
_LINE_PX = 2
_STEPS = 30


class BusyLine(QWidget):
    """A thin line that runs while something is awaited; it always takes its two pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_LINE_PX)
        self.setAccessibleName(_("Working"))
        self._at = 0
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._patience.timeout.connect(self._run)
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether the line is seen."""
        return self._clock.isActive()

    def start(self) -> None:
        """Begin to wait; the line is seen only if that takes a while."""
        if not self.running:
            self._patience.start()

    def stop(self) -> None:
        """End the waiting."""
        self._patience.stop()
        self._clock.stop()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the running part."""
        if not self.running:
            return
        third = self.width() / 3
        left = (self._at / _STEPS) * (self.width() + third) - third
        QPainter(self).fillRect(QRectF(left, 0, third, _LINE_PX), colour(current_theme().accent))

    def _run(self) -> None:
        self._at = 0
        self._clock.start()

    def _step(self) -> None:
        self._at = (self._at + 1) % _STEPS
        self.update()


class Progress(QWidget):
    """Says what is being done, how far it is, and lets it be cancelled."""

    def __init__(self, sentence: str, cancel: Callable[[], None]) -> None:
        super().__init__()
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._bar.setAccessibleName(sentence)
        self._label = plain_label(sentence, "muted")
        button = QPushButton(_("&Cancel"))
        button.clicked.connect(lambda _checked=False: cancel())
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addLayout(row)
        self._patience = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def set_sentence(self, sentence: str) -> None:
        """Say what is being done now."""
        self._label.setText(sentence)
        self._bar.setAccessibleName(sentence)

    def start(self) -> None:
        """Begin; it is seen only if the work takes a while."""
        self._patience.start()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 is an unknown one."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def stop(self) -> None:
        """End, whether done or cancelled."""
        self._patience.stop()
        self.hide()
