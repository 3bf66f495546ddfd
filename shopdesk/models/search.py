"""The folded text that a case, an order or a buyer is found by; its grams lie in an FTS5 index."""

from sqlalchemy.orm import Mapped, mapped_column

from shopdesk.models.base import Base


class CaseDoc(Base):
    """A case's searchable text; its id is the case's."""

    __tablename__ = "case_doc"

    doc: Mapped[str] = mapped_column(default="")


class OrderDoc(Base):
    """An order's searchable text; its id is the order's."""

    __tablename__ = "order_doc"

    doc: Mapped[str] = mapped_column(default="")


class CustomerDoc(Base):
    """A buyer's searchable text; its id is the customer's."""

    __tablename__ = "customer_doc"

    doc: Mapped[str] = mapped_column(default="")
