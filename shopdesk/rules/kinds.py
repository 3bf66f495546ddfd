"""The three kinds of case beside each other: their names, states and pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from shopdesk.i18n import N_
from shopdesk.rules import complaints, reshipments, states
from shopdesk.rules.states import State, Step


@dataclass(frozen=True, slots=True)
class Kind:
    """What every list of cases needs to know of one kind; `page` is its place in the window."""

    code: str
    name: str
    icon: str
    page: str
    states: Mapping[str, State]
    steps: Mapping[str, Step]

    @property
    def open_states(self) -> tuple[str, ...]:
        """The states in which something is still to be done."""
        return tuple(code for code, state in self.states.items() if state.is_open)


KINDS = {
    kind.code: kind
    for kind in (
        Kind("return", N_("Return"), "rotate-ccw", "returns", states.STATES, states.STEPS),
        Kind(
            "reshipment",
            N_("Reshipment"),
            "truck",
            "reshipments",
            reshipments.STATES,
            reshipments.STEPS,
        ),
        Kind(
            "complaint",
            N_("Complaint"),
            "message-square-warning",
            "complaints",
            complaints.STATES,
            complaints.STEPS,
        ),
    )
}
