"""One return with all that its page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shopdesk.queries.case_sql import BUYER_HANDLE, BUYER_NAME, BUYER_PHONE, DUE_SOURCE
from shopdesk.queries.values import RowsOf
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import kept_policy
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import Standing
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class LineRow:
    """Goods of a return."""

    title: str
    variant: str
    sku: str
    quantity: int
    value_minor: int


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """A parcel; `courier` is a code of rules.couriers or empty, `courier_name` as exported."""

    id: int
    version: int
    courier: str
    courier_name: str
    waybill: str
    tracking_url: str
    sent_at: datetime | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry of a timeline; `event` is a key of rules.events.EVENTS."""

    at: datetime
    person: str
    event: str
    text: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReturnDetail:
    """A return as its page shows it; `version` goes along with each step that is taken.

    `advice` is what the policy said when it was logged: verdict, freight_payer, points.
    """

    id: int
    version: int
    number: str
    state: str
    shop_id: int
    shop_name: str
    platform: str
    timezone: str
    currency: str
    order_id: int | None
    order_number: str
    customer_id: int | None
    buyer_name: str
    buyer_phone: str
    buyer_handle: str
    reason: str
    reason_text: str
    remedy: str
    goods_back: bool
    freight_payer: str
    policy: str
    policy_name: str
    policy_rules: Mapping[str, Any]
    advice: Mapping[str, Any]
    has_evidence: bool
    overridden: bool
    note: str
    opened_at: datetime
    due_at: datetime | None
    due_clock: str
    due_source: str
    """Who set the time that it is due: `policy`, `platform` or `reminder`."""
    settled_at: datetime | None
    closed_at: datetime | None
    send_by: date | None
    slip_printed_at: datetime | None
    decline_reason: str
    refund_goods_minor: int
    refund_freight_minor: int
    cost_minor: int
    wanted: str
    lines: tuple[LineRow, ...]
    parcels: tuple[ParcelRow, ...]
    timeline: tuple[TimelineRow, ...]

    @property
    def rules(self) -> Policy:
        """The policy that it is judged and timed by."""
        return kept_policy(self.policy, self.policy_name, self.policy_rules)

    @property
    def standing(self) -> Standing:
        """What decides which steps it allows."""
        return Standing(self.state, remedy_of(self.remedy), settled=self.settled_at is not None)


_line = RowsOf(LineRow)
_parcel = RowsOf(ParcelRow)
_entry = RowsOf(TimelineRow)
_detail = RowsOf(ReturnDetail)

_DETAIL = f"""
    SELECT cases.id, cases.version, cases.number, cases.state, shop.id, shop.name, shop.platform,
        shop.timezone, cases.currency, cases.order_id,
        coalesce(orders.number, cases.order_number), cases.customer_id,
        {BUYER_NAME}, {BUYER_PHONE}, {BUYER_HANDLE},
        coalesce(reason.code, ''), coalesce(reason.name, ''),
        return_case.remedy, return_case.goods_back,
        return_case.freight_payer, coalesce(policy.preset, ''), coalesce(policy.name, ''),
        coalesce(policy.rules, '{{}}'), return_case.advice,
        EXISTS (SELECT 1 FROM attachment WHERE attachment.case_id = cases.id),
        return_case.overridden,
        cases.note, cases.opened_at, cases.due_at, cases.due_clock,
        {DUE_SOURCE}, cases.settled_at, cases.closed_at,
        return_case.send_by, return_case.slip_printed_at,
        return_case.decline_reason, cases.refund_goods_minor, cases.refund_freight_minor,
        cases.cost_minor, return_case.wanted
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN policy ON policy.id = return_case.policy_id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.id = ?
"""


def load_return_detail(reader: Reader, case_id: int) -> ReturnDetail | None:
    """Return a return with its lines, parcels and timeline (newest first); None if it is gone."""
    row = reader.row(_DETAIL, (case_id,))
    if row is None:
        return None
    return _detail(
        row,
        lines=load_return_lines(reader, case_id),
        parcels=load_case_parcels(reader, case_id),
        timeline=load_timeline(reader, case_id),
    )


def load_return_lines(reader: Reader, case_id: int) -> tuple[LineRow, ...]:
    """Return a return's goods in the order they were ticked."""
    found = reader.rows(
        "SELECT title, variant, sku, quantity, value_minor FROM return_line"
        " WHERE case_id = ? ORDER BY position",
        (case_id,),
    )
    return tuple(map(_line, found))


_PARCELS = """
    SELECT parcel.id, parcel.version, coalesce(courier.code, ''), parcel.courier_name,
        parcel.waybill,
        coalesce(courier.tracking_url, ''), parcel.sent_at, parcel.delivered_at
    FROM parcel LEFT JOIN courier ON courier.id = parcel.courier_id
    WHERE parcel.{owner} = ? ORDER BY parcel.id
"""


def load_case_parcels(reader: Reader, case_id: int) -> tuple[ParcelRow, ...]:
    """Return the parcels that came back with a case."""
    return _parcels(reader, "case_id", case_id)


def load_order_parcels(reader: Reader, order_id: int) -> tuple[ParcelRow, ...]:
    """Return the parcels that went out with an order."""
    return _parcels(reader, "order_id", order_id)


def _parcels(reader: Reader, owner: str, row_id: int) -> tuple[ParcelRow, ...]:
    found = reader.rows(_PARCELS.format(owner=owner), (row_id,))
    return tuple(map(_parcel, found))


def load_timeline(reader: Reader, case_id: int) -> tuple[TimelineRow, ...]:
    """Return what happened to a case, newest first."""
    found = reader.rows(
        'SELECT at, person, event, text, "values" FROM timeline_entry'
        " WHERE case_id = ? ORDER BY id DESC",
        (case_id,),
    )
    return tuple(map(_entry, found))
