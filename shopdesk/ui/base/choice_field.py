"""One of several choices, found by typing any part of it where there are many.

    form.add("reason", N_("&Reason"), ChoiceField([("small", _("Too small")), ...]))
    ChoiceField(search_from=0)                  # typed into however few choices are left

Enter and Tab take the only choice that fits what was typed.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from shopdesk.i18n import _

SEARCH_FROM = 8
"""From how many choices on typing finds one, where nothing else is said."""


class ChoiceField(QComboBox):
    """One of several; a long list is searched by typing any part of a choice."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), *, search_from: int = SEARCH_FROM
    ) -> None:
        super().__init__()
        self._search_from = search_from
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (key, wording) pairs; the chosen key stays if it is among them."""
        kept = self.value()
        with QSignalBlocker(self):
            self.clear()
            for key, wording in choices:
                self.addItem(wording, key)
            self._set_up_search(searched=len(choices) >= self._search_from)
            self.set_value(kept)
        if self.value() != kept:
            self.changed.emit()

    def value(self) -> str:
        """Return the key of the choice; empty when there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose by key; an unknown key leaves the first choice."""
        self.setCurrentIndex(max(0, self.findData(key)))
        line = self.lineEdit()
        if line is not None:
            line.home(False)  # what is cut of a long choice is its end

    def complaint(self) -> str:
        """Tell when a text was typed that is none of the choices."""
        typed = self.currentText()
        if self.isEditable() and typed != self.itemText(self.currentIndex()):
            return _("Choose one from the list.")
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the choice that stands there: typing or pasting takes its place."""
        super().focusInEvent(event)
        line = self.lineEdit()
        is_back = event.reason() == Qt.FocusReason.PopupFocusReason
        if line is not None and not is_back and not self.complaint():
            QTimer.singleShot(0, line, line.selectAll)  # a click has set the cursor by then

    def wheelEvent(self, event: Any) -> None:  # noqa: ANN401 - QWheelEvent, handed on
        """Scroll the form rather than change a choice unseen."""
        event.ignore()

    def setAccessibleName(self, name: str) -> None:
        """Name the line that is typed into as well: a screen reader meets it by itself."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def _set_up_search(self, *, searched: bool) -> None:
        if searched and not self.isEditable():
            self._become_searched()
        elif not searched:
            self.setEditable(False)

    def _become_searched(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer, line = self.completer(), self.lineEdit()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if line is not None:
            line.editingFinished.connect(self._end_typing)
            line.textChanged.connect(self._follow_typing)
        self.setAccessibleName(self.accessibleName())

    def _follow_typing(self, _text: str) -> None:
        """Tell once a choice stands there again: the index may be the same as before."""
        if not self.complaint():
            self.changed.emit()

    def _end_typing(self) -> None:
        """Take the only choice that what was typed fits; tell where none or several do."""
        if not self.complaint():
            return
        fitting = self._fitting(self.currentText().strip().casefold())
        if len(fitting) == 1:
            self.setCurrentIndex(fitting[0])
            self.setEditText(self.itemText(fitting[0]))
        self.changed.emit()

    def _fitting(self, typed: str) -> list[int]:
        """Return the rows of the choices that hold a text; an empty one stands for no choice."""
        if not typed:
            return [row for row in range(self.count()) if not self.itemData(row)]
        words = {row: self.itemText(row).casefold() for row in range(self.count())}
        exact = [row for row, wording in words.items() if wording == typed]
        return exact or [row for row, wording in words.items() if typed in wording]
