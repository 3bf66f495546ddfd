"""The window that makes the sample shop: a bar that grows, and a way to stop."""

import threading
from datetime import UTC, datetime

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.icons import icon

WIDTH_PX = 420


class _Maker(QThread):
    """Builds the sample off the GUI thread."""

    went_on = Signal(int, int)
    refused = Signal(str)
    made = Signal()

    def __init__(self, folder: DataFolder, stop: threading.Event) -> None:
        super().__init__()
        self._folder = folder
        self._stop = stop

    def run(self) -> None:
        """Build; a stop or trouble is told, and nothing is left then."""
        from shopdesk.sample.build import build_sample

        try:
            build_sample(
                self._folder.database,
                now=datetime.now(UTC),
                progress=self.went_on.emit,
                cancelled=self._stop.is_set,
            )
        except ShopDeskError as error:
            self.refused.emit(error.sentence)
        else:
            self.made.emit()


class MakingSample(QWidget):
    """Shows how far the sample shop is."""

    made = Signal()
    refused = Signal(str)

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setFixedWidth(WIDTH_PX)
        self._stop = threading.Event()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        button = QPushButton(_("&Cancel"))
        button.clicked.connect(self._stop.set)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(plain_label(_("Making the sample shop…"), "heading"))
        layout.addWidget(self._bar)
        layout.addWidget(button)
        self._maker = _Maker(folder, self._stop)
        self._maker.went_on.connect(self._show)
        self._maker.made.connect(self.made)
        self._maker.refused.connect(self.refused)
        self._maker.start()

    def wait(self) -> None:
        """Let the thread end."""
        self._stop.set()
        self._maker.wait()

    def _show(self, done: int, total: int) -> None:
        self._bar.setMaximum(total)
        self._bar.setValue(done)
