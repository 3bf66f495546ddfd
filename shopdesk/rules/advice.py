"""The advice that a policy gives on a wish to return, with its reasons.

Advice is never a wall: the person decides, and going against it is recorded.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from shopdesk.i18n import N_
from shopdesk.rules.policy import Policy
from shopdesk.rules.reasons import OURS, Fault

Verdict = Literal["agree", "decline", "ask"]
Tone = Literal["good", "wait", "late", "info"]

NEEDS_PHOTO = "needs_photo"

# The advice's sentences by code: what is recorded is the code and its values, so that an old
# advice can be read in either language.
POINTS: dict[str, tuple[Tone, str]] = {
    "in_window": ("good", N_("Day {day} of {window} (arrived {delivered}, last day {last}).")),
    "in_window_ordered": (
        "good",
        N_("Day {day} of {window} (ordered {ordered}, last day {last})."),
    ),
    "past_window": ("late", N_("Day {day} of {window}: the last day was {last}.")),
    "unknown_delivery": (
        "wait",
        N_("It is not known when the parcel arrived. Ask the buyer; the window is {window} days."),
    ),
    "without_order": ("wait", N_("No order: check the purchase before you agree.")),
    "excluded": ("late", N_("{category} cannot be sent back without a fault.")),
    "at_fault": ("good", N_("Our fault or the courier's: day {day} of {window}.")),
    "not_received": ("wait", N_("Ask the courier for proof of delivery first.")),
    "refused": ("good", N_("It never reached the buyer's hands: no return window counts.")),
    NEEDS_PHOTO: ("wait", N_("A fault needs a photo: ask for one.")),
    "buyer_pays": ("wait", N_("The buyer pays the way back.")),
    "seller_pays": ("wait", N_("You pay the way back.")),
    "courier_pays": ("wait", N_("The courier pays the way back.")),
    "platform_pays": ("wait", N_("The platform pays the way back.")),
    "insurance_pays": ("wait", N_("The freight insurance pays the way back.")),
    "condition": ("info", N_("{category}: {condition}")),
}

_AGAINST = frozenset({"past_window", "excluded"})
_OPEN = frozenset({"unknown_delivery", "without_order", "not_received", NEEDS_PHOTO})


@dataclass(frozen=True, slots=True)
class Point:
    """One reason of an advice: a key of POINTS and the values for its sentence."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tone(self) -> Tone:
        """How it is shown: good, wait, late or info."""
        return POINTS[self.code][0]


@dataclass(frozen=True, slots=True)
class Advice:
    """What the policy says, why, and who pays the freight back."""

    verdict: Verdict
    freight_payer: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an advice is judged by; a day is None where nobody knows it."""

    today: date
    delivered_on: date | None
    fault: Fault
    categories: frozenset[str] = frozenset()
    has_order: bool = True
    goods_received: bool = True
    refused: bool = False
    ordered_on: date | None = None
    has_evidence: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether the buyer need not have a reason of their own: we or the courier failed."""
        return self.fault in OURS


def advise(policy: Policy, facts: Facts) -> Advice:
    """Judge a wish to return by the policy; the earliest hard reason decides."""
    payer = policy.freight[facts.fault]
    points = (
        _window(policy, facts),
        *_exclusions(policy, facts),
        *_photo(policy, facts),
        Point(f"{payer}_pays"),
        *_conditions(policy, facts),
    )
    return Advice(_verdict(point.code for point in points), payer, points)


def advice_now(kept: Mapping[str, Any], *, has_evidence: bool) -> Mapping[str, Any]:
    """Return an advice that was kept as it stands now: a photo that came is not asked for."""
    asked = kept.get("points", ())
    points = [point for point in asked if point["code"] != NEEDS_PHOTO]
    if not has_evidence or len(points) == len(asked):
        return kept
    return {**kept, "points": points, "verdict": _verdict(point["code"] for point in points)}


def _verdict(found: Iterable[str]) -> Verdict:
    codes = set(found)
    if codes & _AGAINST:
        return "decline"
    return "ask" if codes & _OPEN else "agree"


def _window(policy: Policy, facts: Facts) -> Point:
    window = policy.fault_window_days if facts.is_ours else policy.window_days
    if not facts.has_order:
        return Point("without_order")
    if not facts.goods_received:
        return Point("not_received")
    if facts.refused:
        return Point("refused")
    by_order = policy.count_from == "ordered"
    start = facts.ordered_on if by_order else facts.delivered_on
    if start is None:
        return Point("unknown_delivery", {"window": window})
    day, last = (facts.today - start).days, start + timedelta(days=window)
    values = {"day": day, "window": window, "last": last}
    values["ordered" if by_order else "delivered"] = start
    return Point(_window_code(facts, late=day > window, by_order=by_order), values)


def _window_code(facts: Facts, *, late: bool, by_order: bool) -> str:
    if late:
        return "past_window"
    if facts.is_ours:
        return "at_fault"
    return "in_window_ordered" if by_order else "in_window"


def _exclusions(policy: Policy, facts: Facts) -> Iterator[Point]:
    if not facts.is_ours:
        for category in sorted(facts.categories & policy.excluded):
            yield Point("excluded", {"category": category})


def _photo(policy: Policy, facts: Facts) -> Iterator[Point]:
    """Ask for a photo of a fault; goods that never came can be on none."""
    if facts.fault in policy.evidence_for and facts.goods_received and not facts.has_evidence:
        yield Point(NEEDS_PHOTO)


def _conditions(policy: Policy, facts: Facts) -> Iterator[Point]:
    """Ask about the goods' condition, but not where they came faulty or wrong."""
    if not facts.is_ours:
        for category in sorted(facts.categories & policy.conditions):
            yield Point("condition", {"category": category})
