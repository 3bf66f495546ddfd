"""What a return is and what may happen to it next, read by buttons, lists, clocks and reports.

A state says who is waited for; a step leads from some states to one other. What a return is, its
remedy says: goods that do not come back skip the parcel's states.
"""

from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules.remedies import Remedy


@dataclass(frozen=True, slots=True)
class Wait:
    """Who a state waits for, and the clock that runs meanwhile."""

    who: str
    clock: str


@dataclass(frozen=True, slots=True)
class State:
    """Where a return stands; `tone` is one of new, wait, accent, good, neutral.

    `wait_kept` is what is waited for where no goods come back, if that differs.
    """

    code: str
    name: str
    tone: str
    wait: Wait | None = None
    wait_kept: Wait | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person can do to a return.

    A step without a `target` leaves the return where it is. `asks` names the form that must be
    filled in first; `stamps` the time column that the step sets, `clears` those that a step
    back empties. `goods_back` and `settled`, where given, say for which returns it is: those
    whose goods come back or not, those that were settled once or not.
    """

    code: str
    name: str
    done: str
    sources: frozenset[str]
    target: str | None
    goods_back: bool | None = None
    settled: bool | None = None
    asks: str | None = None
    stamps: str | None = None
    clears: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    """The clocks that it keeps when it comes in time; others that run then are dropped."""
    main: bool = True
    """Whether it can be the one next step; the others stand in the menu."""
    many: bool = False
    """Whether it can be done to many returns at once, with nothing to fill in."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides which steps a return allows."""

    state: str
    remedy: Remedy
    settled: bool = False
    """Whether it was settled once, even if it was reopened since."""


DECIDE = Wait("us", "decide")
SETTLE = Wait("us", "settle")
"""Settling with money runs the clock `refund`, settling with goods alone `reship`."""
TELL = Wait("us", "tell")

STATES = {
    state.code: state
    for state in (
        State("asked", N_("Asked"), "new", DECIDE),
        State("agreed", N_("Agreed"), "wait", Wait("buyer", "send"), SETTLE),
        State("declined", N_("Declined"), "neutral", TELL),
        State("on_its_way", N_("On its way"), "wait", Wait("courier", "arrive")),
        State("arrived", N_("Arrived"), "accent", Wait("us", "inspect")),
        State("inspected", N_("Inspected"), "accent", SETTLE),
        State("settled", N_("Settled"), "good", TELL),
        State("closed", N_("Closed"), "neutral", is_open=False),
        State("cancelled", N_("Cancelled"), "neutral", is_open=False),
    )
}

OPEN_STATES = tuple(code for code, state in STATES.items() if state.is_open)

