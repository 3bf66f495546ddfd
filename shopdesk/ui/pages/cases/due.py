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
    "act": N_("{due}: put it right by {day}: send again, refund or claim."),
    "move": N_("{due}: the courier should scan it again by {day}. After that, ask the courier."),
    "platform": N_("{due}: the platform waits for an answer until {day}, {time}."),
}

# In a state of which the clock alone does not tell what is waited for.
IN_STATE = {"chosen": N_("{due}: do what the buyer chose by {day}.")}

# The same once the time has run out, where waiting was for somebody else.
WHY_LATE = {
    "send": N_("{due}: the parcel should have been sent by {day}. Ask the buyer, or cancel."),
    "arrive": N_("{due}: the parcel should have been here by {day}. Ask the courier."),
    "choose": N_("{due}: the buyer had until {day} to choose. Ask again."),
    "move": N_(
        "{due}: the next scan was expected by {day}. Ask the courier, write down what they say,"
        " and tell the buyer before they ask."
    ),
}

# Who else than the policy set the time, by the clock's source.
SET_BY = {
    "platform": N_("{due}: until {day}, {time}, by the platform's own deadline."),
    "reminder": N_("{due}: reminded; wait until {day}, then decide how to go on."),
}
SET_BY_LATE = {
    "platform": SET_BY["platform"],
    "reminder": N_("{due}: reminded, and waited until {day}. Decide now how to go on."),
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
    sentence = _(_words(found, is_late=due.tone == "late")).format(
        due=due.text,
        day=formats.day(found.due_at.astimezone(formats.timezone).date()),
        time=formats.time(found.due_at),
        policy=policy,
    )
    return Said(sentence, TONES[due.tone])


def _words(found: ShownCase, *, is_late: bool) -> str:
    why = IN_STATE.get(found.state, WHY[found.due_clock])
    if not is_late:
        return SET_BY.get(found.due_source, why)
    return SET_BY_LATE.get(found.due_source, WHY_LATE.get(found.due_clock, why))


def _ending(found: ShownCase, formats: Formats) -> Said:
    if found.closed_at is None:
        return Said("", "muted")
    day = formats.date(found.closed_at.astimezone(formats.timezone).date())
    words = N_("Cancelled on {day}.") if found.state == "cancelled" else N_("Closed on {day}.")
    return Said(_(words).format(day=day), "muted")
