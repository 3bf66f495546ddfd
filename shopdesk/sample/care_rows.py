"""Rows of complaints, follow-ups, tracking and claims as they lie in the tables; see `rows`."""

from typing import NamedTuple


class ComplaintRow(NamedTuple):
    """One row of `complaint`."""

    id: int
    category: str
    situation: str
    channel: str
    severity: str
    wanted: str = ""
    cause: str = ""
    cause_note: str = ""
    round: int = 1
    few_reason: str = ""
    replied_at: int | None = None
    offered_at: int | None = None
    chosen_at: int | None = None
    done_at: int | None = None
    escalated_at: int | None = None
    platform_number: str = ""
    platform_due_at: int | None = None
    platform_asks: str = ""
    verdict: str = ""
    verdict_note: str = ""
    verdict_at: int | None = None
    merged_into_id: int | None = None
    version: int = 1


class OptionRow(NamedTuple):
    """One row of `complaint_option`; the table gives the id."""

    case_id: int
    round: int
    position: int
    solution: str
    option: str
    title: str
    does: str
    amount_minor: int
    freight_minor: int
    party: str
    follow_kind: str
    follow_days: int
    offered_at: int | None
    chosen_at: int | None = None
    done_at: int | None = None
    opened_id: int | None = None
    note: str = ""
    version: int = 1


class FollowUpRow(NamedTuple):
    """One row of `follow_up`."""

    id: int
    shop_id: int
    case_id: int | None
    customer_id: int | None
    owner_id: int | None
    kind: str
    due_at: int
    channel: str
    note: str
    rule: str
    source_key: str | None
    created_at: int
    created_by: str
    snoozed_until: int | None = None
    reminded_at: int | None = None
    done_at: int | None = None
    done_by: str = ""
    outcome: str = ""
    outcome_note: str = ""
    score: int | None = None
    score_note: str = ""
    previous_id: int | None = None
    version: int = 1


class EventRow(NamedTuple):
    """One row of `tracking_event`; the table gives the id."""

    parcel_id: int
    at: int
    place: str
    text: str
    status: str
    source: str
    added_at: int
    person: str


class CourierClaimRow(NamedTuple):
    """One row of `courier_claim`."""

    id: int
    case_id: int
    parcel_id: int
    courier_id: int
    reason: str
    state: str
    goods_minor: int
    freight_minor: int
    claimed_minor: int
    paid_minor: int
    reference: str
    note: str
    opened_at: int
    opened_by: str
    due_at: int
    claimed_at: int | None
    ended_at: int | None
    version: int = 1


class FlagRow(NamedTuple):
    """One row of `customer_flag`; the table gives the id."""

    customer_id: int
    flag: str
    reason: str
    set_at: int
    set_by: str
