"""The card that says why goods go out, how far, and what is to be remembered about it."""

from shopdesk.i18n import N_, _
from shopdesk.rules.reshipments import REASONS
from shopdesk.rules.zones import ZONES
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.base.labelled import Labelled, Place, refusal_line
from shopdesk.ui.pages.new_case.choices import ChipField

_NOTE_LENGTH = 10_000
_NOTE_PX = 76


class WhyCard(Card):
    """One reason; how far it goes is told by the address unless a person says it."""

    def __init__(self) -> None:
        super().__init__(_("Why"))
        chips = [Chip(code, name) for code, name in REASONS.items()]
        self.reason = ChipField(chips, N_("Why goods go out"))
        self._refusal = refusal_line()
        zones = [("", _("As the address tells")), *((code, _(n)) for code, n in ZONES.items())]
        self.zone = ChoiceField(zones)
        self.note = NoteField(_NOTE_LENGTH)
        self.note.setFixedHeight(_NOTE_PX)
        self._zone = Labelled(N_("How far"), self.zone)
        self._words = Labelled(N_("The buyer's words"), self.note)
        for widget in (self.reason, self._refusal, self._zone, self._words):
            self.body.addWidget(widget)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [
            Place("reason", self.reason, self._refusal),
            self._zone.place("zone"),
            self._words.place("note"),
        ]
