"""What is due on a return and why, in one sentence with its tone."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.sentences import due_text
from shopdesk.ui.theme import Tone

TONES: dict[str, Tone] = {"late": "late", "wait": "wait", "neutral": "accent"}

WHY = {
    "decide": N_("{due}: the buyer waits for an answer until {day}, {time}."),
    "send": N_("{due}: the parcel should be sent by {day}. After that, ask the buyer or cancel."),
    "arrive": N_("{due}: the parcel should be here by {day}. After that, ask the courier."),
    "inspect": N_("{due}: the parcel is here; look at the goods by {day}."),
    "refund": N_("{due}: the refund is due by {day} ({policy})."),
    "reship": N_("{due}: the goods should go out by {day}."),
    "tell": N_("{due}: tell the buyer what was done by {day}, then close."),
}

# Who else than the policy set the time, by the clock's source.
SET_BY = {
    "platform": N_("{due}: until {day}, {time}, by the platform's own deadline."),
    "reminder": N_("{due}: reminded; wait until {day}, then decide how to go on."),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for a notice; an empty one is not shown."""

    text: str
    tone: Tone


def due_sentence(found: ReturnDetail, now: datetime, formats: Formats) -> Said:
    """Return what is due when, or how a return ended that waits for nothing."""
    if found.due_at is None or found.due_clock not in WHY:
        return _ending(found, formats)
    due = due_text(found.due_clock, found.due_at, now)
    sentence = _(SET_BY.get(found.due_source, WHY[found.due_clock])).format(
        due=due.text,
        day=formats.day(found.due_at.astimezone(formats.timezone).date()),
        time=formats.time(found.due_at),
        policy=_(found.rules.name),
    )
    return Said(sentence, TONES[due.tone])


def _ending(found: ReturnDetail, formats: Formats) -> Said:
    if found.closed_at is None:
        return Said("", "muted")
    day = formats.date(found.closed_at.astimezone(formats.timezone).date())
    words = N_("Cancelled on {day}.") if found.state == "cancelled" else N_("Closed on {day}.")
    return Said(_(words).format(day=day), "muted")
