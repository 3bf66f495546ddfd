"""What a person typed to open a case that is no return, or to plan a follow-up; see `drafts`."""

from dataclasses import dataclass
from datetime import date, datetime

from shopdesk.services.drafts import GoodsOutDraft


@dataclass(frozen=True, slots=True)
class BuyerDraft:
    """Who it is, as typed where neither order nor customer says so."""

    name: str = ""
    phone: str = ""
    handle: str = ""
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class ReshipmentDraft:
    """Goods to go out: for a case (`origin_id`), an order, or nothing that is known here.

    `reason` is a key of rules.reshipments.REASONS.
    """

    shop_id: int
    reason: str
    goods: GoodsOutDraft
    origin_id: int | None = None
    order_id: int | None = None
    customer_id: int | None = None
    buyer: BuyerDraft = BuyerDraft()
    zone: str = ""
    """A key of rules.zones.ZONES; told from the address where it is empty."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FailureDraft:
    """What happened to a parcel that did not get there, as far as it is known."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class ChaseDraft:
    """Whom one asked about a parcel, what they said, and the day on which to ask again.

    Without a day one waits as long as after any reminder.
    """

    whom: str
    text: str = ""
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class ComplaintDraft:
    """A grievance as it is logged; codes are those of rules.situations, channels, complaints."""

    shop_id: int
    situation: str
    note: str
    """What happened, in the buyer's words."""
    channel: str = ""
    severity: str = ""
    """The situation's own where it is empty."""
    wanted: str = ""
    order_id: int | None = None
    customer_id: int | None = None
    origin_id: int | None = None
    """The return or reshipment that it is about."""
    buyer: BuyerDraft = BuyerDraft()
    opened_on: date | None = None
    """The day at the shop on which it was raised; now if None."""


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """A thing to do by a time; `kind` and `channel` are keys of rules.follow_ups and channels.

    The shop and the buyer are the case's where one is given.
    """

    kind: str
    due_at: datetime
    case_id: int | None = None
    customer_id: int | None = None
    shop_id: int | None = None
    channel: str = ""
    note: str = ""
    owner_id: int | None = None
    previous_id: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What came of a follow-up, in one go: outcome, score, and the next one if there is one."""

    outcome: str
    note: str = ""
    channel: str = ""
    score: int | None = None
    score_note: str = ""
    next_kind: str = ""
    next_due_at: datetime | None = None
    next_note: str = ""


@dataclass(frozen=True, slots=True)
class FollowRuleDraft:
    """A rule as typed; codes are those of rules.follow_rules, kinds, clocks and follow_ups."""

    event: str
    kind: str
    days: int = 0
    case_kind: str = ""
    clock: str = ""
    channel: str = ""
    note: str = ""
    active: bool = True
