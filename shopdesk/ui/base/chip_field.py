"""Chips as a field of a form: one of several, by mouse, arrows or the chip's number.

outcome = form.add("outcome", N_("&Outcome"), ChipsField([("done", N_("Done"))]))
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from shopdesk.ui.base.chips import Chip, ChipRow


class ChipsField(ChipRow):
    """Its value is the chosen key, empty while none is; words are marked for translation."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__([Chip(key, words) for key, words in choices], "", preset=False)
        self.chosen.connect(self._choose)
        self._lead_focus()

    def value(self) -> str:
        """Return the key of the chosen chip, or an empty text."""
        return self.current

    def set_value(self, key: str) -> None:
        """Choose by key; an empty one leaves none chosen."""
        if key:
            self.choose(key)
        else:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        self._lead_focus()
        self.changed.emit()

    def complaint(self) -> str:
        """Find nothing wrong: what is missing is told on saving."""
        return ""

    def _choose(self, _key: str) -> None:
        self._lead_focus()
        self.changed.emit()

    def _lead_focus(self) -> None:
        """Let the focus that is given to the row come to the chosen chip, or the first."""
        first = next(iter(self._buttons))
        self.setFocusProxy(self._buttons[self.current or first])
