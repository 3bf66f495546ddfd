"""What couriers say about a parcel: its statuses, the phrases that mean them, a page as text."""

from shopdesk.rules.tracking.events import ReadEvent
from shopdesk.rules.tracking.faults import FAULTS, fault_of
from shopdesk.rules.tracking.page import ReadLine, Understood, understood
from shopdesk.rules.tracking.phrases import status_of
from shopdesk.rules.tracking.statuses import DELIVERED, STATUSES, TrackStatus, latest_of
from shopdesk.rules.tracking.times import AHEAD

__all__ = [
    "AHEAD",
    "DELIVERED",
    "FAULTS",
    "STATUSES",
    "ReadEvent",
    "ReadLine",
    "TrackStatus",
    "Understood",
    "fault_of",
    "latest_of",
    "status_of",
    "understood",
]
