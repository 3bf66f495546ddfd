"""What the list of returns shows of each."""

from datetime import UTC, datetime

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.queries.returns import ReturnRow
from shopdesk.rules.sentences import DueText, due_text, reason_name
from shopdesk.rules.states import STATES
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.theme import Tone

STATE_TONES: dict[str, Tone] = {
    "new": "new",
    "wait": "wait",
    "accent": "accent",
    "good": "good",
    "neutral": "muted",
}
DUE_TONES: dict[str, Tone] = {"late": "late", "wait": "wait", "neutral": "muted"}


def state_tone(state: str) -> Tone:
    """Return the colours in which a state stands."""
    return STATE_TONES[STATES[state].tone]


def _items(row: ReturnRow) -> str:
    first = goods_text(row.title, row.variant, row.units)
    if not row.other_lines:
        return first
    return ngettext("{goods} and {n} more", "{goods} and {n} more", row.other_lines).format(
        goods=first, n=row.other_lines
    )


def _due(row: ReturnRow) -> DueText:
    return due_text(row.due_clock, row.due_at, datetime.now(UTC))


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
    Column(
        "due",
        N_("Due"),
        144,
        lambda row: _due(row).text,
        lambda row: DUE_TONES[_due(row).tone],
        sort="due",
    ),
    Column("amount", N_("Amount"), 108, _amount, right=True, sort="amount"),
)
