"""The card for what happened, what the buyer wants, and the day on which it was raised."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from shopdesk.i18n import N_, _
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import LineField, NoteField
from shopdesk.ui.base.labelled import Labelled, Place
from shopdesk.ui.pages.new_case.asked_on import AskedOn

_NOTE_LENGTH = 10_000
_LINE_LENGTH = 500


class StoryCard(Card):
    """The buyer's words stand first: solutions are looked for by them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What happened"))
        self.note = NoteField(_NOTE_LENGTH, _("What the buyer wrote or said, as it was"))
        self.wanted = LineField(_LINE_LENGTH, _("Money back, the right goods, an apology…"))
        self.opened_on = AskedOn()
        self._words = Labelled(N_("What happened"), self.note)
        self._wanted = Labelled(N_("What the buyer wants"), self.wanted)
        self._day = Labelled(N_("Raised on"), self.opened_on)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._wanted, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._words)
        self.body.addLayout(row)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [
            self._words.place("note"),
            self._wanted.place("wanted"),
            self._day.place("opened_on"),
        ]
