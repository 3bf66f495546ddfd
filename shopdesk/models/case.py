"""A case: what returns, reshipments and complaints share, said once."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.customer import Customer
from shopdesk.models.order import Order
from shopdesk.models.shop import Person, Shop


class Reason(Versioned, Base):
    """Why a case was opened; a preset by `code`, or the shop's own words in `name`."""

    __tablename__ = "reason"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    fault: Mapped[str]
    position: Mapped[int]
    archived_at: Mapped[datetime | None]


class Case(Versioned, Base):
    """Anything that is opened, worked on and settled; lists and figures read only this row.

    `due_at` is the earliest open clock and `due_clock` its code. Goods and freight refunds are
    in `currency`; `closed_at` is set exactly while the state is not an open one.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(
            "ix_cases_kind_opened",
            "kind",
            text("opened_at DESC"),
            text("id DESC"),
            "state",
            "due_at",
        ),
        Index("ix_cases_kind_state", "kind", "state", text("opened_at DESC"), text("id DESC")),
        Index(
            "ix_cases_open",
            "kind",
            text("opened_at DESC"),
            text("id DESC"),
            sqlite_where=text("closed_at IS NULL"),
        ),
        Index(
            "ix_cases_open_due",
            "kind",
            "due_at",
            "id",
            sqlite_where=text("closed_at IS NULL AND due_at IS NOT NULL"),
        ),
        Index(
            "ix_cases_period",
            "kind",
            "shop_id",
            "opened_at",
            "state",
            "reason_id",
            "order_id",
            "settled_at",
        ),
        Index(
            "ix_cases_settled_period",
            "kind",
            "shop_id",
            "settled_at",
            "currency",
            "refund_goods_minor",
            "refund_freight_minor",
            "opened_at",
            sqlite_where=text("settled_at IS NOT NULL"),
        ),
        Index("ix_cases_kind_amount", "kind", "amount_minor", "id", "state"),
        Index("ix_cases_order_id", "order_id", sqlite_where=text("order_id IS NOT NULL")),
        Index(
            "ix_cases_customer_id",
            "customer_id",
            "kind",
            "id",
            "state",
            sqlite_where=text("customer_id IS NOT NULL"),
        ),
        Index("ix_cases_origin_id", "origin_id", sqlite_where=text("origin_id IS NOT NULL")),
        Index(
            "ix_cases_owner_open",
            "owner_id",
            "kind",
            "due_at",
            "id",
            sqlite_where=text("closed_at IS NULL"),
        ),
        STRICT,
    )

    kind: Mapped[str]
    number: Mapped[str]
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    state: Mapped[str]
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("reason.id"))
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    due_clock: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    currency: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(default=0)
    """What is at stake: the value of the goods until it is settled, then what was refunded."""
    refund_goods_minor: Mapped[int] = mapped_column(default=0)
    refund_freight_minor: Mapped[int] = mapped_column(default=0)
    cost_minor: Mapped[int] = mapped_column(default=0, server_default="0")
    """What the case cost the shop: refunds and the ledger's entries, less what came in."""
    note: Mapped[str] = mapped_column(default="")
    """What the buyer wrote or said, kept as typed."""
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    """The case that it was opened for: a reshipment's return, a return's complaint."""
    buyer_name: Mapped[str] = mapped_column(default="", server_default="")
    buyer_phone: Mapped[str] = mapped_column(default="", server_default="")
    buyer_handle: Mapped[str] = mapped_column(default="", server_default="")
    order_number: Mapped[str] = mapped_column(default="", server_default="")
    """As typed, where the order is not in ShopDesk."""

    shop: Mapped[Shop] = relationship()
    order: Mapped[Order | None] = relationship()
    customer: Mapped[Customer | None] = relationship()
    owner: Mapped[Person | None] = relationship()
    reason: Mapped[Reason | None] = relationship()
    timeline: Mapped[list["TimelineEntry"]] = relationship(
        back_populates="case", order_by="TimelineEntry.id"
    )


class TimelineEntry(Base):
    """One thing that happened to a case: a step by its code, or a note as typed."""

    __tablename__ = "timeline_entry"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    person: Mapped[str]
    event: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)

    case: Mapped[Case] = relationship(back_populates="timeline")


class NumberCounter(Base):
    """The last number given in one series and month, such as `R-2611`; it never goes back."""

    __tablename__ = "number_counter"

    series: Mapped[str] = mapped_column(unique=True)
    last: Mapped[int]
