"""Chips as a field of the form: why it comes back, what the buyer wants, who pays."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Signal

from shopdesk.i18n import _
from shopdesk.ui.base.chips import Chip, ChipRow


class Named(Protocol):
    """A preset of the rules: its name is marked for translation."""

    @property
    def name(self) -> str:
        """What a person reads."""
        ...


def chips_of(presets: Mapping[str, Named]) -> list[Chip]:
    """Return the chips of a table of the rules, in its order."""
    return [Chip(code, preset.name) for code, preset in presets.items()]


class ChipField(ChipRow):
    """One of several or none yet; `by_hand` tells whether a person chose it."""

    changed = Signal()

    def __init__(self, chips: list[Chip], name: str) -> None:
        super().__init__(chips, _(name), preset=False)
        self.by_hand = False
        self.chosen.connect(self._choose_by_hand)
        self._lead_focus(chips[0].key)

    def value(self) -> str:
        """Return the key of the chosen chip, or an empty text."""
        return self.current

    def propose(self, key: str) -> None:
        """Choose a chip, unless a person has chosen."""
        if not self.by_hand:
            self.choose(key)
            self._lead_focus(key)

    def complaint(self) -> str:
        """Find nothing wrong: what is missing is told on saving."""
        return ""

    def _choose_by_hand(self, key: str) -> None:
        self.by_hand = True
        self._lead_focus(key)
        self.changed.emit()

    def _lead_focus(self, key: str) -> None:
        """Let the focus that is given to the row come to this chip."""
        self.setFocusProxy(self._buttons[key])
