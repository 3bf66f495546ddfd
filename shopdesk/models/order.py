"""What was sold: orders with their lines, the goods, and the parcels."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shopdesk.models.base import STRICT, Base, Versioned
from shopdesk.models.customer import Customer


class Product(Versioned, Base):
    """Something the shop sells; `key` is its SKU, or its title where it has none."""

    __tablename__ = "product"
    __table_args__ = (UniqueConstraint("shop_id", "key"), STRICT)

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    key: Mapped[str]
    sku: Mapped[str]
    title: Mapped[str]
    category: Mapped[str] = mapped_column(default="general")


class Courier(Versioned, Base):
    """Who carries parcels; `code` ties it to a preset, `{n}` in the address is the waybill."""

    __tablename__ = "courier"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    tracking_url: Mapped[str] = mapped_column(default="")
    week: Mapped[str] = mapped_column(default="", server_default="")
    """On which days it moves, a key of rules.transit.WEEKS; empty is its preset's."""
    archived_at: Mapped[datetime | None]


class Order(Versioned, Base):
    """A sale as the platform tells it; the recipient is kept as it was at sending."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("shop_id", "number"),
        Index("ix_orders_ordered_at", text("ordered_at DESC"), text("id DESC"), "customer_id"),
        Index("ix_orders_status", "status", text("ordered_at DESC"), text("id DESC")),
        Index("ix_orders_number", "number"),
        Index("ix_orders_total_minor", "total_minor", "id"),
        Index(
            "ix_orders_paid_period",
            "shop_id",
            "paid_at",
            "currency",
            "paid_minor",
            sqlite_where=text("paid_at IS NOT NULL"),
        ),
        STRICT,
    )

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    number: Mapped[str]
    platform_id: Mapped[str] = mapped_column(default="")
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"), index=True)
    status: Mapped[str] = mapped_column(default="")
    status_text: Mapped[str] = mapped_column(default="")
    ordered_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    currency: Mapped[str]
    goods_minor: Mapped[int] = mapped_column(default=0)
    freight_minor: Mapped[int] = mapped_column(default=0)
    discount_minor: Mapped[int] = mapped_column(default=0)
    tax_minor: Mapped[int] = mapped_column(default=0)
    total_minor: Mapped[int] = mapped_column(default=0)
    paid_minor: Mapped[int] = mapped_column(default=0)
    refunded_minor: Mapped[int] = mapped_column(default=0)
    recipient: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    buyer_note: Mapped[str] = mapped_column(default="")
    seller_note: Mapped[str] = mapped_column(default="")

    customer: Mapped[Customer | None] = relationship()
    lines: Mapped[list["OrderLine"]] = relationship(
        back_populates="order", order_by="OrderLine.position"
    )
    parcels: Mapped[list["Parcel"]] = relationship(back_populates="order", order_by="Parcel.id")


class OrderLine(Base):
    """One kind of goods in an order; `paid_minor` is its share of what was paid for goods."""

    __tablename__ = "order_line"
    __table_args__ = (
        UniqueConstraint("order_id", "position"),
        Index("ix_order_line_order_id", "order_id", "product_id", "quantity"),
        Index("ix_order_line_product_id", "product_id", "order_id", "quantity"),
        STRICT,
    )

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    position: Mapped[int]
    platform_line_id: Mapped[str] = mapped_column(default="")
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    sku: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    variant: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    price_minor: Mapped[int] = mapped_column(default=0)
    paid_minor: Mapped[int] = mapped_column(default=0)

    order: Mapped[Order] = relationship(back_populates="lines")
    product: Mapped[Product] = relationship()


class Parcel(Versioned, Base):
    """Goods on the way: out with an order or a reshipment, or back with a case.

    `waybill` is kept as typed. Two returns in one box are two rows with the same waybill. A row
    of direction `back` with neither order nor case is ownerless; `delivered_at` is when it came.
    """

    __tablename__ = "parcel"
    __table_args__ = (
        Index("ix_parcel_waybill_folded", "waybill_folded"),
        Index("ix_parcel_order_id", "order_id"),
        Index("ix_parcel_case_id", "case_id", sqlite_where=text("case_id IS NOT NULL")),
        Index("ix_parcel_number", "number", sqlite_where=text("number <> ''")),
        Index(
            "ix_parcel_ownerless",
            "id",
            sqlite_where=text("order_id IS NULL AND case_id IS NULL AND let_go_at IS NULL"),
        ),
        STRICT,
    )

    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    direction: Mapped[str]
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"))
    courier_name: Mapped[str] = mapped_column(default="")
    waybill: Mapped[str] = mapped_column(default="")
    waybill_folded: Mapped[str] = mapped_column(default="")
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    number: Mapped[str] = mapped_column(default="", server_default="")
    """What is written on an ownerless parcel's box, such as U-2611-0001."""
    note: Mapped[str] = mapped_column(default="", server_default="")
    let_go_at: Mapped[datetime | None]
    """When an ownerless parcel left the shelf without ever finding its case."""
    moved_at: Mapped[datetime | None]
    """The time of the latest tracking event."""
    status: Mapped[str] = mapped_column(default="", server_default="")
    """What that event says, a key of rules.tracking.STATUSES."""

    order: Mapped[Order | None] = relationship(back_populates="parcels")
    courier: Mapped[Courier | None] = relationship()