# The order is that of buttons and menus; the first main step of a state is its next one.
STEPS = {
    step.code: step
    for step in (
        Step(
            "agree",
            N_("Agree"),
            N_("Return agreed."),
            frozenset({"asked"}),
            "agreed",
            stamps="decided_at",
            many=True,
            meets=("decide",),
        ),
        Step(
            "send",
            N_("Enter waybill"),
            N_("Parcel is on its way."),
            frozenset({"agreed"}),
            "on_its_way",
            goods_back=True,
            asks="waybill",
            stamps="sent_at",
            meets=("send",),
        ),
        Step(
            "inspect",
            N_("Inspect"),
            N_("Parcel inspected."),
            frozenset({"arrived"}),
            "inspected",
            goods_back=True,
            asks="inspection",
            stamps="inspected_at",
            meets=("inspect",),
        ),
        Step(
            "settle",
            N_("Settle"),
            N_("Return settled."),
            frozenset({"inspected"}),
            "settled",
            goods_back=True,
            asks="settlement",
            stamps="settled_at",
            many=True,
            meets=("refund", "reship"),
        ),
        Step(
            "settle_kept",
            N_("Settle"),
            N_("Return settled."),
            frozenset({"agreed"}),
            "settled",
            goods_back=False,
            asks="settlement",
            stamps="settled_at",
            many=True,
            meets=("refund", "reship"),
        ),
        Step(
            "receive",
            N_("Parcel arrived"),
            N_("Parcel arrived."),
            frozenset({"on_its_way"}),
            "arrived",
            goods_back=True,
            stamps="arrived_at",
            meets=("send", "arrive"),
        ),
        Step(
            "receive_early",
            N_("Parcel arrived"),
            N_("Parcel arrived."),
            frozenset({"asked", "agreed", "declined"}),
            "arrived",
            goods_back=True,
            stamps="arrived_at",
            main=False,
            meets=("send",),
        ),
        Step(
            "receive_more",
            N_("Another parcel arrived"),
            N_("Another parcel arrived."),
            frozenset({"arrived", "inspected"}),
            "arrived",
            goods_back=True,
            main=False,
        ),
        Step(
            "close",
            N_("Buyer told, close"),
            N_("Return closed."),
            frozenset({"settled", "declined"}),
            "closed",
            stamps="closed_at",
            many=True,
            meets=("tell",),
        ),
        Step(
            "remind",
            N_("Remind the buyer"),
            N_("Reminded."),
            frozenset({"agreed", "on_its_way"}),
            None,
            goods_back=True,
            main=False,
            many=True,
        ),
        Step(
            "decline",
            N_("Decline…"),
            N_("Return declined."),
            frozenset({"asked"}),
            "declined",
            asks="decline",
            stamps="decided_at",
            main=False,
            meets=("decide",),
        ),
        Step(
            "send_back",
            N_("Decline and send back…"),
            N_("Return declined, the goods go back to the buyer."),
            frozenset({"inspected"}),
            "settled",
            goods_back=True,
            asks="send_back",
            stamps="settled_at",
            main=False,
            meets=("refund", "reship"),
        ),
        Step(
            "cancel",
            N_("Cancel return…"),
            N_("Return cancelled."),
            frozenset({"asked", "agreed", "on_its_way"}),
            "cancelled",
            settled=False,
            asks="cancel",
            stamps="closed_at",
            main=False,
        ),
        Step(
            "reopen",
            N_("Reopen"),
            N_("Return reopened."),
            frozenset({"closed", "cancelled", "declined"}),
            "asked",
            settled=False,
            clears=("closed_at", "decided_at"),
            main=False,
        ),
        Step(
            "reopen_settled",
            N_("Reopen"),
            N_("Return reopened."),
            frozenset({"settled", "closed"}),
            "inspected",
            goods_back=True,
            settled=True,
            clears=("closed_at",),
            main=False,
        ),
        Step(
            "reopen_settled_kept",
            N_("Reopen"),
            N_("Return reopened."),
            frozenset({"settled", "closed"}),
            "agreed",
            goods_back=False,
            settled=True,
            clears=("closed_at",),
            main=False,
        ),
    )
}

STEPPER = ("asked", "agreed", "on_its_way", "arrived", "inspected", "settled", "closed")
STEPPER_GOODS_KEPT = ("asked", "agreed", "settled", "closed")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter of the returns list; it has a count where the count is cheap and useful."""

    code: str
    name: str
    states: tuple[str, ...]
    counted: bool = True


_TO_TELL = tuple(code for code in OPEN_STATES if STATES[code].wait == TELL)

# Those between "Open" and "Closed" share the open returns out, so that their counts add up.
RETURN_CHIPS = (
    Chip("open", N_("Open"), OPEN_STATES),
    *(Chip(code, STATES[code].name, (code,)) for code in OPEN_STATES if code not in _TO_TELL),
    Chip("to_tell", N_("To tell"), _TO_TELL),
    Chip("closed", N_("Closed"), ("closed", "cancelled"), counted=False),
    Chip("all", N_("All"), tuple(STATES), counted=False),
)


def steps_from(standing: Standing) -> list[Step]:
    """Return what may be done now, in the order of buttons."""
    return [step for step in STEPS.values() if allows(standing, step)]


def allows(standing: Standing, step: Step) -> bool:
    """Tell whether a return that stands so allows a step."""
    return (
        standing.state in step.sources
        and step.goods_back in (None, standing.remedy.goods_back)
        and step.settled in (None, standing.settled)
    )


def next_step(standing: Standing) -> Step | None:
    """Return the one step that moves the return on, if there is one."""
    return next((step for step in steps_from(standing) if step.main), None)


def waiting(state: str, remedy: Remedy) -> Wait | None:
    """Return who is waited for in a state and by which clock, or None where nothing is."""
    found = STATES[state]
    wait = found.wait if remedy.goods_back or not found.wait_kept else found.wait_kept
    if wait is SETTLE:
        return Wait(wait.who, "refund" if remedy.money_back else "reship")
    return wait


def stepper_states(remedy: Remedy) -> tuple[str, ...]:
    """Return the states on the straight way from asked to closed."""
    return STEPPER if remedy.goods_back else STEPPER_GOODS_KEPT
