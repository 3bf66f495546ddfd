"""What is claimed from couriers: why, where a claim stands, and until when one is usually taken."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from shopdesk.i18n import N_
from shopdesk.rules.clocks import DAY_END

REASONS = {
    "lost": N_("Lost"),
    "damaged": N_("Damaged"),
    "shortage": N_("Something was missing in it"),
    "misdelivered": N_("Given to somebody else"),
    "late": N_("Too late"),
    "other": N_("Something else"),
}

REASON_OF_STATE = {
    "lost": "lost",
    "damaged": "damaged",
    "returned": "other",
    "refused": "other",
    "out_of_range": "late",
}
"""Why a claim is made for a reshipment that stands there; a lost parcel where nothing is said."""


@dataclass(frozen=True, slots=True)
class ClaimState:
    """Where a claim stands; `tone` is as that of a case's state."""

    code: str
    name: str
    tone: str
    is_open: bool = True


STATES = {
    state.code: state
    for state in (
        ClaimState("open", N_("To be claimed"), "accent"),
        ClaimState("claimed", N_("Claimed"), "wait"),
        ClaimState("paid", N_("Paid out"), "good", is_open=False),
        ClaimState("refused", N_("Claim refused"), "late", is_open=False),
        ClaimState("dropped", N_("Not pursued"), "neutral", is_open=False),
    )
}


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """One thing to do about a claim; `asks` says what is entered: amount, reference, note."""

    code: str
    name: str
    done: str
    sources: frozenset[str]
    target: str
    asks: tuple[str, ...] = ("note",)
    needs_note: bool = False


STEPS = {
    step.code: step
    for step in (
        ClaimStep(
            "claim",
            N_("Claimed…"),
            N_("Claimed from the courier."),
            frozenset({"open"}),
            "claimed",
            ("amount", "reference", "note"),
        ),
        ClaimStep(
            "pay",
            N_("Courier paid…"),
            N_("Courier's payment booked."),
            frozenset({"open", "claimed"}),
            "paid",
            ("amount", "reference", "note"),
        ),
        ClaimStep(
            "refuse",
            N_("Courier refused…"),
            N_("Courier refused the claim."),
            frozenset({"claimed"}),
            "refused",
            needs_note=True,
        ),
        ClaimStep(
            "drop",
            N_("Do not pursue…"),
            N_("Claim is not pursued."),
            frozenset({"open", "claimed"}),
            "dropped",
            needs_note=True,
        ),
        ClaimStep(
            "reopen",
            N_("Reopen claim…"),
            N_("Claim reopened."),
            frozenset({"paid", "refused", "dropped"}),
            "claimed",
            needs_note=True,
        ),
    )
}
"""In the order of buttons; the first of a state is its next one."""


@dataclass(frozen=True, slots=True)
class ClaimTerm:
    """For how many days after sending a courier usually takes a claim, and how well it is known.

    `certainty` is `second-hand` for what the courier's terms are said to hold, and `own choice`
    where nothing is known: the contract decides, so a person sets the day on each claim.
    """

    days: int
    certainty: str = "second-hand"


UNKNOWN_TERM = ClaimTerm(30, "own choice")

TERMS = {
    "ups": ClaimTerm(60),
    "fedex": ClaimTerm(60),
    "usps": ClaimTerm(60),
    "dhl": ClaimTerm(30),
    "royal_mail": ClaimTerm(80),
    "evri": ClaimTerm(28),
    "yodel": ClaimTerm(28),
    "canada_post": ClaimTerm(90),
    "ems": ClaimTerm(365),
    "sf": ClaimTerm(30, "own choice"),
}
"""By courier; none was checked against a contract."""

REMINDED_BEFORE = timedelta(days=3)


def steps_from(state: str) -> list[ClaimStep]:
    """Return what may be done about a claim now, in the order of buttons."""
    return [step for step in STEPS.values() if state in step.sources]


def term_of(courier: str) -> ClaimTerm:
    """Return within how many days a courier usually takes a claim."""
    return TERMS.get(courier, UNKNOWN_TERM)


def claim_by(courier: str, sent_at: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of the last day, at the shop, on which a claim is usually taken; in UTC."""
    last = sent_at.astimezone(zone).date() + timedelta(days=term_of(courier).days)
    return datetime.combine(last, DAY_END, zone).astimezone(UTC)


def remind_at(due_at: datetime, now: datetime) -> datetime:
    """Return when one is reminded of a claim: some days before its end, but not before now."""
    return max(due_at - REMINDED_BEFORE, now)
