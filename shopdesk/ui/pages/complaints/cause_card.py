"""Why it went wrong, as chips: one press proposes who bears it."""

from shopdesk.i18n import _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.rules.situations import SITUATIONS, UNKNOWN, UNKNOWN_CAUSE
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.pages.complaints.actions import ComplaintActions


class CauseCard(Card):
    """The causes of the situation; arrows and numbers choose, too."""

    def __init__(self, actions: ComplaintActions) -> None:
        super().__init__(_("Cause"))
        self.chips = ChipRow((), _("Cause"), preset=False)
        self.chips.chosen.connect(actions.set_cause)
        self._note = wrapped_label("", "muted")
        self._situation = ""
        self.body.addWidget(self.chips)
        self.body.addWidget(self._note)

    def show_complaint(self, found: ComplaintDetail) -> None:
        """Offer the causes of its situation; none is chosen until somebody said."""
        is_emptied = not found.cause and bool(self.chips.current)
        if found.situation != self._situation or is_emptied:
            self._situation = found.situation
            self._offer(found.situation)
        if found.cause:
            self.chips.choose(found.cause)
        self._note.setText(found.cause_note)
        self._note.setVisible(bool(found.cause_note))

    def _offer(self, situation: str) -> None:
        known = SITUATIONS.get(situation)
        causes = known.causes if known else ()
        chips = [Chip(cause.code, cause.name) for cause in causes]
        self.chips.set_chips([])
        self.chips.set_chips([*chips, Chip(UNKNOWN_CAUSE, UNKNOWN)])
