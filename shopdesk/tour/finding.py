"""Records of the sample that make good pictures."""

from dataclasses import dataclass

from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the tour shows: returns by state, an order to return, the last whole month."""

    by_state: dict[str, int]
    order_id: int
    order_number: str
    customer_id: int


def find_subjects(reader: Reader) -> Subjects:
    """Choose them the same way each time."""
    states: dict[str, int] = dict(
        reader.rows(
            "SELECT state, max(cases.id) FROM cases JOIN return_case ON return_case.id = cases.id"
            " WHERE goods_back = 1 GROUP BY state"
        )
    )
    order = reader.row(_ORDER)
    assert order  # noqa: S101 - the sample sells every day
    return Subjects(states, *order)


# A Chinese order that came some days ago, of several lines, none of which came back yet.
_ORDER = """
    SELECT orders.id, orders.number, orders.customer_id
    FROM orders JOIN shop ON shop.id = orders.shop_id
    WHERE shop.platform = 'tmall' AND orders.delivered_at IS NOT NULL
      AND (SELECT count(*) FROM order_line WHERE order_id = orders.id) > 1
      AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.order_id = orders.id)
      AND (SELECT max(delivered_at) FROM orders) - orders.delivered_at > 86400
    ORDER BY orders.delivered_at DESC LIMIT 1
"""
