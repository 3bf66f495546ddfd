"""What would go out again for a case, before anybody changed it."""

from shopdesk.queries.reshipments import OutLineRow
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader

_line = RowsOf(OutLineRow)

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


def load_proposed_goods(reader: Reader, case_id: int) -> tuple[OutLineRow, ...]:
    """Return the goods that a case is about: its own, else those of its order.

    What goes out for a return has no price of its own: the return's settlement says it.
    """
    own = _lines(reader, _OF_RETURN, case_id) or _lines(reader, _OF_RESHIPMENT, case_id)
    order_id = reader.value("SELECT order_id FROM cases WHERE id = ?", (case_id,))
    return own or (_lines(reader, _OF_ORDER, order_id) if order_id else ())


def _lines(reader: Reader, sql: str, row_id: int) -> tuple[OutLineRow, ...]:
    return tuple(map(_line, reader.rows(sql, (row_id,))))
