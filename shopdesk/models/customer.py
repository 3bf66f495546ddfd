"""A buyer: one person under several names, on several platforms."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned


class Customer(Versioned, Base):
    """A buyer as the shop knows them; `name` is kept as typed or imported."""

    __tablename__ = "customer"
    __table_args__ = (
        Index("ix_customer_name", "name", "id"),
        Index(
            "ix_customer_merged_into_id",
            "merged_into_id",
            sqlite_where=text("merged_into_id IS NOT NULL"),
        ),
        STRICT,
    )

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    """The same person's other row, which everything of this one moved to."""

    handles: Mapped[list["CustomerHandle"]] = relationship(
        back_populates="customer", order_by="CustomerHandle.id"
    )
    contacts: Mapped[list["CustomerContact"]] = relationship(
        back_populates="customer", order_by="CustomerContact.id"
    )
    addresses: Mapped[list["CustomerAddress"]] = relationship(
        back_populates="customer", order_by="CustomerAddress.id"
    )


class CustomerHandle(Base):
    """What a platform calls the buyer: a WangWang ID, an eBay user."""

    __tablename__ = "customer_handle"
    __table_args__ = (UniqueConstraint("platform", "handle"), STRICT)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    platform: Mapped[str]
    handle: Mapped[str]

    customer: Mapped[Customer] = relationship(back_populates="handles")


class CustomerContact(Base):
    """A phone number or an e-mail address, as typed; `folded` is what it is found by."""

    __tablename__ = "customer_contact"
    __table_args__ = (UniqueConstraint("customer_id", "kind", "folded"), STRICT)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str]
    value: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)

    customer: Mapped[Customer] = relationship(back_populates="contacts")


class CustomerAddress(Base):
    """A place where the buyer got a parcel."""

    __tablename__ = "customer_address"
    __table_args__ = (UniqueConstraint("customer_id", "recipient", "address"), STRICT)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    recipient: Mapped[str]
    address: Mapped[str]
    postcode: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")

    customer: Mapped[Customer] = relationship(back_populates="addresses")


class CustomerFlag(Base):
    """What to bear in mind about a buyer: a key of rules.customers.FLAGS, who said so and why."""

    __tablename__ = "customer_flag"
    __table_args__ = (UniqueConstraint("customer_id", "flag"), STRICT)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    flag: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(default="")
