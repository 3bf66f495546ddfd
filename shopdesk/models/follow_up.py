"""Dated things to do about a case or a buyer, and the rules that make them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case
from shopdesk.models.customer import Customer
from shopdesk.models.shop import Person


class FollowUp(Versioned, Base):
    """One thing to do by `due_at`; open until `done_at`. `kind`, `channel`, `outcome` are codes.

    `source_key` says what made it, such as the rule and its case, and exists once; by hand it
    is None. `snoozed_until` puts off its reminder, not its due time.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("source_key"),
        Index("ix_follow_up_open", "due_at", "id", sqlite_where=text("done_at IS NULL")),
        Index("ix_follow_up_case_id", "case_id", sqlite_where=text("case_id IS NOT NULL")),
        Index(
            "ix_follow_up_customer_id", "customer_id", sqlite_where=text("customer_id IS NOT NULL")
        ),
        Index(
            "ix_follow_up_done",
            "shop_id",
            "done_at",
            "kind",
            "outcome",
            "score",
            sqlite_where=text("done_at IS NOT NULL"),
        ),
        STRICT,
    )

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    due_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    """What is to be done, as typed."""
    rule: Mapped[str] = mapped_column(default="")
    source_key: Mapped[str | None]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(default="")
    snoozed_until: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    outcome_note: Mapped[str] = mapped_column(default="")
    score: Mapped[int | None]
    """How content the buyer is, 1 to 5."""
    score_note: Mapped[str] = mapped_column(default="")
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("follow_up.id"))
    """The one whose outcome made this the next."""

    case: Mapped[Case | None] = relationship()
    customer: Mapped[Customer | None] = relationship()
    owner: Mapped[Person | None] = relationship()


class FollowRule(Versioned, Base):
    """Makes a follow-up `days` after an `event` of a case; codes are those of rules.follow_rules.

    `case_kind` is empty for every kind; `clock` says which deadline, where the event is one.
    """

    __tablename__ = "follow_rule"
    __table_args__ = (UniqueConstraint("code"), STRICT)

    code: Mapped[str]
    event: Mapped[str]
    case_kind: Mapped[str] = mapped_column(default="")
    clock: Mapped[str] = mapped_column(default="")
    days: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str]
    channel: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    since: Mapped[datetime]
    """What happened before it was switched on makes nothing."""
