"""Tells a scanner from fingers, so that a scan never lands in a note or presses a button.

    keys = ScannerKeys(window, leaves_to=is_text_field)
    keys.scanned.connect(window.take_scan)
    keys.listen()

A scanner writes faster than anybody types and ends with Enter or Tab. Keys are held back for a
moment; if no scan comes of them they go where they were meant to.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

GAP_MS = 45
"""Between two keys of a scanner; fingers are slower."""

SHORTEST_SCAN = 5
"""Fewer keys than this are fingers after all."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)
"""A scanner presses them too, in the middle of a code."""
_PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def is_sign(event: QKeyEvent) -> bool:
    """Tell whether a key writes something that is seen."""
    text = event.text()
    return event.modifiers() in _PLAIN and text.isprintable() and bool(text.strip())


def is_text_field(widget: QWidget) -> bool:
    """Tell whether what is typed in a widget is written there."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    fields = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
    return isinstance(widget, fields) and not widget.isReadOnly()


class ScannerKeys(QObject):
    """Watches whatever has the keyboard within a window, but what scans are left to."""

    scanned = Signal(str)

    def __init__(self, window: QWidget, leaves_to: Callable[[QWidget], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._leaves_to = leaves_to
        self._is_listening = False
        self._watched: QWidget | None = None
        self._held: list[QKeyEvent] = []
        self._pause = QTimer(self, singleShot=True, interval=GAP_MS)
        self._pause.timeout.connect(self._let_go)

    def listen(self) -> None:
        """Begin to watch."""
        self._is_listening = True
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self._follow(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Watch no more; what was held back is handed on."""
        if not self._is_listening:
            return
        self._is_listening = False
        QApplication.instance().focusChanged.disconnect(self._follow)  # type: ignore[union-attr]
        self._follow(None, None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold plain keys back until it is clear whose they are, or the keyboard goes on."""
        if event.type() == QEvent.Type.FocusAboutToChange:
            self._let_go()
        return isinstance(event, QKeyEvent) and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take a sign, or the end of a scan; any other key comes after what was held back."""
        if event.type() not in _PRESSES or event.key() in _SHIFTS:
            return False
        if not (is_sign(event) or self._ends_scan(event)):
            self._let_go()
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._take(event)
            return True
        return self._keep_from_shortcuts(event)

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Ask for the key itself where Enter, say, would take a step by its shortcut."""
        if self._held:
            event.accept()
        return bool(self._held)

    def _take(self, event: QKeyEvent) -> None:
        if self._ends_scan(event):
            self._tell()
        else:
            self._held.append(event.clone())
            self._pause.start()

    def _ends_scan(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in _PLAIN
        return plain and event.key() in _ENDS and len(self._held) >= SHORTEST_SCAN

    def _tell(self) -> None:
        text = "".join(event.text() for event in self._held)
        self._held.clear()
        self._pause.stop()
        self.scanned.emit(text)

    def _let_go(self) -> None:
        """Hand the keys on that were held back, in their order."""
        self._pause.stop()
        held, self._held = self._held, []
        target = self._watched
        if target is None or not held:
            return
        target.removeEventFilter(self)
        for event in held:
            QApplication.sendEvent(target, event)
        target.installEventFilter(self)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        # the keyboard leaves a widget that goes before the widget says that it is gone
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = self._to_watch(now) if self._is_listening else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _to_watch(self, now: QWidget | None) -> QWidget | None:
        """Return what has the keyboard; where no widget has it, keys come to the window itself."""
        if not isValid(self._window):
            return None
        if now is None:
            return self._window
        return None if now.window() is not self._window or self._leaves_to(now) else now

    def _forget(self) -> None:
        self._watched = None
        self._held.clear()
