"""Orders and returns made in a few words, through the same models the shop uses."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import (
    Customer,
    CustomerContact,
    CustomerHandle,
    Order,
    OrderLine,
    Product,
)
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceivedDraft,
    ReturnDraft,
    ReturnLineDraft,
)
from shopdesk.services.returns import log_return


def add_order(
    session: Session,
    number: str = "3398120571",
    *,
    buyer: str = "林小雨",
    phone: str = "138 0000 7720",
    quantity: int = 2,
    paid_minor: int = 31800,
    ordered_days_ago: int = 8,
    delivered_days_ago: int | None = 3,
) -> int:
    """Add an order of one line of knitwear; returns its id."""
    now = datetime.now(UTC)
    ordered_at = now - timedelta(days=ordered_days_ago)
    customer = Customer(name=buyer, created_at=now)
    customer.handles = [CustomerHandle(platform="taobao", handle=f"tb_{number}")]
    customer.contacts = [CustomerContact(kind="phone", value=phone, folded=phone.replace(" ", ""))]
    order = Order(
        shop_id=1,
        number=number,
        customer=customer,
        ordered_at=ordered_at,
        paid_at=ordered_at,
        delivered_at=(
            None if delivered_days_ago is None else now - timedelta(days=delivered_days_ago)
        ),
        currency="CNY",
        total_minor=paid_minor,
        paid_minor=paid_minor,
        recipient=buyer,
        phone=phone,
    )
    product = Product(
        shop_id=1, key=f"KN-{number}", sku="KN-0412-M", title="云柔针织开衫", category="clothing"
    )
    order.lines = [
        OrderLine(
            position=0,
            product=product,
            sku="KN-0412-M",
            title="云柔针织开衫",
            variant="米白 M",
            quantity=quantity,
            price_minor=paid_minor // quantity,
            paid_minor=paid_minor,
        )
    ]
    session.add(order)
    session.flush()
    return order.id


def make_order(desk: Desk, number: str = "3398120571", **what: Any) -> int:
    """Write such an order; returns its id."""
    return desk.write(
        "Order added",
        lambda session: add_order(session, number, **what),
    ).value


def return_of(of_order: int, **changes: Any) -> ReturnDraft:
    """Return the draft of one unit of an order's first line coming back, too small."""
    fields: dict[str, Any] = {
        "shop_id": 1,
        "reason": "too_small",
        "remedy": "refund",
        "lines": (ReturnLineDraft(quantity=1, order_line_id=of_order),),
        "freight_payer": "buyer",
        "order_id": of_order,
    }
    return ReturnDraft(**{**fields, **changes})


def make_return(desk: Desk, of_order: int, *, agree: bool = False, **changes: Any) -> int:
    """Log such a return; returns the case's id."""
    draft = return_of(of_order, **changes)
    return desk.write(
        "Return logged", lambda session: log_return(session, draft, agree=agree)
    ).value


def all_intact(desk: Desk, case_id: int) -> InspectionDraft:
    """Return an inspection that found every unit of a return, fit for the shelf again."""
    with desk.reading() as reader:
        lines = reader.rows("SELECT id, quantity FROM return_line WHERE case_id = ?", (case_id,))
    return InspectionDraft(
        tuple(
            ReceivedDraft(quantity, line_id, condition="intact", disposition="stock")
            for line_id, quantity in lines
        )
    )
