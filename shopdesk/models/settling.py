"""What was found in the parcel, what went back to the buyer, what it cost and who bears it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import STRICT, Base, Versioned


class ReceivedItem(Base):
    """Units of one kind found in a return's parcel, in one condition, with one destination.

    A line that comes back in two conditions is two rows. Without `line_id` they are goods that
    nobody expected, described by `title`. An empty `disposition` is still to be decided.
    """

    __tablename__ = "received_item"
    __table_args__ = (Index("ix_received_item_case_id", "case_id"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("return_case.id"))
    parcel_id: Mapped[int | None] = mapped_column(ForeignKey("parcel.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("return_line.id"))
    title: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    condition: Mapped[str]
    disposition: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    person: Mapped[str] = mapped_column(default="")


class Refund(Base):
    """Money that went back to the buyer at one time, or came from them for a dearer exchange.

    `deduction_minor` was kept back from the goods' part and is not in `goods_minor`.
    """

    __tablename__ = "refund"
    __table_args__ = (
        Index("ix_refund_case_id", "case_id"),
        Index("ix_refund_period", "shop_id", "at", "currency", "goods_minor", "freight_minor"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    at: Mapped[datetime]
    currency: Mapped[str]
    goods_minor: Mapped[int] = mapped_column(default=0)
    freight_minor: Mapped[int] = mapped_column(default=0)
    deduction_minor: Mapped[int] = mapped_column(default=0)
    deduction_reason: Mapped[str] = mapped_column(default="")
    collected_minor: Mapped[int] = mapped_column(default=0)
    method: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    over_reason: Mapped[str] = mapped_column(default="")
    person: Mapped[str] = mapped_column(default="")


class CostEntry(Versioned, Base):
    """One cost of a case besides its refunds; `kind` is a key of rules.costs.COST_KINDS.

    `amount_minor` is not negative: the kind says whether it costs or comes in. What an
    inspection wrote off names its `received_item_id`.
    """

    __tablename__ = "cost_entry"
    __table_args__ = (Index("ix_cost_entry_case_id", "case_id", "kind", "amount_minor"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    received_item_id: Mapped[int | None] = mapped_column(ForeignKey("received_item.id"))
    at: Mapped[datetime]
    kind: Mapped[str]
    amount_minor: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
    person: Mapped[str] = mapped_column(default="")


class LiabilityShare(Base):
    """One party's part in a case's cost; the parts of a case are 100 per cent together.

    Without `confirmed_at` it is what the reason suggests, which nobody has looked at yet.
    """

    __tablename__ = "liability_share"
    __table_args__ = (UniqueConstraint("case_id", "party"), STRICT)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    party: Mapped[str]
    percent: Mapped[int]
    amount_minor: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str] = mapped_column(default="")
