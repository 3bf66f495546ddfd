"""What only a complaint has: what went wrong, the options offered, what the platform said."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case


class Complaint(Versioned, Base):
    """The complaint that a case of kind `complaint` is; it shares the case's id.

    `category`, `situation`, `channel`, `severity` and `verdict` are keys of rules.complaints,
    `cause` one of its situation's causes. A platform has it from `escalated_at` to `verdict_at`.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        Index("ix_complaint_situation", "situation", "id"),
        Index(
            "ix_complaint_merged_into_id",
            "merged_into_id",
            sqlite_where=text("merged_into_id IS NOT NULL"),
        ),
        STRICT,
    )

    id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    category: Mapped[str]
    situation: Mapped[str]
    channel: Mapped[str] = mapped_column(default="")
    severity: Mapped[str] = mapped_column(default="normal")
    wanted: Mapped[str] = mapped_column(default="")
    """What the buyer wants, as typed."""
    cause: Mapped[str] = mapped_column(default="")
    cause_note: Mapped[str] = mapped_column(default="")
    round: Mapped[int] = mapped_column(default=1)
    """How often it was opened; options belong to one round."""
    few_reason: Mapped[str] = mapped_column(default="")
    """Why fewer than two options were offered."""
    replied_at: Mapped[datetime | None]
    offered_at: Mapped[datetime | None]
    chosen_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    platform_number: Mapped[str] = mapped_column(default="")
    platform_due_at: Mapped[datetime | None]
    platform_asks: Mapped[str] = mapped_column(default="")
    """The evidence that the platform asks for, as typed."""
    verdict: Mapped[str] = mapped_column(default="")
    verdict_note: Mapped[str] = mapped_column(default="")
    verdict_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    """The complaint that this one turned out to be another report of."""

    case: Mapped[Case] = relationship(foreign_keys="Complaint.id")
    options: Mapped[list["ComplaintOption"]] = relationship(
        back_populates="complaint", order_by="ComplaintOption.round, ComplaintOption.position"
    )


class ComplaintOption(Versioned, Base):
    """One way out that is put to the buyer; `does` is a key of rules.options.DEEDS.

    `solution` and `option` say where in the library it comes from, empty for one typed by hand;
    amounts are in the case's currency. `opened_id` is the case that doing it opened.
    """

    __tablename__ = "complaint_option"
    __table_args__ = (
        UniqueConstraint("case_id", "round", "position"),
        Index(
            "ix_complaint_option_chosen",
            "solution",
            "option",
            "case_id",
            sqlite_where=text("chosen_at IS NOT NULL"),
        ),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    round: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    solution: Mapped[str] = mapped_column(default="")
    option: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    does: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(default=0)
    freight_minor: Mapped[int] = mapped_column(default=0)
    party: Mapped[str] = mapped_column(default="")
    """Who would bear it, a key of rules.liability.PARTIES."""
    follow_kind: Mapped[str] = mapped_column(default="")
    follow_days: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    offered_at: Mapped[datetime | None]
    chosen_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    opened_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))

    complaint: Mapped[Complaint] = relationship(back_populates="options")
