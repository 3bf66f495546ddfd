"""What the list of customers shows of each."""

from shopdesk.i18n import N_
from shopdesk.queries.customers import CustomerRow
from shopdesk.ui.base.amounts import amounts_text
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.days import day_text


def _last_order(row: CustomerRow) -> str:
    return "" if row.last_order_at is None else day_text(row.last_order_at, row.timezone)


def _count(count: int) -> str:
    return str(count) if count else "—"


CUSTOMER_COLUMNS: tuple[Column[CustomerRow], ...] = (
    Column("name", N_("Buyer"), 130, lambda row: row.name, sort="name"),
    Column("handle", N_("Known as"), 180, lambda row: row.handle, stretch=True),
    Column("orders", N_("Orders"), 72, lambda row: _count(row.orders), right=True),
    Column("returns", N_("Returns"), 80, lambda row: _count(row.returns), right=True),
    Column("refunded", N_("Refunded"), 112, lambda row: amounts_text(row.refunded), right=True),
    Column("last_order", N_("Last order"), 124, _last_order, sort="last_order"),
)
