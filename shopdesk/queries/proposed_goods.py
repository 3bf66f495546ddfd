"""What would go out again, and where to: of a case or of an order, before anybody changed it."""

from dataclasses import dataclass

from shopdesk.queries.reshipments import OutLineRow, Recipient
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class SendableOrder:
    """An order as the form for goods that go out sees it; `lines` hold all that was bought."""

    id: int
    number: str
    shop_id: int
    currency: str
    to: Recipient
    lines: tuple[OutLineRow, ...]


_line = RowsOf(OutLineRow)
_recipient = RowsOf(Recipient)
_order = RowsOf(SendableOrder)

_OF_ORDER = """
    SELECT product_id, title, variant, sku, quantity, paid_minor
    FROM order_line WHERE order_id = ? ORDER BY position
"""
_OF_RETURN = """
    SELECT product_id, title, variant, sku, quantity, 0
    FROM return_line WHERE case_id = ? ORDER BY position
"""
_OF_RESHIPMENT = """
    SELECT product_id, title, variant, sku, quantity, price_minor
    FROM reshipment_line WHERE case_id = ? ORDER BY position
"""
_ORDER = "SELECT id, number, shop_id, currency FROM orders WHERE id = ?"
_TO = "SELECT recipient, phone, address, postcode, country FROM orders WHERE id = ?"


def load_sendable_order(reader: Reader, order_id: int) -> SendableOrder | None:
    """Return an order with what it sent and where to; None if it is gone."""
    row = reader.row(_ORDER, (order_id,))
    if row is None:
        return None
    to = _recipient(reader.row(_TO, (order_id,)) or [""] * 5)
    return _order(row, to=to, lines=_lines(reader, _OF_ORDER, order_id))


def load_proposed_goods(reader: Reader, case_id: int) -> tuple[OutLineRow, ...]:
    """Return the goods that a case is about: its own, else those of its order.

    What goes out for a return has no price of its own: the return's settlement says it.
    """
    own = _lines(reader, _OF_RETURN, case_id) or _lines(reader, _OF_RESHIPMENT, case_id)
    order_id = reader.value("SELECT order_id FROM cases WHERE id = ?", (case_id,))
    return own or (_lines(reader, _OF_ORDER, order_id) if order_id else ())


def _lines(reader: Reader, sql: str, row_id: int) -> tuple[OutLineRow, ...]:
    return tuple(map(_line, reader.rows(sql, (row_id,))))
