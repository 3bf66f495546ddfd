"""Tells a scanner from fingers, so that a scan never lands in a note or presses a button.

    keys = ScannerKeys(page)
    keys.spare(box)                            # the box takes scans by itself
    keys.scanned.connect(page.take)
    keys.listen()                              # while the page is shown

A scanner writes faster than anybody types and ends with Enter or Tab. Keys outside the box are
held back for a moment; if no scan comes of them they go where they were meant to.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

GAP_MS = 45
"""Between two keys of a scanner; fingers are slower."""

SHORTEST_SCAN = 5
"""Fewer keys than this are fingers after all."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class ScannerKeys(QObject):
    """Watches whatever has the keyboard within the window of a page."""

    scanned = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._is_listening = False
        self._spared: QWidget | None = None
        self._watched: QWidget | None = None
        self._held: list[QKeyEvent] = []
        self._pause = QTimer(self, singleShot=True, interval=GAP_MS)
        self._pause.timeout.connect(self._let_go)

    def spare(self, box: QWidget) -> None:
        """Leave a widget alone that takes scans by itself."""
        self._spared = box

    def listen(self) -> None:
        """Begin to watch; a window that comes back from the taskbar says so once more."""
        if self._is_listening:
            return
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
        """Hold plain keys back until it is clear whose they are."""
        return isinstance(event, QKeyEvent) and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or event.modifiers() not in _PLAIN:
            return False
        if event.key() in _ENDS and len(self._held) >= SHORTEST_SCAN:
            self._tell()
            return True
        if event.text().isprintable() and event.text().strip():
            self._held.append(event.clone())
            self._pause.start()
            return True
        self._let_go()
        return False

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
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        within = now is not None and now is not self._spared and now.window() is self._page.window()
        self._watched = now if within else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None
        self._held.clear()
