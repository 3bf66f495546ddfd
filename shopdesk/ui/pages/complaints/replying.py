"""What a complaint gives to the solutions and the ready words beside it."""

from collections.abc import Iterable, Mapping
from functools import partial
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import text_in
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.replies import ComplaintTelling, complaint_messages
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import Asked
from shopdesk.ui.dialogs.reply_blanks import courier_in, items_text
from shopdesk.ui.solutions.occasion import Occasion


def occasion_of(found: ComplaintDetail) -> Occasion:
    """Return what solutions are looked for by, and what is known to answer with."""
    return Occasion(
        found.case.shop_id,
        Asked(found.case.note, found.situation),
        partial(_blanks, found),
        complaint_messages(_telling(found)),
        can_offer=found.may_add_options,
    )


def _telling(found: ComplaintDetail) -> ComplaintTelling:
    chosen = found.chosen
    return ComplaintTelling(
        state=found.case.state,
        category=found.category,
        has_options=bool(found.options_now),
        at_platform=found.at_platform,
        decided=found.verdict_at is not None,
        sent_out=bool(found.sent),
        begun=bool(found.to_be_done),
        paid=chosen is not None and chosen.done_at is not None and bool(chosen.deed.books),
    )


def _blanks(found: ComplaintDetail, language: str) -> Mapping[str, object]:
    """Return what is known of the blanks; the others show that they are to be filled in."""
    case, formats = found.case, Formats(language, ZoneInfo(found.case.timezone))
    situation = SITUATIONS.get(found.situation)
    opened = case.opened_at.astimezone(formats.timezone).date()
    return {
        "buyer": case.buyer_name,
        "number": case.number,
        "order": case.order_number,
        "items": items_text(list(found.items), language),
        "wanted": found.wanted,
        "problem": text_in(language, situation.name) if situation else "",
        "opened": formats.day(opened),
        "platform_number": found.platform_number,
        "evidence": found.platform_asks,
        **_option_values(found, formats),
        **parcel_values(found.parcels, language),
        **parcel_values(found.sent, language, "new_"),
    }


def _option_values(found: ComplaintDetail, formats: Formats) -> dict[str, str]:
    chosen = found.chosen
    amount = chosen.amount_minor if chosen else 0
    return {
        "options": _listed(found.options_now, formats.language),
        "chosen": chosen.title_in(formats.language) if chosen else "",
        "amount": formats.money(amount, found.case.currency) if amount else "",
    }


def _listed(options: Iterable[OptionRow], language: str) -> str:
    """Return the options numbered, so that the buyer can answer with a figure."""
    titles = [option.title_in(language) for option in options]
    return " ".join(f"{n}) {title}" for n, title in enumerate(titles, start=1))


def parcel_values(
    parcels: tuple[ParcelRow, ...], language: str, prefix: str = ""
) -> dict[str, str]:
    """Return the courier and the waybill of the last parcel; nothing without one."""
    if not parcels:
        return {}
    parcel = parcels[-1]
    courier = courier_in(language, parcel.courier, parcel.courier_name)
    return {f"{prefix}courier": courier, f"{prefix}waybill": parcel.waybill}
