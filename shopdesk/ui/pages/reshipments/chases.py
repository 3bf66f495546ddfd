"""Whom one asked about a parcel, and what they said: the newest first."""

from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.ui.base.section import Section
from shopdesk.ui.base.timeline import Timeline
from shopdesk.ui.pages.cases.timeline import events_of

_EVENTS = frozenset({"reship_chase", "reship_chase_said"})


class ChasesSection(Section):
    """A part of the timeline by itself; nothing is shown before the courier was asked."""

    def __init__(self) -> None:
        super().__init__(_("Asked the courier"))

    def show_case(self, found: CaseDetail, now: datetime, formats: Formats) -> None:
        """Show what was asked about a reshipment."""
        asked = [entry for entry in found.timeline if entry.event in _EVENTS]
        if not asked:
            self.show_widgets([])
            return
        timeline = Timeline()
        timeline.set_events(events_of(asked, now, formats))
        self.show_widgets([timeline])
