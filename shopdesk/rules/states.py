"""What a return is and what may happen to it next, read by buttons, lists, clocks and reports.

A state says who is waited for; a step leads from some states to one other. Goods that do not
come back skip the parcel's states, so a step can ask for `goods_back`.
"""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Wait:
    """Who a state waits for, and the clock that runs meanwhile."""

    who: str
    clock: str


@dataclass(frozen=True, slots=True)
class State:
    """Where a return stands; `tone` is one of new, wait, accent, good, neutral."""

    code: str
    name: str
    tone: str
    wait: Wait | None = None
    wait_goods_kept: Wait | None = None
    """What is waited for where no goods come back; the same as `wait` if None."""
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person can do to a return.

    `stamps` names the time column that the step sets; `asks` the form that must be filled in
    first; `undoes_stamp` are columns that a backward step clears.
    """

    code: str
    name: str
    done: str
    sources: frozenset[str]
    target: str
    goods_back: bool | None = None
    asks: str | None = None
    stamps: str | None = None
    clears: tuple[str, ...] = ()
    main: bool = True
    """Whether it can be the one next step; the others stand in the menu."""


DECIDE = Wait("us", "decide")
REFUND = Wait("us", "refund")
TELL = Wait("us", "tell")

STATES = {
    state.code: state
    for state in (
        State("asked", N_("Asked"), "new", DECIDE),
        State("agreed", N_("Agreed"), "wait", Wait("buyer", "send"), REFUND),
        State("declined", N_("Declined"), "neutral", TELL),
        State("on_its_way", N_("On its way"), "wait", Wait("courier", "arrive")),
        State("arrived", N_("Arrived"), "accent", REFUND),
        State("settled", N_("Settled"), "good", TELL),
        State("closed", N_("Closed"), "neutral", is_open=False),
        State("cancelled", N_("Cancelled"), "neutral", is_open=False),
    )
}

OPEN_STATES = tuple(code for code, state in STATES.items() if state.is_open)

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
        ),
        Step(
            "receive",
            N_("Parcel arrived"),
            N_("Parcel arrived."),
            frozenset({"on_its_way", "agreed"}),
            "arrived",
            goods_back=True,
            stamps="arrived_at",
        ),
        Step(
            "settle",
            N_("Settle"),
            N_("Return settled."),
            frozenset({"arrived"}),
            "settled",
            goods_back=True,
            asks="settlement",
            stamps="settled_at",
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
        ),
        Step(
            "close",
            N_("Buyer told, close"),
            N_("Return closed."),
            frozenset({"settled", "declined"}),
            "closed",
            stamps="closed_at",
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
        ),
        Step(
            "cancel",
            N_("Cancel return…"),
            N_("Return cancelled."),
            frozenset({"asked", "agreed", "on_its_way"}),
            "cancelled",
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
            clears=("closed_at", "decided_at"),
            main=False,
        ),
    )
}

STEPPER = ("asked", "agreed", "on_its_way", "arrived", "settled", "closed")
STEPPER_GOODS_KEPT = ("asked", "agreed", "settled", "closed")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter of the returns list; it has a count where the count is cheap and useful."""

    code: str
    name: str
    states: tuple[str, ...]
    counted: bool = True


RETURN_CHIPS = (
    Chip("open", N_("Open"), OPEN_STATES),
    *(Chip(code, STATES[code].name, (code,)) for code in OPEN_STATES if code != "declined"),
    Chip("closed", N_("Closed"), ("closed", "cancelled"), counted=False),
    Chip("all", N_("All"), tuple(STATES), counted=False),
)


def steps_from(state: str, *, goods_back: bool) -> list[Step]:
    """Return what may be done now, in the order of buttons."""
    return [
        step
        for step in STEPS.values()
        if state in step.sources and step.goods_back in (None, goods_back)
    ]


def next_step(state: str, *, goods_back: bool) -> Step | None:
    """Return the one step that moves the return on, if there is one."""
    return next((step for step in steps_from(state, goods_back=goods_back) if step.main), None)


def waiting(state: str, *, goods_back: bool) -> Wait | None:
    """Return who is waited for in a state, or None where nothing is."""
    found = STATES[state]
    return found.wait if goods_back or not found.wait_goods_kept else found.wait_goods_kept


def stepper_states(*, goods_back: bool) -> tuple[str, ...]:
    """Return the states on the straight way from asked to closed."""
    return STEPPER if goods_back else STEPPER_GOODS_KEPT
