"""How a shop judges and times its returns, in versions that are never edited."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import STRICT, Base, Versioned


class Policy(Base):
    """One version of a shop's policy; the newest is in force, the others are old cases' own.

    `rules` are the fields of `rules.policy.Policy` as plain values; `preset` says where the
    shop started from.
    """

    __tablename__ = "policy"
    __table_args__ = (Index("ix_policy_shop_id", "shop_id", "id"), STRICT)

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    preset: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    """The shop's own name for it; the preset's where it is empty."""
    rules: Mapped[dict[str, Any]]
    source: Mapped[str] = mapped_column(default="")
    certainty: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(default="")


class Holiday(Versioned, Base):
    """A day on which a shop rests though others work, or works though others rest."""

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("shop_id", "day"), STRICT)

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    day: Mapped[date]
    closed: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str] = mapped_column(default="")


class ReadyText(Versioned, Base):
    """A shop's own wording of a ready text, by code, reason and language.

    An empty `reason` is for every reason that has no words of its own.
    """

    __tablename__ = "ready_text"
    __table_args__ = (UniqueConstraint("shop_id", "code", "reason", "language"), STRICT)

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    code: Mapped[str]
    reason: Mapped[str] = mapped_column(default="", server_default="")
    language: Mapped[str]
    text: Mapped[str]
