"""The shop's own solutions, in versions that are never edited."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import STRICT, Base


class Solution(Base):
    """One version of a solution; the newest of a `code` is in force, before the starter's own.

    `content` is what rules.solutions.content_of gives; a `retired` version hides the solution.
    """

    __tablename__ = "solution"
    __table_args__ = (Index("ix_solution_code", "code", "id"), STRICT)

    code: Mapped[str]
    content: Mapped[dict[str, Any]]
    retired: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(default="")
