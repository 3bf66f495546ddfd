"""The one box of the desk: a scanner writes into it, or fingers do.

box = DeskBox()
box.scanned.connect(page.take)             # the text, at Enter or Tab
box.confirmed.connect(page.take_choice)    # Enter in the empty box
box.moved.connect(matches.step)            # arrows up and down
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from shopdesk.i18n import _
from shopdesk.ui.base.leading_icon import lead_with
from shopdesk.ui.evidence.taking import is_no_text

ECHO_MS = 250
"""Scanners that end with two signs would else confirm what they have just asked."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DeskBox(QLineEdit):
    """Empties itself with each scan, so that the next can follow at once."""

    scanned = Signal(str)
    confirmed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scan")
        self.setPlaceholderText(
            _("Scan or type: slip, waybill, order number, end of the phone number")
        )
        self.setAccessibleName(_("Scan a parcel"))
        lead_with(self, "scan-barcode")
        # An input method would compose Chinese out of a scanner's letters.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._since_scan = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a scan on at its end; in the empty box Enter and arrows are the answer's."""
        key = Qt.Key(event.key())
        typed = self.text().strip()
        if event.matches(QKeySequence.StandardKey.Paste) and is_no_text(_clipboard()):
            event.ignore()  # the page takes pictures
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # it finishes the inspection that is open
        elif key in _ENTER or (key == Qt.Key.Key_Tab and typed):
            self._end(typed)
        elif key == Qt.Key.Key_Escape and typed:
            self.clear()
        elif key in _ARROWS:
            self.moved.emit(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the last scan while there is nothing typed to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(taking) for taking in _TAKING_BACK)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Let Tab be the end of a scan, not a way out, while there is one."""
        return not (forward and self.text().strip()) and super().focusNextPrevChild(forward)

    def _end(self, typed: str) -> None:
        if not typed:
            if not self._since_scan.isValid() or self._since_scan.elapsed() > ECHO_MS:
                self.confirmed.emit()
            return
        self.clear()
        self._since_scan.start()
        for line in typed.splitlines():
            if line.strip():
                self.scanned.emit(line)


def _clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()
