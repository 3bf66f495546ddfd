"""What the list of returns shows of each."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.returns import ReturnRow
from shopdesk.rules.sentences import reason_name
from shopdesk.rules.states import STATES
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.goods import goods_and_others, goods_text
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.pages.cases.columns import due_column
from shopdesk.ui.theme import Tone


def state_tone(state: str) -> Tone:
    """Return the colours in which a state stands."""
    return TONES[STATES[state].tone]


def _items(row: ReturnRow) -> str:
    return goods_and_others(goods_text(row.title, row.variant, row.units), row.other_lines)


def _amount(row: ReturnRow) -> str:
    return Formats(current_language()).money(row.amount_minor, row.currency)


RETURN_COLUMNS: tuple[Column[ReturnRow], ...] = (
    Column("number", N_("Return"), 102, lambda row: row.number, sort="opened"),
    Column("buyer", N_("Buyer"), 104, lambda row: row.buyer, sort="buyer"),
    Column("items", N_("Items"), 150, _items, stretch=True),
    Column("reason", N_("Reason"), 136, lambda row: reason_name(row.reason, row.reason_text)),
    Column(
        "state",
        N_("Status"),
        102,
        lambda row: _(STATES[row.state].name),
        lambda row: state_tone(row.state),
        badge=True,
        sort="state",
    ),
    due_column(ReturnRow, 144),
    Column("amount", N_("Amount"), 108, _amount, right=True, sort="amount"),
)
