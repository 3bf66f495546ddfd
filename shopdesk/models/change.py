"""The record of every write: it refreshes pages, feeds Undo, and is the audit trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import Base


class Change(Base):
    """One write: who did what when; `undoes` names the change that it takes back."""

    __tablename__ = "change"

    at: Mapped[datetime]
    person: Mapped[str]
    label: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change.id"), unique=True)

    rows: Mapped[list["ChangedRow"]] = relationship(
        back_populates="change", order_by="ChangedRow.id"
    )


class ChangedRow(Base):
    """One row of a change: all its columns if it came or went, else only those that changed."""

    __tablename__ = "changed_row"

    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]

    change: Mapped[Change] = relationship(back_populates="rows")
