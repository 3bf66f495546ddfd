"""What a return gives to the blanks of ready words, and which of them fit it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import text_in
from shopdesk.queries.replies import Outcome, ReplyBasis
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.clocks import Timing, due_at
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.reasons import OURS, reason_of
from shopdesk.rules.replies import Telling

DAYS = ("delivered", "last")
"""The values of an advice's points that are days, as ISO text."""


def points_of(found: ReturnDetail) -> list[str]:
    """Return the codes of the advice's points, the telling ones first."""
    return [str(point["code"]) for point in found.advice.get("points", ())]


def telling_of(found: ReturnDetail, outcome: Outcome) -> Telling:
    """Return what decides which words fit a return now."""
    return Telling(
        state=found.state,
        remedy=found.standing.remedy.code,
        payer=found.freight_payer,
        verdict=str(found.advice.get("verdict", "")),
        points=tuple(points_of(found)),
        is_late=found.due_at is not None and found.due_at < datetime.now(UTC),
        short=outcome.short,
        damaged=outcome.damaged,
        ours=reason_of(found.reason).fault in OURS,
        refunded=found.refund_goods_minor + found.refund_freight_minor > 0,
        deducted=outcome.deduction_minor > 0,
        sent_out=bool(outcome.new_waybill),
        sent_back=found.settled_at is not None and bool(found.decline_reason),
    )


def blanks_of(found: ReturnDetail, basis: ReplyBasis) -> dict[str, Any]:
    """Return the values by the names of the blanks, as words of the buyer's language."""
    language = basis.voice.language
    formats = Formats(language, ZoneInfo(found.timezone))
    return {
        "buyer": found.buyer_name,
        "number": found.number,
        "order": found.order_number,
        "items": items_text([line.title for line in found.lines], language),
        "shop": found.shop_name,
        "address": address_text(basis.shop),
        "send_by": _send_by(found, basis, formats),
        "reason": found.decline_reason,
        "wanted": found.wanted,
        **_parcel_values(found, language),
        **_outcome_values(basis.outcome, found, formats),
        **dict(_point_values(found, formats)),
    }


def items_text(titles: list[str], language: str) -> str:
    """Return the goods in quotation marks; nothing where there are none."""
    if not titles:
        return ""
    return text_in(language, "“{title}”").format(title=text_in(language, ", ").join(titles))


def address_text(shop: ShopRow) -> str:
    """Return on one line where parcels come back to."""
    parts = (" ".join(shop.return_address.split()), shop.return_name, shop.return_phone)
    return " · ".join(part for part in parts if part)


def courier_in(language: str, code: str, own_words: str) -> str:
    """Return a courier's name in a language: as exported or typed, or the preset's."""
    preset = COURIERS.get(code)
    return own_words or (text_in(language, preset.name) if preset else code)


def _send_by(found: ReturnDetail, basis: ReplyBasis, formats: Formats) -> str:
    """Return the day by which it is to be sent: once that is past, the day a reminder gives.

    Before it is agreed, it is the day that agreeing now would give.
    """
    now = datetime.now(formats.timezone)
    if found.send_by is None:
        timing = Timing(found.rules, ZoneInfo(found.timezone), basis.calendar)
        due = due_at("send", timing, now).astimezone(formats.timezone)
        return formats.day(due.date()) if found.state == "asked" else ""
    today = now.date()
    is_past = found.send_by < today
    by = today + timedelta(days=found.rules.remind_days) if is_past else found.send_by
    return formats.day(by)


def _parcel_values(found: ReturnDetail, language: str) -> dict[str, str]:
    if not found.parcels:
        return {}
    parcel = found.parcels[-1]
    courier = courier_in(language, parcel.courier, parcel.courier_name)
    return {"courier": courier, "waybill": parcel.waybill}


def _outcome_values(outcome: Outcome, found: ReturnDetail, formats: Formats) -> dict[str, str]:
    refund = found.refund_goods_minor + found.refund_freight_minor
    kept = outcome.deduction_minor
    sent = courier_in(formats.language, outcome.new_courier, outcome.new_courier_name)
    return {
        "amount": formats.money(refund, found.currency) if refund else "",
        "deduction": formats.money(kept, found.currency) if kept else "",
        "deduction_reason": outcome.deduction_reason,
        "new_courier": sent,
        "new_waybill": outcome.new_waybill,
    }


def _point_values(found: ReturnDetail, formats: Formats) -> Iterator[tuple[str, Any]]:
    for point in found.advice.get("points", ()):
        for name, value in point.get("values", {}).items():
            is_day = name in DAYS
            yield name, formats.day(date.fromisoformat(value)) if is_day else value
