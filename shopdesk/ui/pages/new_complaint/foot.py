"""What can be done with the form, with the key beside each."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopdesk.i18n import _

_CONTROL_ENTER = Qt.Modifier.CTRL | Qt.Key.Key_Enter


class Foot(QWidget):
    """Log it, or give it up."""

    def __init__(self, save: Callable[[], None], cancel: Callable[[], None]) -> None:
        super().__init__()
        self.save_button = _button(_("Log complaint"), _CONTROL_ENTER, save)
        self.save_button.setProperty("kind", "primary")
        self.cancel_button = _button(_("Cancel"), Qt.Key.Key_Escape, cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.cancel_button, 1)
        row.addWidget(self.save_button, 2)


def _button(words: str, key: Qt.Key | QKeyCombination, do: Callable[[], None]) -> QPushButton:
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    button = QPushButton(f"{words}  {shown}")
    button.setAccessibleName(words)
    button.clicked.connect(lambda _on=False: do())
    return button
