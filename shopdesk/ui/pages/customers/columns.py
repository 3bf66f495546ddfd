"""What the list of customers shows of each."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, current_language
from shopdesk.queries.customers import CustomerRow
from shopdesk.ui.base.amounts import amounts_text
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.days import day_text
from shopdesk.ui.base.flag_badges import flag_tone, flags_text
from shopdesk.ui.theme import Tone


def _last_order(row: CustomerRow) -> str:
    return "" if row.last_order_at is None else day_text(row.last_order_at, row.timezone)


def _count(count: int) -> str:
    return str(count) if count else "—"


def _score(row: CustomerRow) -> str:
    return "" if row.score is None else Formats(current_language()).number(row.score, 1)


def _flag_tone(row: CustomerRow) -> Tone:
    return flag_tone(row.flags[0]) if row.flags else "muted"


CUSTOMER_COLUMNS: tuple[Column[CustomerRow], ...] = (
    Column("name", N_("Buyer"), 120, lambda row: row.name, sort="name"),
    Column("handle", N_("Known as"), 130, lambda row: row.handle, stretch=True),
    Column("flags", N_("Marks"), 122, lambda row: flags_text(row.flags), _flag_tone, badge=True),
    Column("last_order", N_("Last order"), 108, _last_order, sort="last_order"),
    Column("orders", N_("Orders"), 78, lambda row: _count(row.orders), right=True),
    Column("open", N_("Open cases"), 104, lambda row: _count(row.open_cases), right=True),
    Column("refunded", N_("Refunded"), 104, lambda row: amounts_text(row.refunded), right=True),
    Column("score", N_("Score"), 72, _score, right=True),
)
