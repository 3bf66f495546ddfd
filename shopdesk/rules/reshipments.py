"""How goods go out again: the states and steps of a reshipment, and why one is opened."""

from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules.states import Chip, State, Step, Wait

PACK = Wait("us", "reship")
MOVE = Wait("courier", "move")
PUT_RIGHT = Wait("us", "act")
"""It did not get there: goods again, money, a claim, until somebody says that it is dealt with."""

STATES = {
    state.code: state
    for state in (
        State("to_pack", N_("To pack"), "accent", PACK),
        State("packed", N_("Packed"), "accent", PACK),
        State("sent", N_("Sent out"), "wait", MOVE),
        State("on_its_way", N_("In transit"), "wait", MOVE),
        State("delivered", N_("Delivered"), "good", is_open=False),
        State("confirmed", N_("Confirmed"), "good", is_open=False),
        State("lost", N_("Lost"), "late", PUT_RIGHT),
        State("damaged", N_("Damaged"), "late", PUT_RIGHT),
        State("refused", N_("Refused"), "late", PUT_RIGHT),
        State("out_of_range", N_("Out of range"), "late", PUT_RIGHT),
        State("returned", N_("Returned to us"), "late", PUT_RIGHT),
        State("dealt_with", N_("Dealt with"), "neutral", is_open=False),
        State("cancelled", N_("Cancelled"), "neutral", is_open=False),
    )
}

STRAIGHT = ("to_pack", "packed", "sent", "on_its_way", "delivered", "confirmed")
"""The way on which nothing goes wrong."""

OPEN_STATES = tuple(code for code, state in STATES.items() if state.is_open)
UNSENT = frozenset({"to_pack", "packed"})
"""The states in which goods and address may still be changed."""
MOVING = frozenset({"sent", "on_its_way"})
"""The states that are stalled once their clock has run out."""
FAILED = frozenset({"lost", "damaged", "refused", "out_of_range", "returned"})
"""It did not get there, or not whole; what to do about it is open."""
_ARRIVED = frozenset({"delivered", "confirmed"})

STALLED = State("stalled", N_("Stalled"), "late", MOVE)
"""How a moving one is shown that was not scanned for longer than is usual; never stored."""

STEPS = {
    step.code: step
    for step in (
        Step(
            "send",
            N_("Send…"),
            N_("Goods are on their way."),
            UNSENT,
            "sent",
            asks="dispatch",
            stamps="sent_at",
            meets=("reship",),
        ),
        Step(
            "reship",
            N_("Send again…"),
            N_("Sent again with a new reshipment."),
            FAILED,
            "dealt_with",
            asks="goods_out",
            meets=("act",),
        ),
        Step(
            "deliver",
            N_("Delivered"),
            N_("Goods delivered."),
            MOVING | {"lost", "out_of_range"},
            "delivered",
            stamps="delivered_at",
            meets=("move", "act"),
        ),
        Step(
            "confirm",
            N_("Buyer confirms"),
            N_("Buyer confirmed."),
            frozenset({"delivered"}),
            "confirmed",
            stamps="confirmed_at",
        ),
        Step(
            "pack",
            N_("Packed"),
            N_("Goods packed."),
            frozenset({"to_pack"}),
            "packed",
            stamps="packed_at",
            main=False,
            many=True,
        ),
        Step(
            "move",
            N_("In transit"),
            N_("Parcel is in transit."),
            frozenset({"sent"}),
            "on_its_way",
            main=False,
            meets=("move",),
        ),
        Step(
            "chase",
            N_("Ask the courier…"),
            N_("Courier asked."),
            MOVING | FAILED,
            None,
            asks="chase",
            main=False,
        ),
        *(
            Step(
                f"mark_{code}",
                name,
                done,
                sources,
                code,
                asks="failure",
                main=False,
                meets=("act",),
            )
            for code, name, done, sources in (
                ("lost", N_("Lost…"), N_("Marked as lost."), MOVING | {"out_of_range"}),
                ("damaged", N_("Damaged…"), N_("Marked as damaged."), MOVING | _ARRIVED),
                ("refused", N_("Refused…"), N_("Marked as refused."), MOVING),
                ("out_of_range", N_("Out of range…"), N_("Marked as out of range."), MOVING),
                (
                    "returned",
                    N_("Came back to us…"),
                    N_("Marked as returned."),
                    MOVING | {"lost", "refused", "out_of_range", "damaged"},
                ),
            )
        ),
        Step(
            "refund",
            N_("Refund instead…"),
            N_("A refund was opened."),
            FAILED,
            "dealt_with",
            asks="refund_instead",
            main=False,
            meets=("act",),
        ),
        Step(
            "deal",
            N_("Dealt with…"),
            N_("Dealt with."),
            FAILED,
            "dealt_with",
            asks="note",
            main=False,
            meets=("act",),
        ),
        Step(
            "reopen",
            N_("Not delivered after all…"),
            N_("Reshipment is on its way again."),
            _ARRIVED,
            "on_its_way",
            asks="note",
            clears=("delivered_at", "confirmed_at"),
            main=False,
        ),
        Step(
            "cancel",
            N_("Cancel…"),
            N_("Reshipment cancelled."),
            UNSENT,
            "cancelled",
            asks="cancel",
            main=False,
        ),
    )
}
"""The order is that of buttons; the first main step of a state is its next one."""

