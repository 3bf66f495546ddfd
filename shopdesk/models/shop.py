"""The shop and the people at its desk."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import Base, Versioned


class Shop(Versioned, Base):
    """One store on one platform: what it sells in, where returns go, how they are judged."""

    __tablename__ = "shop"

    name: Mapped[str]
    platform: Mapped[str]
    region: Mapped[str]
    currency: Mapped[str]
    timezone: Mapped[str]
    buyer_language: Mapped[str] = mapped_column(default="", server_default="")
    """The language that buyers are answered in; the region's own where it is empty."""
    exchange_when: Mapped[str] = mapped_column(default="inspected", server_default="inspected")
    """When an exchange's replacement is opened for packing: `agreed` or `inspected`."""
    masks_contacts: Mapped[bool] = mapped_column(default=False, server_default="0")
    """Whether phones and addresses of buyers are masked on the screen until asked for."""
    return_name: Mapped[str] = mapped_column(default="")
    return_phone: Mapped[str] = mapped_column(default="")
    return_address: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class Person(Versioned, Base):
    """Somebody at the desk, whose name every step carries."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
