"""The goods of a reshipment and where they go: opened, proposed, changed until they are sent."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import _
from shopdesk.models import Case, Order, Reshipment, ReshipmentLine, ReturnCase, Shop
from shopdesk.rules.reshipments import REASON_OF_REMEDY, UNSENT
from shopdesk.rules.zones import zone_of
from shopdesk.services.checks import amount_is_sane, text_fits, text_given
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine, sent_again
from shopdesk.services.numbers import next_number
from shopdesk.services.people import at_desk
from shopdesk.services.proposals import proposed_goods_out
from shopdesk.services.records import count_on, fetch
from shopdesk.services.refunds import settlement_basis
from shopdesk.services.reshipment_waits import start_waiting
from shopdesk.services.timeline import note_event
from shopdesk.storage.database import unit_of

MOST_UNITS = 1_000_000
ADDRESS = ("recipient", "phone", "address", "postcode", "country")


def open_reshipment(
    session: Session,
    origin: ReturnCase,
    draft: GoodsOutDraft | None = None,
    *,
    reason: str = "",
) -> int | None:
    """Open the way out of a return, as its remedy proposes unless said; returns the case's id.

    None where nothing goes out. Raises FieldError at `lines` or the address for what was typed.
    """
    basis = settlement_basis(session, origin.id)
    found = draft or proposed_draft(session, origin, proposed_goods_out(basis))
    if not found.lines:
        return None
    why = reason or REASON_OF_REMEDY.get(origin.remedy, "send_back")
    return add_reshipment(session, case_for(session, origin.case), why, found)


def case_for(session: Session, origin: Case) -> Case:
    """Return a new case to be opened for another, with the buyer and the order of that one."""
    at = unit_of(session).at
    return Case(
        kind="reshipment",
        number=next_number(session, "reshipment", at, origin.shop.timezone),
        shop=origin.shop,
        order_id=origin.order_id,
        customer_id=origin.customer_id,
        owner_id=origin.owner_id or at_desk(session),
        state="to_pack",
        reason_id=origin.reason_id,
        origin_id=origin.id,
        buyer_name=origin.buyer_name,
        buyer_phone=origin.buyer_phone,
        buyer_handle=origin.buyer_handle,
        order_number=origin.order_number,
        opened_at=at,
        currency=origin.currency,
    )


def add_reshipment(
    session: Session, case: Case, reason: str, draft: GoodsOutDraft, zone: str = ""
) -> int:
    """Add goods to a new case and tell both it and the one that it is for; returns its id.

    Without a `zone` the address tells it. Raises FieldError for what was typed.
    """
    check_goods_out(draft)
    case.amount_minor = sum(line.price_minor for line in draft.lines)
    found = Reshipment(case=case, reason=reason, lines=_lines(draft.lines), **_address(draft))
    found.zone = zone or _zone(case.shop, draft)
    session.add(found)
    session.flush()
    _tell(session, case)
    start_waiting(session, case)
    return case.id


def change_goods_out(
    session: Session, case_id: int, draft: GoodsOutDraft, version: int | None = None
) -> None:
    """Change what goes out, or to whom, while it is not sent yet."""
    case = fetch(session, Case, case_id, version)
    if case.state not in UNSENT:
        raise DomainError(_("{number} is sent already.").format(number=case.number))
    if not draft.lines:
        raise FieldError("lines", _("Enter what goes out, or cancel the reshipment."))
    check_goods_out(draft)
    found = fetch(session, Reshipment, case_id)
    for line in found.lines:
        session.delete(line)
    session.flush()
    session.expire(found, ["lines"])
    found.lines = _lines(draft.lines)
    new_address = _change_address(found, draft)
    found.slip_printed_at = None  # what was printed says something else
    note_event(session, case, "reship_change", values={"new_address": new_address})
    count_on(session, case)


def goods_of(found: Reshipment) -> GoodsOutDraft:
    """Return what a reshipment sends to whom, as it could be sent again."""
    return GoodsOutDraft(
        sent_again(found.lines), **{name: getattr(found, name) for name in ADDRESS}
    )


def proposed_draft(
    session: Session, origin: ReturnCase, lines: tuple[GoodsOutLine, ...]
) -> GoodsOutDraft:
    """Return goods on their way to where the order went, or to the buyer as typed."""
    order = session.get(Order, origin.case.order_id) if origin.case.order_id else None
    if order is None:
        return GoodsOutDraft(lines, origin.case.buyer_name, origin.case.buyer_phone)
    return GoodsOutDraft(lines, **{name: getattr(order, name) for name in ADDRESS})


def check_goods_out(draft: GoodsOutDraft) -> None:
    """Refuse goods or an address that cannot be."""
    for line in draft.lines:
        text_given("lines", line.title, _("Say what goes out, or take the line away."))
        text_fits("lines", line.variant)
        amount_is_sane("lines", line.price_minor)
        if not 1 <= line.quantity <= MOST_UNITS:
            raise FieldError("lines", _("Enter how many go out: at least 1."))
    for name in ADDRESS:
        text_fits(name, getattr(draft, name))


def _tell(session: Session, case: Case) -> None:
    """Say on the timelines what it was opened for."""
    origin = session.get(Case, case.origin_id) if case.origin_id else None
    if origin is not None:
        note_event(session, case, "reship", values={"origin": origin.number})
        note_event(session, origin, "goods_out", values={"number": case.number})
        return
    order = session.get(Order, case.order_id) if case.order_id else None
    number = order.number if order else case.order_number
    note_event(session, case, "reship_order" if number else "log", values={"number": number})


def _change_address(found: Reshipment, draft: GoodsOutDraft) -> bool:
    """Write where it goes, and tell whether that is new; how far it is follows the place."""
    before = {name: getattr(found, name) for name in ADDRESS}
    after = _address(draft)
    for name, value in after.items():
        setattr(found, name, value)
    if any(after[name] != before[name] for name in ("address", "country")):
        found.zone = _zone(found.case.shop, draft)
    return after != before


def _zone(shop: Shop, draft: GoodsOutDraft) -> str:
    return zone_of(shop.region, shop.return_address, draft.country, draft.address)


def _lines(lines: Sequence[GoodsOutLine]) -> list[ReshipmentLine]:
    return [
        ReshipmentLine(
            position=n,
            product_id=line.product_id,
            sku=line.sku.strip(),
            title=line.title.strip(),
            variant=line.variant.strip(),
            quantity=line.quantity,
            price_minor=line.price_minor,
        )
        for n, line in enumerate(lines)
    ]


def _address(draft: GoodsOutDraft) -> dict[str, str]:
    return {name: getattr(draft, name).strip() for name in ADDRESS}