REASONS = {
    "missing_item": N_("Missing item"),
    "wrong_item": N_("Wrong item"),
    "damaged": N_("Damaged on the way"),
    "lost": N_("Lost on the way"),
    "missing_gift": N_("Missing gift"),
    "part_missing": N_("Part missing"),
    "exchange": N_("Exchange"),
    "repair": N_("Repaired goods"),
    "send_back": N_("Sent back to the buyer"),
    "goodwill": N_("Goodwill"),
}

LIABLE = {
    "missing_item": "warehouse",
    "wrong_item": "warehouse",
    "damaged": "courier",
    "lost": "courier",
    "missing_gift": "warehouse",
    "part_missing": "warehouse",
    "goodwill": "service",
}
"""Who usually bears what goes out for a reason; that of a return is the return's matter."""

GOODS_LOST = frozenset({"damaged", "lost", "goodwill"})
"""Why goods go out that the shop has twice to pay for; what was not sent before is no loss."""

REASON_OF_FAILURE = {"lost": "lost", "damaged": "damaged"}
"""Why goods go out again after the first did not get there; else for what they went out."""

REFUND_REASON = {
    "lost": "not_received",
    "damaged": "damaged_in_transit",
    "refused": "refused_undeliverable",
    "out_of_range": "not_received",
    "returned": "not_received",
}
"""Why money goes back instead, a key of rules.reasons.REASONS, by what went wrong."""

CLAIMABLE = frozenset({"lost", "damaged"})
"""What a courier usually pays for."""

ADVICE = {
    "lost": N_("Ask the buyer: goods again or money back."),
    "damaged": N_("Ask for photos. Then goods again or money back."),
    "refused": N_("Ask the buyer why. The parcel comes back: receive it, then decide."),
    "out_of_range": N_("Send it on with another courier, or agree on another address."),
    "returned": N_("Check the address with the buyer, then send it again or give money back."),
}
"""What to do about a parcel that did not get there."""

REASON_OF_REMEDY = {
    "exchange": "exchange",
    "repair": "repair",
    "missing_part": "part_missing",
    "send_back": "send_back",
}
"""Why goods go out, by the remedy of the return that they settle."""

RESHIPMENT_CHIPS = (
    Chip("open", N_("Open"), OPEN_STATES),
    Chip("to_pack", N_("To pack"), ("to_pack",)),
    Chip("packed", N_("Packed"), ("packed",)),
    Chip("moving", N_("Under way"), ("sent", "on_its_way")),
    Chip("stalled", STALLED.name, ("sent", "on_its_way")),
    Chip("failed", N_("Went wrong"), tuple(code for code in STATES if code in FAILED)),
    Chip(
        "closed",
        N_("Closed"),
        tuple(code for code, state in STATES.items() if not state.is_open),
        counted=False,
    ),
    Chip("all", N_("All"), tuple(STATES), counted=False),
)


@dataclass(frozen=True, slots=True)
class Moving:
    """What decides what is next for a reshipment."""

    state: str
    is_late: bool = False
    """Whether its clock has run out: a moving one is stalled then."""


def steps_from(state: str) -> list[Step]:
    """Return what may be done to a reshipment now, in the order of buttons."""
    return [step for step in STEPS.values() if state in step.sources]


def next_step(moving: Moving) -> Step | None:
    """Return the one step that moves it on: a stalled one is asked about before all else."""
    if is_stalled(moving):
        return STEPS["chase"]
    return next((step for step in steps_from(moving.state) if step.main), None)


def is_stalled(moving: Moving) -> bool:
    """Tell whether it is on its way and was not scanned for longer than is usual."""
    return moving.is_late and moving.state in MOVING


def shown_state(moving: Moving) -> State:
    """Return where it stands, as it is told."""
    return STALLED if is_stalled(moving) else STATES[moving.state]
