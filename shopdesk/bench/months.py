"""The month's figures, beside the queries that they are usually written as."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, timed
from shopdesk.i18n import _
from shopdesk.queries.periods import Days, month_before, month_of
from shopdesk.queries.summaries import load_month_summary

MONTH_RATIO = 0.6

_OPENED = "cases.kind = 'return' AND cases.opened_at >= :start AND cases.opened_at < :end"

RAW_QUERIES = (
    f"""SELECT strftime('%W', opened_at, 'unixepoch'), count(*), count(DISTINCT order_id)
        FROM cases WHERE {_OPENED} GROUP BY 1""",
    f"SELECT shop_id, state, count(*) FROM cases WHERE {_OPENED} GROUP BY 1, 2",
    f"SELECT reason_id, count(*) FROM cases WHERE {_OPENED} GROUP BY 1",
    f"""SELECT return_line.product_id, cases.reason_id, sum(return_line.quantity)
        FROM cases JOIN return_line ON return_line.case_id = cases.id
        WHERE {_OPENED} GROUP BY 1, 2""",
    """SELECT count(*), avg(settled_at - opened_at)
        FROM cases WHERE kind = 'return' AND settled_at >= :start AND settled_at < :end""",
    """SELECT currency, sum(goods_minor), sum(freight_minor)
        FROM refund WHERE at >= :start AND at < :end GROUP BY 1""",
    """SELECT strftime('%W', paid_at, 'unixepoch'), currency, count(*), sum(paid_minor)
        FROM orders WHERE paid_at >= :start AND paid_at < :end GROUP BY 1, 2""",
    """SELECT product_id, sum(quantity)
        FROM orders JOIN order_line ON order_line.order_id = orders.id
        WHERE paid_at >= :start AND paid_at < :end GROUP BY 1""",
)
"""What a month needs, one GROUP BY for each figure; twice, for the month before."""


def month_measures(ground: Ground) -> Iterator[Measure]:
    """Yield the last whole month of all stores, with the month before."""
    newest = ground.reader.value("SELECT max(opened_at) FROM cases")
    month = month_before(month_of(datetime.fromtimestamp(newest, UTC).date()))
    yield Measure(
        "month",
        _("A month's figures, with the month before"),
        timed(lambda: _ours(ground, month.first)),
        timed(lambda: _raw(ground, month)),
        MONTH_RATIO,
        rounds=9,
    )


def _ours(ground: Ground, month: date) -> None:
    load_month_summary(ground.reader, month, None, datetime.now(UTC))


def _raw(ground: Ground, month: Days) -> None:
    for days in (month, month_before(month)):
        for sql in RAW_QUERIES:
            ground.bare.execute(sql, _bounds(days)).fetchall()


def _bounds(days: Days) -> dict[str, int]:
    starts = datetime.combine(days.first, datetime.min.time(), UTC)
    following = datetime.combine(days.last, datetime.max.time(), UTC)
    return {"start": int(starts.timestamp()), "end": int(following.timestamp()) + 1}
