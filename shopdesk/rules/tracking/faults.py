"""What an event can have that keeps it from being written, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from shopdesk.i18n import N_
from shopdesk.rules.tracking.events import ReadEvent
from shopdesk.rules.tracking.times import AHEAD
from shopdesk.rules.typed import can_be_kept, shows

LONGEST_TEXT = 500
LONGEST_PLACE = 200
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the attribute of the event that it is about."""

    field: str
    sentence: str


FAULTS: Mapping[str, Fault] = {
    "ahead": Fault("at", N_("This is still to come. Check day and time.")),
    "long_ago": Fault("at", N_("This is too long ago to be right. Check day and time.")),
    "blank": Fault("text", N_("Enter what the courier says.")),
    "long": Fault("text", N_("The courier's words are too long. Shorten them to 500 characters.")),
    "long_place": Fault("place", N_("The place is too long. Shorten it to 200 characters.")),
    "broken": Fault("text", N_("There is a broken character in it. Type it again.")),
}


def fault_of(event: ReadEvent, now: datetime) -> str:
    """Return what keeps an event from being written, a key of FAULTS; empty where nothing does."""
    text, place = " ".join(event.text.split()), event.place.strip()
    faults = {
        "ahead": event.at > now + AHEAD,
        "long_ago": event.at < EARLIEST,
        "blank": not shows(text),
        "long": len(text) > LONGEST_TEXT,
        "long_place": len(place) > LONGEST_PLACE,
        "broken": not can_be_kept(text + place),
    }
    return next((code for code, is_there in faults.items() if is_there), "")
