"""The card for the buyer's own words, the day they asked, and the platform's deadline if any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from shopdesk.i18n import N_, _
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.labelled import Labelled, Place, refusal_line
from shopdesk.ui.pages.new_case.asked_on import AskedOn
from shopdesk.ui.pages.new_return.platform_deadline import PlatformDeadline

_LENGTH = 10_000


class NoteCard(Card):
    """All of it is filled in already, or may stay empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Note"))
        self.note = NoteField(_LENGTH, _("What the buyer wrote or said, as it was"))
        self.asked_on = AskedOn()
        self._words = Labelled(N_("The buyer's words"), self.note)
        self._day = Labelled(N_("Asked on"), self.asked_on)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.platform_due_at = PlatformDeadline()
        self._refusal = refusal_line()
        self.body.addWidget(self.platform_due_at)
        self.body.addWidget(self._refusal)

    def set_zone(self, timezone: str) -> None:
        """Take days and times for those of the shop."""
        self.asked_on.set_zone(timezone)
        self.platform_due_at.set_zone(timezone)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        deadline = Place("platform_due_at", self.platform_due_at, self._refusal)
        return [self._words.place("note"), self._day.place("asked_on"), deadline]
