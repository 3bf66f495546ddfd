"""How parcels move: what couriers say, how long is usual, and what they owe when it goes wrong."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case
from shopdesk.models.order import Courier, Parcel


class TrackingEvent(Base):
    """One line of a courier's page about a parcel; `status` is a key of rules.tracking.STATUSES.

    `source` says how it got here: typed, pasted or imported.
    """

    __tablename__ = "tracking_event"
    __table_args__ = (UniqueConstraint("parcel_id", "at", "text"), STRICT)

    parcel_id: Mapped[int] = mapped_column(ForeignKey("parcel.id"))
    at: Mapped[datetime]
    place: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    status: Mapped[str]
    source: Mapped[str]
    added_at: Mapped[datetime]
    person: Mapped[str] = mapped_column(default="")

    parcel: Mapped[Parcel] = relationship()


class TransitTime(Versioned, Base):
    """The days that may pass in a zone without a new scan, where the shop changed the preset.

    `courier` is a courier's code, or empty for every courier without a figure of its own.
    """

    __tablename__ = "transit_time"
    __table_args__ = (UniqueConstraint("courier", "zone"), STRICT)

    courier: Mapped[str] = mapped_column(default="")
    zone: Mapped[str]
    days: Mapped[int]


class CourierClaim(Versioned, Base):
    """What is claimed from a courier for a parcel, in the case's currency; open until `ended_at`.

    `reason` and `state` are keys of rules.claims; `due_at` is the last day to claim.
    """

    __tablename__ = "courier_claim"
    __table_args__ = (
        Index("ix_courier_claim_case_id", "case_id"),
        Index("ix_courier_claim_open", "due_at", "id", sqlite_where=text("ended_at IS NULL")),
        Index("ix_courier_claim_opened_at", "opened_at", "courier_id", "state"),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    parcel_id: Mapped[int | None] = mapped_column(ForeignKey("parcel.id"))
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"))
    reason: Mapped[str]
    state: Mapped[str]
    goods_minor: Mapped[int] = mapped_column(default=0)
    freight_minor: Mapped[int] = mapped_column(default=0)
    claimed_minor: Mapped[int] = mapped_column(default=0)
    paid_minor: Mapped[int] = mapped_column(default=0)
    reference: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    opened_at: Mapped[datetime]
    opened_by: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    case: Mapped[Case] = relationship()
    parcel: Mapped[Parcel | None] = relationship()
    courier: Mapped[Courier | None] = relationship()
