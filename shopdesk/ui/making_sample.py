"""The window that makes the sample shop: a bar that grows, and a way to stop."""

import threading
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QThread, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.storage.files import system_errors_as_sentences
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.icons import icon

WIDTH_PX = 420


class _Maker(QThread):
    """Builds the sample off the GUI thread, in the place of an outdated one."""

    went_on = Signal(int, int)
    made = Signal()
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self._folder = folder
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the work to stop at its next step; nothing is left of it then."""
        self._stop.set()

    def run(self) -> None:
        """Build, and tell how that ended."""
        from shopdesk.sample.build import BuildCancelledError

        try:
            self._build()
        except BuildCancelledError:
            self.stopped.emit()
        except ShopDeskError as error:
            self.refused.emit(error.sentence)
        else:
            self.made.emit()

    def _build(self) -> None:
        from shopdesk.sample.build import build_sample
        from shopdesk.sample.freshness import discard

        with system_errors_as_sentences():
            discard(self._folder.database)
            build_sample(
                self._folder.database,
                now=datetime.now(UTC),
                progress=self.went_on.emit,
                cancelled=self._stop.is_set,
            )


class MakingSample(QDialog):
    """Shows how far the sample shop is; Escape stops, closing the window does so without a word."""

    made = Signal()
    refused = Signal(str)
    """Why it could not be made."""
    stopped = Signal()

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setFixedWidth(WIDTH_PX)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._maker = _Maker(folder)
        self._arrange()
        self._connect()
        self._maker.start()

    def reject(self) -> None:
        """Stop; the window stays until that is done."""
        self._maker.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the thread end; what it still says comes too late."""
        self.blockSignals(True)
        self._maker.stop()
        self._maker.wait()
        event.accept()

    def _arrange(self) -> None:
        cancel = QPushButton(_("&Cancel"))
        cancel.clicked.connect(lambda _on=False: self.reject())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(plain_label(_("Making the sample shop…"), "heading"))
        layout.addWidget(self._bar)
        layout.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._maker.went_on.connect(self._show)
        self._maker.made.connect(self.made)
        self._maker.refused.connect(self.refused)
        self._maker.stopped.connect(self.stopped)

    def _show(self, done: int, total: int) -> None:
        self._bar.setMaximum(total)
        self._bar.setValue(done)
