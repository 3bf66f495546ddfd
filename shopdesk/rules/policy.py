"""Return policies: presets from law, and the advice they give with its reasons.

Advice is never a wall: the person decides, and going against it is recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal

from shopdesk.i18n import N_
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.reasons import Fault

Verdict = Literal["agree", "decline", "ask"]
Tone = Literal["good", "wait", "late", "info"]
CountFrom = Literal["delivered", "ordered"]

CONDITIONED = frozenset(code for code, category in CATEGORIES.items() if category.condition)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a region's law, a platform or the shop's own promise says about sending goods back.

    Days count from the day after the goods were signed for, so that the last day of 7 is
    delivery + 7. `certainty` tells how the source was read: in the text itself or second-hand.
    `code` is the preset that it is or began as; `name` is marked for translation.
    """

    code: str
    name: str
    window_days: int
    fault_window_days: int
    refund_days: int
    send_days: int
    source: str
    certainty: Literal["text", "second-hand", "own choice"]
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
    "remind_days",
    "working",
    "calendar",
    "freight",
)


def rules_of(policy: Policy) -> dict[str, Any]:
    """Return what a version of a policy is kept by: plain values, sets as sorted lists."""
    return {name: _plain(getattr(policy, name)) for name in RULES}


def policy_with(policy: Policy, rules: Mapping[str, Any]) -> Policy:
    """Return a policy with the kept values of another version; unknown ones are left alone."""
    known = {
        name: type(getattr(policy, name))(value) for name, value in rules.items() if name in RULES
    }
    return replace(policy, **known)


def kept_policy(preset: str, name: str, rules: Mapping[str, Any]) -> Policy:
    """Return a version of a policy as it was kept; rules it does not name are the preset's."""
    start = POLICIES.get(preset, POLICIES["own"])
    return replace(policy_with(start, rules), name=name or start.name)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value


BY_NATURE = frozenset({"personalised", "perishable", "digital"})
BY_LAW = BY_NATURE | {"press"}
CHECKED = date(2026, 11, 1)
OWN_WORDS = N_("The shop's own policy")

POLICIES = {
    policy.code: policy
    for policy in (
        Policy(
            "CN",
            N_("China: 7 days without reason"),
            window_days=7,
            fault_window_days=7,
            refund_days=7,
            send_days=7,
            excluded=BY_LAW,
            source=N_("消费者权益保护法 Art. 24, 25; 网络购买商品七日无理由退货暂行办法 Art. 7-18"),
            certainty="text",
            checked_on=CHECKED,
        ),
        Policy(
            "EU",
            N_("European Union: 14 days"),
            window_days=14,
            fault_window_days=730,
            refund_days=14,
            send_days=14,
            excluded=BY_LAW,
            source=N_("Directive 2011/83/EU Art. 9, 13, 14, 16"),
            certainty="second-hand",
            checked_on=CHECKED,
        ),
        Policy(
            "UK",
            N_("United Kingdom: 14 days"),
            window_days=14,
            fault_window_days=30,
            refund_days=14,
            send_days=14,
            excluded=BY_LAW,
            source=N_("Consumer Contracts Regulations 2013; Consumer Rights Act 2015"),
            certainty="second-hand",
            checked_on=CHECKED,
        ),
        Policy(
            "US",
            N_("United States: 30 days, the shop's own"),
            window_days=30,
            fault_window_days=30,
            refund_days=14,
            send_days=14,
            excluded=BY_NATURE,
            source=OWN_WORDS,
            certainty="own choice",
            checked_on=CHECKED,
        ),
        Policy(
            "own",
            N_("Elsewhere: 30 days, the shop's own"),
            window_days=30,
            fault_window_days=90,
            refund_days=14,
            send_days=14,
            excluded=BY_NATURE,
            source=OWN_WORDS,
            certainty="own choice",
            checked_on=CHECKED,
        ),
    )
}

# The advice's sentences by code: what is recorded is the code and its values, so that an old
# advice can be read in either language.
POINTS: dict[str, tuple[Tone, str]] = {
    "in_window": ("good", N_("Day {day} of {window} (arrived {delivered}, last day {last}).")),
    "past_window": ("late", N_("Day {day} of {window}: the last day was {last}.")),
    "unknown_delivery": (
        "wait",
        N_("It is not known when the parcel arrived. Ask the buyer; the window is {window} days."),
    ),
    "without_order": ("wait", N_("No order: check the purchase before you agree.")),
    "excluded": ("late", N_("{category} cannot be sent back without a fault.")),
    "at_fault": ("good", N_("Our fault or the courier's: day {day} of {window}.")),
    "not_received": ("wait", N_("Ask the courier for proof of delivery first.")),
    "buyer_pays": ("wait", N_("The buyer pays the way back.")),
    "seller_pays": ("wait", N_("You pay the way back.")),
    "condition": ("info", N_("{category}: {condition}")),
}


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
    """What an advice is judged by; `delivered_on` is None where nobody knows."""

    today: date
    delivered_on: date | None
    fault: Fault
    categories: frozenset[str] = frozenset()
    has_order: bool = True
    goods_received: bool = True


def advise(policy: Policy, facts: Facts) -> Advice:
    """Judge a wish to return by the policy; the earliest hard reason decides."""
    payer = policy.freight[facts.fault]
    points = [
        *_window_points(policy, facts),
        *_exclusions(policy, facts),
        Point(f"{payer}_pays"),
        *_conditions(facts),
    ]
    return Advice(_verdict(points), payer, tuple(points))


def _verdict(points: list[Point]) -> Verdict:
    codes = {point.code for point in points}
    if codes & {"past_window", "excluded"}:
        return "decline"
    if codes & {"unknown_delivery", "without_order", "not_received"}:
        return "ask"
    return "agree"


def _window_points(policy: Policy, facts: Facts) -> list[Point]:
    at_fault = facts.fault in {"seller", "courier"}
    window = policy.fault_window_days if at_fault else policy.window_days
    if not facts.has_order:
        return [Point("without_order")]
    if not facts.goods_received:
        return [Point("not_received")]
    if facts.delivered_on is None:
        return [Point("unknown_delivery", {"window": window})]
    day = (facts.today - facts.delivered_on).days
    last = facts.delivered_on + timedelta(days=window)
    values = {"day": day, "window": window, "delivered": facts.delivered_on, "last": last}
    if day > window:
        return [Point("past_window", values)]
    return [Point("at_fault" if at_fault else "in_window", values)]


def _exclusions(policy: Policy, facts: Facts) -> list[Point]:
    if facts.fault in {"seller", "courier"}:
        return []
    return [
        Point("excluded", {"category": category})
        for category in sorted(facts.categories & policy.excluded)
    ]


def _conditions(facts: Facts) -> list[Point]:
    return [
        Point("condition", {"category": code})
        for code in sorted(facts.categories)
        if CATEGORIES[code].condition
    ]
