"""What is due on a case and why, in one sentence with its tone."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.rules.sentences import due_text
from shopdesk.ui.pages.cases.shown import ShownCase
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
    "reply": N_("{due}: the buyer waits for a first answer until {day}, {time}."),
    "solve": N_("{due}: find out what happened and offer a way out by {day}."),
    "choose": N_("{due}: the buyer chooses until {day}. After that, ask again."),
    "act": N_("{due}: do what is to be done by {day}."),
    "move": N_("{due}: the courier should scan it again by {day}. After that, ask the courier."),
    "platform": N_("{due}: the platform waits for an answer until {day}, {time}."),
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


def due_sentence(found: ShownCase, now: datetime, formats: Formats, policy: str = "") -> Said:
    """Return what is due when, or how a case ended that waits for nothing.

    `policy` is the name of what a refund's time follows.
    """
    if found.due_at is None or found.due_clock not in WHY:
        return _ending(found, formats)
    due = due_text(found.due_clock, found.due_at, now)
    sentence = _(SET_BY.get(found.due_source, WHY[found.due_clock])).format(
        due=due.text,
        day=formats.day(found.due_at.astimezone(formats.timezone).date()),
        time=formats.time(found.due_at),
        policy=policy,
    )
    return Said(sentence, TONES[due.tone])


def _ending(found: ShownCase, formats: Formats) -> Said:
    if found.closed_at is None:
        return Said("", "muted")
    day = formats.date(found.closed_at.astimezone(formats.timezone).date())
    words = N_("Cancelled on {day}.") if found.state == "cancelled" else N_("Closed on {day}.")
    return Said(_(words).format(day=day), "muted")
