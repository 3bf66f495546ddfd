"""How goods go out again: the states and steps of a reshipment, and why one is opened."""

from shopdesk.i18n import N_
from shopdesk.rules.states import State, Step, Wait

PACK = Wait("us", "reship")

STATES = {
    state.code: state
    for state in (
        State("to_pack", N_("To pack"), "accent", PACK),
        State("packed", N_("Packed"), "accent", PACK),
        State("sent", N_("Sent"), "wait", Wait("courier", "arrive")),
        State("delivered", N_("Delivered"), "good", is_open=False),
        State("cancelled", N_("Cancelled"), "neutral", is_open=False),
    )
}

UNSENT = frozenset({"to_pack", "packed"})
"""The states in which goods and address may still be changed."""

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
            "deliver",
            N_("Delivered"),
            N_("Goods delivered."),
            frozenset({"sent"}),
            "delivered",
            stamps="delivered_at",
            meets=("arrive",),
        ),
        Step(
            "pack",
            N_("Packed"),
            N_("Goods packed."),
            frozenset({"to_pack"}),
            "packed",
            stamps="packed_at",
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
    "exchange": N_("Exchange"),
    "repair": N_("Repaired goods"),
    "part_missing": N_("Missing part"),
    "send_back": N_("Sent back to the buyer"),
}

REASON_OF_REMEDY = {
    "exchange": "exchange",
    "repair": "repair",
    "missing_part": "part_missing",
    "send_back": "send_back",
}
"""Why goods go out, by the remedy of the return that they settle."""


def steps_from(state: str) -> list[Step]:
    """Return what may be done to a reshipment now, in the order of buttons."""
    return [step for step in STEPS.values() if state in step.sources]
