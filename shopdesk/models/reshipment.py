"""Goods that go out again: the way out of an exchange, a repair, a missing part."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case


class Reshipment(Versioned, Base):
    """The reshipment that a case of kind `reshipment` is; it shares the case's id.

    The recipient is kept as it was at sending; the case's origin is what it was opened for.
    """

    __tablename__ = "reshipment"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    reason: Mapped[str]
    recipient: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    packed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    """When the buyer said that the goods are right."""
    slip_printed_at: Mapped[datetime | None]
    zone: Mapped[str] = mapped_column(default="", server_default="")
    """How far it goes, a key of rules.zones.ZONES: what is usual until it moves again."""
    wait_note: Mapped[str] = mapped_column(default="", server_default="")
    """Why it cannot be packed yet, as typed: no stock until Friday."""

    case: Mapped[Case] = relationship()
    lines: Mapped[list["ReshipmentLine"]] = relationship(
        back_populates="reshipment", order_by="ReshipmentLine.position"
    )


class ReshipmentLine(Base):
    """One kind of goods that goes out, described as it was then; `price_minor` is for all units."""

    __tablename__ = "reshipment_line"
    __table_args__ = (UniqueConstraint("case_id", "position"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("reshipment.id"))
    position: Mapped[int]
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    sku: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    variant: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    price_minor: Mapped[int] = mapped_column(default=0)

    reshipment: Mapped[Reshipment] = relationship(back_populates="lines")
