"""What the list of reshipments shows of each."""

from datetime import UTC, datetime

from shopdesk.i18n import N_, _
from shopdesk.queries.reshipment_list import ReshipmentListRow
from shopdesk.rules.reshipments import REASONS, Moving, shown_state
from shopdesk.rules.sentences import courier_name
from shopdesk.rules.states import State
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.goods import goods_and_others, goods_text
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.pages.cases.columns import due_column


def state_of(row: ReshipmentListRow) -> State:
    """Return where a reshipment stands, as it is told: a quiet one is stalled."""
    is_late = row.due_at is not None and row.due_at < datetime.now(UTC)
    return shown_state(Moving(row.state, is_late=is_late))


def _parcel(row: ReshipmentListRow) -> str:
    """Return the courier and its latest word; before that, why the goods wait."""
    if not row.waybill:
        return _("Waits: {why}").format(why=row.wait_note) if row.wait_note else ""
    courier = courier_name(row.courier, row.courier_name)
    return " · ".join(filter(None, (courier, row.waybill, row.event)))


def _items(row: ReshipmentListRow) -> str:
    return goods_and_others(goods_text(row.title, row.variant, row.units), row.other_lines)


RESHIPMENT_COLUMNS: tuple[Column[ReshipmentListRow], ...] = (
    Column("number", N_("Reshipment"), 116, lambda row: row.number, sort="opened"),
    Column("buyer", N_("Recipient"), 92, lambda row: row.buyer, sort="buyer"),
    Column("items", N_("Items"), 140, _items, stretch=True),
    Column("reason", N_("Reason"), 116, lambda row: _(REASONS.get(row.reason, row.reason))),
    Column(
        "state",
        N_("Status"),
        136,
        lambda row: _(state_of(row).name),
        lambda row: TONES[state_of(row).tone],
        badge=True,
        sort="state",
    ),
    Column("parcel", N_("Parcel"), 150, _parcel),
    due_column(ReshipmentListRow, 172),
)
