"""What ready words are filled with beyond the return's own page, and a shop's own wordings."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shopdesk.queries.policies import load_work_calendar
from shopdesk.queries.shops import ShopRow, load_shop
from shopdesk.queries.values import RowsOf
from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.languages import buyers_language
from shopdesk.rules.replies import OwnTexts, Voice
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a return: what was found, what was kept back, what went out again.

    `new_courier` is a code of rules.couriers or empty; `new_courier_name` as it was written.
    """

    short: bool
    damaged: bool
    deduction_minor: int
    deduction_reason: str
    new_courier: str
    new_courier_name: str
    new_waybill: str


@dataclass(frozen=True, slots=True)
class ReplyBasis:
    """Who speaks to the buyer, with which words, about what outcome, and when the shop works."""

    shop: ShopRow
    voice: Voice
    outcome: Outcome
    calendar: WorkCalendar


_outcome = RowsOf(Outcome)

# Short is what was inspected and is less than was to come back.
_OUTCOME = """
    SELECT
        EXISTS (SELECT 1 FROM received_item WHERE case_id = :id) AND EXISTS (
            SELECT 1 FROM return_line WHERE return_line.case_id = :id AND quantity > (
                SELECT coalesce(sum(received_item.quantity), 0) FROM received_item
                WHERE received_item.case_id = :id AND line_id = return_line.id)),
        EXISTS (SELECT 1 FROM received_item WHERE case_id = :id AND quantity > 0
            AND condition IN ('used', 'damaged', 'parts_missing')),
        (SELECT coalesce(sum(deduction_minor), 0) FROM refund WHERE case_id = :id),
        coalesce((SELECT deduction_reason FROM refund WHERE case_id = :id AND deduction_reason <> ''
            ORDER BY id DESC LIMIT 1), ''),
        coalesce(sent.code, ''), coalesce(sent.courier_name, ''), coalesce(sent.waybill, '')
    FROM (SELECT 1) LEFT JOIN (
        SELECT courier.code, parcel.courier_name, parcel.waybill
        FROM reshipment JOIN parcel ON parcel.case_id = reshipment.id
        JOIN cases ON cases.id = reshipment.id
        LEFT JOIN courier ON courier.id = parcel.courier_id
        WHERE cases.origin_id = :id AND parcel.direction = 'out'
        ORDER BY parcel.id DESC LIMIT 1) AS sent
"""

_REASON = """
    SELECT reason.code FROM cases JOIN reason ON reason.id = cases.reason_id WHERE cases.id = ?
"""


def load_reply_basis(reader: Reader, case_id: int, shop_id: int) -> ReplyBasis:
    """Return what the ready words of a return need."""
    shop = load_shop(reader, shop_id)
    row = reader.row(_OUTCOME, {"id": case_id})
    assert row is not None  # noqa: S101 - it selects one row of nothing
    year = datetime.now(ZoneInfo(shop.timezone)).year
    calendar = load_work_calendar(reader, shop.id, shop.rules.calendar, year)
    voice = load_voice(reader, shop, reader.value(_REASON, (case_id,)) or "")
    return ReplyBasis(shop, voice, _outcome(row), calendar)


def load_voice(reader: Reader, shop: ShopRow, reason: str = "") -> Voice:
    """Return how a shop speaks to its buyers, about a case that was opened for a reason."""
    language = buyers_language(shop.buyer_language, shop.region)
    return Voice(language, load_own_texts(reader, shop.id), reason)


def load_own_texts(reader: Reader, shop_id: int) -> OwnTexts:
    """Return the ready words that a shop has reworded."""
    found = reader.rows(
        "SELECT code, reason, language, text FROM ready_text WHERE shop_id = ?", (shop_id,)
    )
    return {(code, reason, language): text for code, reason, language, text in found}
