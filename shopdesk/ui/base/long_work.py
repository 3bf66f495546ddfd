"""Work that a window is not closed over without a word, such as a printer's job.

class PrintRun(LongWork): ...                  # a child of anything below the window
if ask_to_stop(window, window.end): ...        # it asks, and goes on with `end` by itself
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.boxes import ask


class LongWork(QObject):
    """Lives below the window, which finds it when it is to be closed."""

    @property
    def question(self) -> str:
        """What is asked before the window is closed; empty while nothing is under way."""
        raise NotImplementedError

    def end(self) -> None:
        """Stop, and return once what was finished is on its way to be written."""
        raise NotImplementedError


def running_work(window: QWidget) -> list[LongWork]:
    """Return what is under way below a window."""
    return [work for work in window.findChildren(LongWork) if work.question]


def ask_to_stop(window: QWidget, then: Callable[[], object]) -> bool:
    """Ask whether to stop what is under way, and go on with `then` if so; tell whether it is."""
    running = running_work(window)
    if not running:
        return False
    box = ask(window, running[0].question, _("&Stop and close"), _("&Go on"))

    def answered(button: QAbstractButton) -> None:
        if box.buttonRole(button) == QMessageBox.ButtonRole.DestructiveRole:
            then()

    box.buttonClicked.connect(answered)
    box.open()
    return True
