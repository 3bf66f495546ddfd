"""The month as far as it is, beside the same stretch of the month before; and the last reasons.

The figures are those of the month's summary, counted by the same functions: what is told on the
screen today stands on paper at the month's end. First reply and satisfaction are counted here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter
from statistics import median
from zoneinfo import ZoneInfo

from shopdesk.queries.month_figures import Figures, Stores, count_month
from shopdesk.queries.paper import MoneyPair, Pair, ReasonCount
from shopdesk.queries.periods import ONE_DAY, REASON_DAYS, Days, month_before, month_of
from shopdesk.queries.reason_words import load_reason_words
from shopdesk.queries.summaries import (
    by_clock,
    median_hours,
    money_pairs,
    reason_counts,
    refunded_of,
    return_rate_of,
    stores_of,
    total_of,
)
from shopdesk.storage.reader import Reader

_OF_SHOPS = "shop_id IN (SELECT value FROM json_each(:shops))"
_OPENED = f"{_OF_SHOPS} AND opened_at >= :start AND opened_at < :end"
_COMPLAINTS = f"SELECT count(*) FROM cases WHERE kind = 'complaint' AND {_OPENED}"
_REPLIES = f"""
    SELECT json_group_array(answered - opened_at) FROM (
        SELECT opened_at, replied_at AS answered
        FROM cases JOIN complaint ON complaint.id = cases.id
        WHERE kind = 'complaint' AND {_OPENED} AND replied_at IS NOT NULL
        UNION ALL
        SELECT opened_at, decided_at FROM cases JOIN return_case ON return_case.id = cases.id
        WHERE kind = 'return' AND {_OPENED} AND decided_at IS NOT NULL)
"""
_SCORES = f"""
    SELECT coalesce(sum(score), 0), count(score) FROM follow_up
    WHERE {_OF_SHOPS} AND done_at >= :start AND done_at < :end AND score IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class DaysUntil(Days):
    """Days of which the last ends `until_s` seconds after its midnight: it is not over."""

    until_s: int

    def ends_s(self, zone: ZoneInfo) -> int:
        """Return the end, itself not included."""
        return Days(self.last, self.last).starts_s(zone) + self.until_s


@dataclass(frozen=True, slots=True)
class SoFar:
    """The figures of this month until now and of the same days before; `reasons` of 30 days.

    A return's first reply is its decision. Satisfaction is the mean of 1 to 5.
    """

    first_day: date
    compared: Days
    """The days of the month before that each figure is told beside."""
    return_rate: Pair[float | None]
    refunded: tuple[MoneyPair, ...]
    reply_s: Pair[float | None]
    settle_hours: Pair[float | None]
    complaints: Pair[int]
    satisfaction: Pair[float | None]
    reasons: tuple[ReasonCount, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """What one stretch of days comes to."""

    figures: Figures
    replies_s: Sequence[int]
    complaints: int
    score_sum: int
    scores: int

    @property
    def reply_s(self) -> float | None:
        return median(self.replies_s) if self.replies_s else None

    @property
    def satisfaction(self) -> float | None:
        return self.score_sum / self.scores if self.scores else None


def load_so_far(reader: Reader, now: datetime, shop_id: int | None = None) -> SoFar:
    """Return the figures until `now`, an aware time on the clock that the day goes by."""
    clocks = by_clock(stores_of(reader, shop_id))
    this, last = spans(now)
    today = now.date()
    days = Days(today - (REASON_DAYS - 1) * ONE_DAY, today)
    counted = total_of(days, [count_month(reader, days, clock) for clock in clocks])
    ours, before = _span(reader, this, clocks), _span(reader, last, clocks)
    pairs = (ours.figures, before.figures)
    return SoFar(
        first_day=this.first,
        compared=Days(last.first, last.last),
        return_rate=Pair(*map(return_rate_of, pairs)),
        refunded=money_pairs(*pairs, refunded_of),
        reply_s=Pair(ours.reply_s, before.reply_s),
        settle_hours=Pair(*map(median_hours, pairs)),
        complaints=Pair(ours.complaints, before.complaints),
        satisfaction=Pair(ours.satisfaction, before.satisfaction),
        reasons=reason_counts(counted, counted, load_reason_words(reader)),
    )


def spans(now: datetime) -> tuple[Days, Days]:
    """Return the month until now, and as much of the month before; that may be a shorter one."""
    month = month_of(now.date())
    earlier = month_before(month)
    until_s = int(timedelta(hours=now.hour, minutes=now.minute, seconds=now.second).total_seconds())
    last = earlier.first + (now.date() - month.first)
    if last > earlier.last:
        return DaysUntil(month.first, now.date(), until_s), earlier
    return DaysUntil(month.first, now.date(), until_s), DaysUntil(earlier.first, last, until_s)


def _span(reader: Reader, days: Days, clocks: Sequence[Stores]) -> _Span:
    parts = [_one_clock(reader, days, clock) for clock in clocks]
    return _Span(
        total_of(days, [part.figures for part in parts]),
        [seconds for part in parts for seconds in part.replies_s],
        sum(map(attrgetter("complaints"), parts)),
        sum(map(attrgetter("score_sum"), parts)),
        sum(map(attrgetter("scores"), parts)),
    )


def _one_clock(reader: Reader, days: Days, clock: Stores) -> _Span:
    bounds = clock.bounds(days)
    score_sum, scores = reader.rows(_SCORES, bounds)[0]
    return _Span(
        count_month(reader, days, clock),
        json.loads(reader.value(_REPLIES, bounds)),
        int(reader.value(_COMPLAINTS, bounds)),
        score_sum,
        scores,
    )
