"""The box in the top bar: finds anything while one types, and opens it.

    box = SearchBox(bench, shell)
    shell.top.insertWidget(0, box)

Ctrl+K leads here from anywhere, Escape back to where one was. What only results need is
imported with the first answer, for the window to open at once.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from shopdesk.i18n import _
from shopdesk.ui.base.leading_icon import lead_with
from shopdesk.ui.desk import Reader
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from shopdesk.ui.search.popup import SearchPopup

KEYS = "Ctrl+K"
WAIT_MS = 10
"""Keys of a scanner come closer than this and are sought once; those of a typist do not."""
_QUERY = "search"
_LEAST_PX = 240
_MOST_PX = 460
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """Takes what one has at hand; what an input method has not finished is not sought yet."""

    def __init__(self, bench: Workbench, host: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self._host = host
        self._popup: SearchPopup | None = None
        self._came_from: QWidget | None = None
        self._answered = ""
        self._opens_when_found = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(self._edit)
        self._furnish()
        QShortcut(QKeySequence(KEYS), host, self.come)

    @property
    def popup(self) -> "SearchPopup | None":
        """What was found; None before the first answer."""
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether results are shown."""
        return self._popup is not None and self._popup.isVisible()

    def come(self) -> None:
        """Lead the keyboard here; what stands here is chosen, to be typed over."""
        focused = QApplication.focusWidget()
        if focused is not self:
            self._came_from = focused
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead through what was found, open it, or go back."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._go_back()
        elif key in _ENTER:
            self._enter()
        elif key in _STEPS and self._popup is not None and self.is_open:
            self._popup.results.step(_STEPS[key])
            self._tell_choice()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the results away with the focus; a menu or another window only borrows it."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._close()

    def _furnish(self) -> None:
        self.setPlaceholderText(
            _("Search orders, buyers, phones, tracking numbers…   {keys}").format(keys=KEYS)
        )
        self.setAccessibleName(_("Search everything"))
        self.setClearButtonEnabled(True)
        lead_with(self, "search")
        self.setMinimumWidth(_LEAST_PX)
        self.setMaximumWidth(_MOST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _edit(self, _text: str) -> None:
        self._opens_when_found = False
        self._bench.operations.drop(_QUERY)
        self._timer.start()

    def _search(self) -> None:
        """Ask for what stands here now; an empty box shows nothing."""
        self._timer.stop()
        typed = self.text()
        if not typed.strip():
            self._bench.operations.drop(_QUERY)
            self._close()
            return

        def find(reader: Reader) -> Any:  # noqa: ANN401 - an `Everything`, imported late
            from shopdesk.queries.everything import search_everything

            return search_everything(reader, typed)

        self._bench.operations.query(_QUERY, find, self._show)

    def _show(self, answer: Any) -> None:  # noqa: ANN401 - as above
        from shopdesk.queries.sought import is_enough

        self._answered = answer.typed
        popup = self._made_popup()
        if not is_enough(answer.typed) or not self.hasFocus():
            self._close()
            return
        popup.show_answer(answer)
        self._tell_choice()
        if self._opens_when_found:
            self._open(popup.chosen)

    def _made_popup(self) -> "SearchPopup":
        if self._popup is None:
            from shopdesk.ui.search.popup import SearchPopup

            self._popup = SearchPopup(self._host, self)
            self._popup.opened.connect(self._open)
        return self._popup

    def _enter(self) -> None:
        """Open what is chosen; what is typed and not answered yet is opened when it is."""
        if self._popup is not None and self.is_open and self._answered == self.text():
            self._open(self._popup.chosen)
        elif self.text().strip():
            self._opens_when_found = True
            self._search()

    def _open(self, thing: Any) -> None:  # noqa: ANN401 - a `FoundThing`, or None
        self._opens_when_found = False
        if thing is not None:
            self._close()
            self._bench.guide.go(thing.page, thing.id)

    def _go_back(self) -> None:
        self._bench.operations.drop(_QUERY)
        self.clear()
        self._close()
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _close(self) -> None:
        self._timer.stop()
        self._opens_when_found = False
        self.setAccessibleDescription("")
        if self._popup is not None:
            self._popup.hide()

    def _tell_choice(self) -> None:
        """Let a screen reader say what Enter would open, though the focus stays here."""
        spoken = self._popup.results.spoken if self._popup is not None else ""
        self.setAccessibleDescription(spoken)
