"""What the buyer wants in its place: asked only where something else may go out."""

from shopdesk.i18n import N_, _
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.labelled import Labelled

_MAX_LENGTH = 500

EXAMPLES = {
    "exchange": N_("Size L, blue"),
    "missing_part": N_("Which part, how many"),
}
"""What may be typed, by the remedies that ask."""


class WantedField(LineField):
    """What was typed counts only while the remedy asks for it."""

    def __init__(self) -> None:
        super().__init__(_MAX_LENGTH)
        self._is_asked = False

    def value(self) -> str:
        """Return what the buyer wants; nothing where it is not asked."""
        return super().value() if self._is_asked else ""

    def ask_for(self, remedy: str) -> None:
        """Ask, or no longer ask, as the remedy has it; what was typed stays for another turn."""
        self._is_asked = remedy in EXAMPLES
        self.setPlaceholderText(_(EXAMPLES[remedy]) if self._is_asked else "")
        self.changed.emit()


class Wanted(Labelled):
    """The field under its label, both away where nothing is asked."""

    def __init__(self) -> None:
        self.wanted = WantedField()
        super().__init__(N_("What goes out instead"), self.wanted)
        self.ask_for("")

    def ask_for(self, remedy: str) -> None:
        """Follow the remedy."""
        self.wanted.ask_for(remedy)
        self.setVisible(remedy in EXAMPLES)
