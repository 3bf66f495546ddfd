"""What the list of orders shows of each."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.orders import OrderRow
from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.days import day_text
from shopdesk.ui.base.goods import goods_and_others
from shopdesk.ui.base.order_badges import status_tone


def _total(row: OrderRow) -> str:
    return Formats(current_language()).money(row.total_minor, row.currency)


ORDER_COLUMNS: tuple[Column[OrderRow], ...] = (
    Column("number", N_("Order"), 168, lambda row: row.number, sort="number"),
    Column("buyer", N_("Buyer"), 104, lambda row: row.buyer, sort="buyer"),
    Column(
        "items",
        N_("Items"),
        150,
        lambda row: goods_and_others(row.title, row.other_lines),
        stretch=True,
    ),
    Column("shop", N_("Shop"), 130, lambda row: row.shop_name),
    Column(
        "ordered",
        N_("Ordered"),
        112,
        lambda row: day_text(row.ordered_at, row.timezone),
        sort="ordered",
    ),
    Column(
        "status",
        N_("Status"),
        106,
        lambda row: _(order_status(row.status).name),
        lambda row: status_tone(row.status),
        badge=True,
    ),
    Column(
        "returns",
        N_("Returns"),
        76,
        lambda row: str(row.returns) if row.returns else "",
        lambda _row: "wait",
        badge=True,
    ),
    Column("total", N_("Total"), 102, _total, right=True, sort="total"),
)
