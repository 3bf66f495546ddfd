"""Photos, screenshots and files that prove what happened."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import STRICT, Base


class Attachment(Base):
    """A file kept beside the database under its content's hash, and what it belongs to.

    It belongs to a case, or to a parcel that has none yet; `line_id` says which goods it shows.
    `name` is what the person's file was called, made harmless; `kind` is the ending by content.
    `trouble` is empty, `missing` or `changed`, as it was found at `trouble_at`.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_case_id", "case_id", sqlite_where=text("case_id IS NOT NULL")),
        Index("ix_attachment_parcel_id", "parcel_id", sqlite_where=text("parcel_id IS NOT NULL")),
        Index("ix_attachment_sha256", "sha256"),
        STRICT,
    )

    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    parcel_id: Mapped[int | None] = mapped_column(ForeignKey("parcel.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("return_line.id"))
    sha256: Mapped[str]
    size: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    added_at: Mapped[datetime]
    person: Mapped[str] = mapped_column(default="")
    trouble: Mapped[str] = mapped_column(default="")
    trouble_at: Mapped[datetime | None]
