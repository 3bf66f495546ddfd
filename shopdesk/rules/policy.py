"""A shop's return policy: what its returns are judged and timed by, and how it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from shopdesk.i18n import N_
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.reasons import Fault

CountFrom = Literal["delivered", "ordered"]
Certainty = Literal["text", "copy", "second-hand", "uncertain", "own choice"]

CONDITIONED = frozenset(code for code, category in CATEGORIES.items() if category.condition)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a region's law, a platform or the shop's own promise says about sending goods back.

    Days count from the day after the goods were signed for, so that the last day of 7 is
    delivery + 7. `certainty` is a key of CERTAINTIES. `code` is the preset that it is or began
    as; `name` and `source` are marked for translation.
    """

    code: str
    name: str
    window_days: int
    fault_window_days: int
    refund_days: int
    send_days: int
    source: str
    certainty: Certainty
    checked_on: date
    excluded: frozenset[str] = frozenset()
    count_from: CountFrom = "delivered"
    conditions: frozenset[str] = CONDITIONED
    """Categories whose condition is to be asked about before the goods are sent."""
    evidence_for: frozenset[Fault] = frozenset({"seller", "courier"})
    """Whose fault must be shown by a photo."""
    decide_hours: int = 48
    arrive_days: int = 10
    inspect_days: int = 2
    reship_days: int = 3
    tell_days: int = 1
    reply_hours: int = 24
    """To the first answer to a complaint."""
    solve_days: int = 2
    """To find out what happened and offer a way out."""
    choose_days: int = 3
    """How long a buyer has to choose before one asks again."""
    act_days: int = 1
    """To do what was chosen, or to put right what went wrong on the way."""
    remind_days: int = 3
    """How much longer one waits after a reminder."""
    working: frozenset[str] = frozenset()
    """The clocks whose days are working days."""
    calendar: str = ""
    """The country whose public holidays are no working days, by its two letters."""
    freight: Mapping[Fault, str] = field(
        default_factory=lambda: {
            "buyer": "buyer",
            "nobody": "buyer",
            "seller": "seller",
            "courier": "seller",
        },
        hash=False,
    )


CERTAINTIES: dict[Certainty, str] = {
    "text": N_("Read in the text itself"),
    "copy": N_("Read in a copy of the text"),
    "second-hand": N_("Read about, not in the text itself"),
    "uncertain": N_("In part only told by others: check it before you rely on it"),
    "own choice": N_("Set by no law"),
}
"""How a source was read."""

COUNTS: dict[CountFrom, str] = {
    "delivered": N_("The day the parcel arrived"),
    "ordered": N_("The day of the order"),
}

# The fields that a shop may change, and that a version of its policy is kept by.
RULES = (
    "window_days",
    "count_from",
    "fault_window_days",
    "excluded",
    "conditions",
    "evidence_for",
    "decide_hours",
    "send_days",
    "arrive_days",
    "inspect_days",
    "refund_days",
    "reship_days",
    "tell_days",
    "reply_hours",
    "solve_days",
    "choose_days",
    "act_days",
    "remind_days",
    "working",
    "calendar",
    "freight",
)

_WINDOW = (0, 3650)
_WAIT = (1, 365)

BOUNDS: dict[str, tuple[int, int]] = {
    "window_days": _WINDOW,
    "fault_window_days": _WINDOW,
    "decide_hours": (1, 720),
    "send_days": _WAIT,
    "arrive_days": _WAIT,
    "inspect_days": _WAIT,
    "refund_days": _WAIT,
    "reship_days": _WAIT,
    "tell_days": _WAIT,
    "reply_hours": (1, 720),
    "solve_days": _WAIT,
    "choose_days": _WAIT,
    "act_days": _WAIT,
    "remind_days": _WAIT,
}
"""The least and the most that a figure of a policy can be; a window of 0 days is none."""


def rules_of(policy: Policy) -> dict[str, Any]:
    """Return what a version of a policy is kept by: plain values, sets as sorted lists."""
    return {name: _plain(getattr(policy, name)) for name in RULES}


def policy_with(policy: Policy, rules: Mapping[str, Any]) -> Policy:
    """Return a policy with the kept values of another version; unknown ones are left alone."""
    known = {
        name: type(getattr(policy, name))(value) for name, value in rules.items() if name in RULES
    }
    return replace(policy, **known)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value
