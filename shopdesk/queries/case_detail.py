"""What cases of every kind have in common, as a detail shows it."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.case_sql import BUYER_HANDLE, BUYER_NAME, BUYER_PHONE, DUE_SOURCE
from shopdesk.queries.return_detail import TimelineRow, load_timeline
from shopdesk.queries.settling import CaseSeen
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """A case of any kind; `version` goes along with each step that is taken."""

    id: int
    version: int
    kind: str
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
    owner_id: int | None
    owner: str
    note: str
    opened_at: datetime
    due_at: datetime | None
    due_clock: str
    due_source: str
    """Who set the time that it is due: `policy`, `platform` or `reminder`."""
    settled_at: datetime | None
    closed_at: datetime | None
    cost_minor: int
    origin_id: int | None
    timeline: tuple[TimelineRow, ...]
    """What happened to it, the newest first."""

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that this was read in."""
        return CaseSeen(self.id, self.version, self.number)


_case = RowsOf(CaseDetail)

_CASE = f"""
    SELECT cases.id, cases.version, cases.kind, cases.number, cases.state, shop.id, shop.name,
        shop.platform, shop.timezone, cases.currency, cases.order_id,
        coalesce(orders.number, cases.order_number), cases.customer_id, {BUYER_NAME},
        {BUYER_PHONE}, {BUYER_HANDLE}, cases.owner_id, coalesce(person.name, ''), cases.note,
        cases.opened_at, cases.due_at, cases.due_clock, {DUE_SOURCE}, cases.settled_at,
        cases.closed_at, cases.cost_minor, cases.origin_id
    FROM cases
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN person ON person.id = cases.owner_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.id = ?
"""


def load_case_detail(reader: Reader, case_id: int) -> CaseDetail | None:
    """Return a case with its timeline; None if it is gone."""
    row = reader.row(_CASE, (case_id,))
    return None if row is None else _case(row, timeline=load_timeline(reader, case_id))


def find_case_id(reader: Reader, number: str, kind: str = "") -> int | None:
    """Return the id of the case with a number, whatever case it was typed in.

    With `kind`, a key of rules.kinds.KINDS, only a case of that kind is one.
    """
    row = reader.row("SELECT id, kind FROM cases WHERE number = ?", (number.strip().upper(),))
    return row[0] if row and kind in {"", row[1]} else None
