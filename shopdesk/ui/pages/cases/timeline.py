"""What happened to a case, worded for its timeline."""

from collections.abc import Sequence
from datetime import datetime

from shopdesk.desk import NOBODY
from shopdesk.formats import Formats
from shopdesk.queries.return_detail import TimelineRow
from shopdesk.rules.event_sentences import event_text
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.base.timeline import Event


def events_of(entries: Sequence[TimelineRow], now: datetime, formats: Formats) -> list[Event]:
    """Return the entries as the timeline shows them, in their order: the newest first."""
    return [_event(entry, now, formats) for entry in entries]


def _event(entry: TimelineRow, now: datetime, formats: Formats) -> Event:
    return Event(
        when_text(entry.at, now, formats),
        event_text(entry.event, entry.text, entry.values, formats),
        by="" if entry.person == NOBODY else entry.person,
    )
