"""What was printed, what waits for it, and on what: jobs, wishes, label sheets, a shop's paper."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.case import Case
from shopdesk.models.shop import Shop


class PrintJob(Base):
    """One document, of one case or of many, that reached a printer or a file.

    `document` is a key of rules.documents; `paper` a size's code or a label sheet's; `printer` is
    empty for a file; `way` says how it went, a key of rules.printing.WAYS. What was marked by
    hand has no paper, language or pages.
    """

    __tablename__ = "print_job"
    __table_args__ = (Index("ix_print_job_at", "at"), STRICT)

    at: Mapped[datetime]
    person: Mapped[str] = mapped_column(default="")
    document: Mapped[str]
    paper: Mapped[str]
    language: Mapped[str]
    printer: Mapped[str] = mapped_column(default="")
    way: Mapped[str]
    pages: Mapped[int]

    items: Mapped[list["PrintItem"]] = relationship(
        back_populates="job", order_by="PrintItem.position"
    )


class PrintItem(Base):
    """A case of a job, in the order in which it came out."""

    __tablename__ = "print_item"
    __table_args__ = (
        UniqueConstraint("job_id", "position"),
        Index("ix_print_item_case_id", "case_id", "job_id"),
        STRICT,
    )

    job_id: Mapped[int] = mapped_column(ForeignKey("print_job.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int]

    job: Mapped[PrintJob] = relationship(back_populates="items")
    case: Mapped[Case] = relationship()


class PrintWish(Base):
    """A document of a case that a person put into the queue; gone once it is printed."""

    __tablename__ = "print_wish"
    __table_args__ = (UniqueConstraint("document", "case_id"), STRICT)

    document: Mapped[str]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    added_at: Mapped[datetime]
    person: Mapped[str] = mapped_column(default="")

    case: Mapped[Case] = relationship()


class LabelSheet(Versioned, Base):
    """Labels beside and below each other on one sheet; lengths in hundredths of a millimetre.

    `base` is the code of the sheet's own size; the gutters lie between the labels. One that was
    removed is only archived: jobs and settings name it by its id, which no other sheet may get.
    """

    __tablename__ = "label_sheet"
    __table_args__ = (STRICT,)

    name: Mapped[str]
    base: Mapped[str]
    columns: Mapped[int]
    rows: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    left: Mapped[int]
    top: Mapped[int]
    gutter_x: Mapped[int] = mapped_column(default=0, server_default="0")
    gutter_y: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class ShopPaper(Versioned, Base):
    """What a shop wants on its papers: a logo as a PNG in base64, lines under its name, a foot."""

    __tablename__ = "shop_paper"
    __table_args__ = (UniqueConstraint("shop_id"), STRICT)

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    logo: Mapped[str] = mapped_column(default="", server_default="")
    lines: Mapped[str] = mapped_column(default="", server_default="")
    foot: Mapped[str] = mapped_column(default="", server_default="")

    shop: Mapped[Shop] = relationship()
