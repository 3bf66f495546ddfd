"""A small search field over one list; it waits for a pause in the typing.

find = FindField(_("Find an order"))
find.wanted.connect(page.search)               # the text, 150 ms after the last key
find.left.connect(page.table.setFocus)         # Enter or Down: on to the list
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from shopdesk.ui.base.leading_icon import lead_with

PAUSE_MS = 150
_WIDTH_PX = 250
_LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindField(QLineEdit):
    """Ctrl+F comes here from anywhere on the page, Escape empties it."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str, page: QWidget) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFixedWidth(_WIDTH_PX)
        self.setClearButtonEnabled(True)
        lead_with(self, "search")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())
        self._told = ""
        shortcut = QShortcut(QKeySequence.StandardKey.Find, page, self._come)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def put(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self.setText(text)
        self._pause.stop()
        self._told = text.strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the list, or take the text back."""
        if event.key() in _LEAVING:
            self._tell()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.wanted.emit(text)
