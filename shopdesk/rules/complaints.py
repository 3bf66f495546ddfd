"""How a complaint is answered: its states and steps, how grave it is, how a platform decides.

At least two options are offered, the buyer chooses one, and only then it is done. A platform
that was called in runs its own clock beside, until its verdict.
"""

from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules.states import Chip, State, Step, Wait

STATES = {
    state.code: state
    for state in (
        State("open", N_("New"), "new", Wait("us", "reply")),
        State("looking", N_("Looked into"), "accent", Wait("us", "solve")),
        State("offered", N_("Options offered"), "wait", Wait("buyer", "choose")),
        State("chosen", N_("Buyer chose"), "accent", Wait("us", "act")),
        State("done", N_("Acted on"), "good", Wait("us", "tell")),
        State("closed", N_("Closed"), "neutral", is_open=False),
        State("merged", N_("Merged"), "neutral", is_open=False),
        State("withdrawn", N_("Withdrawn"), "neutral", is_open=False),
    )
}

OPEN_STATES = tuple(code for code, state in STATES.items() if state.is_open)
_OPEN = frozenset(OPEN_STATES)
LEAST_OPTIONS = 2
OPEN_TO_OPTIONS = frozenset({"open", "looking", "offered"})
"""The states in which nothing is chosen yet, so that more can be thought of."""


@dataclass(frozen=True, slots=True)
class Grievance:
    """What decides which steps a complaint allows; `at_platform` until the verdict is there."""

    state: str
    at_platform: bool = False


STEPS = {
    step.code: step
    for step in (
        Step(
            "reply",
            N_("Replied"),
            N_("First reply noted."),
            frozenset({"open"}),
            "looking",
            stamps="replied_at",
            meets=("reply",),
        ),
        Step(
            "act",
            N_("Do what was chosen"),
            N_("What was chosen is set going."),
            frozenset({"chosen"}),
            "done",
            asks="act",
            stamps="done_at",
            meets=("act",),
        ),
        Step(
            "choose",
            N_("Buyer chose…"),
            N_("The buyer's choice is noted."),
            frozenset({"offered", "chosen"}),
            "chosen",
            asks="choice",
            stamps="chosen_at",
            meets=("choose",),
        ),
        Step(
            "offer",
            N_("Offer a way out"),
            N_("Options offered."),
            frozenset({"open", "looking", "offered"}),
            "offered",
            asks="offer",
            stamps="offered_at",
            meets=("reply", "solve"),
        ),
        Step(
            "close",
            N_("Buyer told, close"),
            N_("Complaint closed."),
            frozenset({"done"}),
            "closed",
            asks="close",
            stamps="closed_at",
            meets=("tell",),
        ),
        Step(
            "ask_again",
            N_("Ask the buyer again"),
            N_("Asked again."),
            frozenset({"offered"}),
            None,
            main=False,
        ),
        Step(
            "escalate",
            N_("Platform called in…"),
            N_("The platform's deadline runs."),
            _OPEN,
            None,
            asks="escalation",
            stamps="escalated_at",
            clears=("verdict_at",),
            main=False,
        ),
        Step(
            "verdict",
            N_("Platform decided…"),
            N_("The platform's verdict is noted."),
            _OPEN,
            None,
            asks="verdict",
            stamps="verdict_at",
            main=False,
            meets=("platform",),
        ),
        Step(
            "settle_unanswered",
            N_("Close without an answer…"),
            N_("Complaint closed."),
            frozenset({"looking", "offered"}),
            "closed",
            asks="note",
            stamps="closed_at",
            main=False,
        ),
        Step(
            "withdraw",
            N_("Buyer takes it back…"),
            N_("Complaint withdrawn."),
            _OPEN,
            "withdrawn",
            asks="note",
            stamps="closed_at",
            main=False,
        ),
        Step(
            "merge",
            N_("Merge into another…"),
            N_("Complaint merged."),
            _OPEN,
            "merged",
            asks="merge",
            stamps="closed_at",
            main=False,
        ),
        Step(
            "reopen",
            N_("Reopen…"),
            N_("Complaint reopened."),
            frozenset({"done", "closed", "withdrawn", "merged"}),
            "looking",
            asks="note",
            clears=("closed_at", "offered_at", "chosen_at", "done_at", "merged_into_id"),
            main=False,
        ),
    )
}
"""The order is that of buttons; the first main step of a state is its next one.

What moves on from a state therefore stands before what may be said again in it.
"""

_FOR_PLATFORM = {"escalate": False, "verdict": True}
"""Which steps need a complaint that the platform has, or has not."""
_WAITS_FOR_VERDICT = frozenset({"close", "settle_unanswered", "withdraw", "merge"})
"""What would end a complaint that the platform is still to decide."""

SEVERITIES = {
    "low": N_("Low"),
    "normal": N_("Normal"),
    "high": N_("High"),
    "urgent": N_("Urgent"),
}

VERDICTS = {
    "ours": N_("For us"),
    "buyers": N_("For the buyer"),
    "shared": N_("Shared"),
    "dropped": N_("Taken back"),
}
"""How a platform decided, or that it did not have to."""

COMPLAINT_CHIPS = (
    Chip("open", N_("Open"), OPEN_STATES),
    Chip("new", STATES["open"].name, ("open",)),
    *(Chip(code, STATES[code].name, (code,)) for code in OPEN_STATES if code != "open"),
    Chip("closed", N_("Closed"), ("closed", "merged", "withdrawn"), counted=False),
    Chip("all", N_("All"), tuple(STATES), counted=False),
)


def allows(grievance: Grievance, step: Step) -> bool:
    """Tell whether a complaint that stands so allows a step."""
    if grievance.state not in step.sources:
        return False
    if grievance.at_platform and step.code in _WAITS_FOR_VERDICT:
        return False
    return _FOR_PLATFORM.get(step.code, grievance.at_platform) == grievance.at_platform


def steps_from(grievance: Grievance) -> list[Step]:
    """Return what may be done now, in the order of buttons."""
    return [step for step in STEPS.values() if allows(grievance, step)]


def next_step(grievance: Grievance) -> Step | None:
    """Return the one step that moves the complaint on, if there is one.

    Where all is done but the platform still has it, that is its verdict.
    """
    steps = steps_from(grievance)
    verdict = next((step for step in steps if step.code == "verdict"), None)
    return next((step for step in steps if step.main), verdict)
