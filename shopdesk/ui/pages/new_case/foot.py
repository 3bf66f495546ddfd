"""What can be done with a form for a new case, with the key beside each."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import plain_text

Do = Callable[[], None]
Key = Qt.Key | QKeyCombination


class SaveFoot(QWidget):
    """Save it, or give it up; `words` are the save button's and may hold an `&`."""

    def __init__(self, words: str, key: Key, save: Do, cancel: Do) -> None:
        super().__init__()
        self.save_button = foot_button(with_key(words, key), save)
        self.save_button.setAccessibleName(plain_text(words))
        self.save_button.setProperty("kind", "primary")
        self.cancel_button = foot_button(with_key(_("Cancel"), Qt.Key.Key_Escape), cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.cancel_button, 1)
        row.addWidget(self.save_button, 2)


def foot_button(text: str, do: Do) -> QPushButton:
    """Return a button that does something whatever Qt says with the press."""
    button = QPushButton(text)
    button.clicked.connect(lambda _checked=False: do())
    return button


def with_key(text: str, key: Key) -> str:
    """Return the words of a button with the key that does the same."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}  {shown}"
