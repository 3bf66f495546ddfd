"""What only a return has: its remedy, how it was judged, its lines."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case
from shopdesk.models.order import OrderLine, Product
from shopdesk.models.policy import Policy


class ReturnCase(Versioned, Base):
    """The return that a case of kind `return` is; it shares the case's id.

    `advice` is what the policy said when it was judged, by codes, so it reads in any language.
    """

    __tablename__ = "return_case"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    remedy: Mapped[str]
    goods_back: Mapped[bool]
    freight_payer: Mapped[str]
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    """The version of the shop's policy that it is judged and timed by, for good."""
    advice: Mapped[dict[str, Any]] = mapped_column(default=dict)
    overridden: Mapped[bool] = mapped_column(default=False)
    send_by: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    inspected_at: Mapped[datetime | None]
    slip_printed_at: Mapped[datetime | None]
    decline_reason: Mapped[str] = mapped_column(default="")
    wanted: Mapped[str] = mapped_column(default="", server_default="")
    """What the buyer wants in its place, as typed: a size, a colour, a part."""

    case: Mapped[Case] = relationship()
    policy: Mapped[Policy | None] = relationship()
    lines: Mapped[list["ReturnLine"]] = relationship(
        back_populates="return_case", order_by="ReturnLine.position"
    )


class ReturnLine(Base):
    """One kind of goods that comes back; words are copied so that a slip never changes."""

    __tablename__ = "return_line"
    __table_args__ = (
        UniqueConstraint("case_id", "position"),
        Index("ix_return_line_order_line_id", "order_line_id", "case_id", "quantity"),
        Index("ix_return_line_product_id", "product_id", "case_id", "quantity"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("return_case.id"))
    position: Mapped[int]
    order_line_id: Mapped[int | None] = mapped_column(ForeignKey("order_line.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    sku: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    variant: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    value_minor: Mapped[int] = mapped_column(default=0)
    """What was really paid for these units."""
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("reason.id"))
    """Why these goods come back, where it is not the case's own reason."""
    refund_minor: Mapped[int] = mapped_column(default=0, server_default="0")
    """This line's share of the goods refunded; the lines' shares add up to the case's."""

    return_case: Mapped[ReturnCase] = relationship(back_populates="lines")
    order_line: Mapped[OrderLine | None] = relationship()
    product: Mapped[Product | None] = relationship()
