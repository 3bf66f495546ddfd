"""One tracking event, typed: when, where, what the courier said."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_, _
from shopdesk.rules.tracking import STATUSES, ReadEvent, status_of
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.past_moment import PastMomentField
from shopdesk.ui.tracking.of import TrackingOf
from shopdesk.ui.tracking.writing import write_events
from shopdesk.ui.workbench import Workbench

_TEXT_LENGTH = 500
_PLACE_LENGTH = 200
_BY_WORDS = ""


class TrackingEventDialog(FormDialog):
    """What it means is told by its words, unless the person says so."""

    def __init__(self, bench: Workbench, of: TrackingOf, parent: QWidget) -> None:
        super().__init__(parent, f"{_('Tracking event')} · {of.number}", _("&Add event"))
        self._bench, self._of = bench, of
        self.at = self.form.add("at", N_("&When"), PastMomentField(of.timezone))
        hint = _("As the courier says it, such as “Out for delivery”.")
        self.text = self.form.add("text", N_("What was &said"), LineField(_TEXT_LENGTH), hint)
        self.place = self.form.add("place", N_("&Place"), LineField(_PLACE_LENGTH))
        meanings = [(code, _(status.name)) for code, status in STATUSES.items()]
        choices = [(_BY_WORDS, _("By its words")), *meanings]
        self.status = self.form.add("status", N_("It &means"), ChoiceField(choices))
        self.form.settle()
        self.text.setFocus()

    def save(self) -> None:
        """Add the event."""
        write_events(self._bench, self._of, (self._event(),), "typed", self)

    def _event(self) -> ReadEvent:
        """Return what was typed; a meaning without words is said in its own name."""
        text, chosen = self.text.value(), self.status.value()
        status = chosen or status_of(text)
        words = text or (_(STATUSES[chosen].name) if chosen else "")
        return ReadEvent(self.at.value(), self.place.value(), words, status)
