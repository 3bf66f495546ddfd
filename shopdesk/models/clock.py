"""The clocks of a case: each waiting step starts one, and its end is kept for the figures."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import STRICT, Base


class Clock(Base):
    """One wait of a case; `code` is a key of rules.clocks.CLOCKS.

    `source` is who set the time: `policy`, `platform` or `reminder`. `outcome` is empty while
    the clock runs, then `met`, `missed`, or `dropped` where the case left another way.
    """

    __tablename__ = "clock"
    __table_args__ = (
        Index("ix_clock_case_id", "case_id"),
        Index(
            "ix_clock_ended",
            "ended_at",
            "code",
            "outcome",
            "case_id",
            sqlite_where=text("ended_at IS NOT NULL"),
        ),
        STRICT,
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    code: Mapped[str]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    source: Mapped[str] = mapped_column(default="policy")
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default="")
