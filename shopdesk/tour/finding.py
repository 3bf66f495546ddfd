"""Records of the sample that make good pictures."""

from dataclasses import dataclass

from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the tour shows: an order to return, and returns by what they are for."""

    by_state: dict[str, int]
    """One return with goods back of each state."""
    order_id: int
    order_number: str
    awaited_id: int
    """Money goes back once its parcel is here, of several units if there is such a one."""
    awaited_waybill: str
    kept_number: str
    """A parcel that is kept without a return."""
    to_inspect: int
    to_settle: int
    to_swap: int
    """Goods go out for it once it is settled."""
    costly: int
    """Money was kept back, it cost something, and several bear it."""
    sending: int
    """Goods go out for it, if possible not sent yet."""


def find_subjects(reader: Reader) -> Subjects:
    """Choose them the same way each time."""
    states: dict[str, int] = dict(
        reader.rows(
            "SELECT state, max(cases.id) FROM cases JOIN return_case ON return_case.id = cases.id"
            " WHERE goods_back = 1 GROUP BY state"
        )
    )
    chosen = [value for sql in _CHOICES for value in reader.row(sql) or ()]
    return Subjects(states, *chosen)


ORDERS = """
    SELECT orders.id, orders.number
    FROM orders JOIN shop ON shop.id = orders.shop_id
    WHERE shop.platform = 'tmall' AND orders.delivered_at IS NOT NULL
      AND (SELECT count(*) FROM order_line WHERE order_id = orders.id) > 1
      AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.order_id = orders.id)
      AND (SELECT max(delivered_at) FROM orders) - orders.delivered_at > 86400
    ORDER BY orders.delivered_at DESC
"""
"""Chinese orders that came some days ago, of several lines, about which nothing was asked yet."""

_ORDER = f"{ORDERS} LIMIT 1"
_AWAITED = """
    SELECT cases.id, parcel.waybill
    FROM cases JOIN return_case ON return_case.id = cases.id
      JOIN parcel ON parcel.case_id = cases.id
    WHERE cases.state = 'on_its_way' AND return_case.remedy = 'refund'
      AND parcel.direction = 'back' AND parcel.waybill <> ''
    ORDER BY (SELECT sum(quantity) FROM return_line WHERE case_id = cases.id) DESC, cases.id DESC
    LIMIT 1
"""
_KEPT = """
    SELECT number FROM parcel
    WHERE direction = 'back' AND case_id IS NULL AND order_id IS NULL AND let_go_at IS NULL
      AND number <> ''
    ORDER BY id DESC LIMIT 1
"""
_TO_INSPECT = """
    SELECT cases.id FROM cases
    WHERE cases.state = 'arrived'
      AND NOT EXISTS (SELECT 1 FROM received_item WHERE case_id = cases.id)
    ORDER BY (SELECT sum(quantity) FROM return_line WHERE case_id = cases.id) DESC, cases.id DESC
    LIMIT 1
"""
_TO_SETTLE = """
    SELECT cases.id FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.state = 'inspected' AND return_case.remedy = 'refund'
    ORDER BY (SELECT sum(value_minor) FROM return_line WHERE case_id = cases.id) DESC LIMIT 1
"""
_TO_SWAP = """
    SELECT cases.id FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.state = 'inspected' AND return_case.remedy <> 'refund'
    ORDER BY return_case.remedy = 'exchange' DESC, cases.id DESC LIMIT 1
"""
_COSTLY = """
    SELECT cases.id FROM cases JOIN refund ON refund.case_id = cases.id
    WHERE refund.deduction_minor > 0
    ORDER BY (SELECT count(*) FROM liability_share WHERE case_id = cases.id) DESC,
             (SELECT count(*) FROM cost_entry WHERE case_id = cases.id) DESC, cases.id DESC
    LIMIT 1
"""
_SENDING = """
    SELECT cases.origin_id FROM cases JOIN return_case ON return_case.id = cases.origin_id
    WHERE cases.kind = 'reshipment'
    ORDER BY cases.state IN ('to_pack', 'packed') DESC, cases.state = 'sent' DESC, cases.id DESC
    LIMIT 1
"""
_CHOICES = (_ORDER, _AWAITED, _KEPT, _TO_INSPECT, _TO_SETTLE, _TO_SWAP, _COSTLY, _SENDING)
"""Each finds one row; together they are the further fields of Subjects, in their order."""
