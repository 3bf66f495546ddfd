"""The figures of a month beside those of the month before, for paper and for the window.

A return counts where it was opened, unless it was cancelled; orders and units sold count where
the order was paid; refunds count when the money went back, handling time where the return was
settled. Each store's month begins and ends at its own midnight, so a sum over stores is a sum
of whole local days.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.month_figures import (
    Figures,
    Stores,
    count_month,
    count_units,
    count_units_sold,
    no_figures,
)
from shopdesk.queries.month_items import count_units_back, load_items, no_units
from shopdesk.queries.paper import ItemCount, MoneyPair, MonthSummary, Pair, ReasonCount, WeekCount
from shopdesk.queries.periods import Days, month_before, month_of, weeks_of
from shopdesk.queries.reason_words import ReasonWords, load_reason_words
from shopdesk.storage.reader import Reader

AmountsOf = Callable[[Figures], Counter[str]]

_HOUR_S = 3600

_STORES = """
    SELECT id, name, platform, timezone, archived_at FROM shop
    WHERE :shop IS NULL OR id = :shop ORDER BY id
"""


class Store(NamedTuple):
    """A store as far as its figures need it."""

    id: int
    name: str
    platform: str
    timezone: str
    archived_at: int | None


def load_month_summary(
    reader: Reader, month: date, shop_id: int | None, made_at: datetime
) -> MonthSummary:
    """Return the month that a day lies in, of one store or of all, all in one state of the file.

    A store that was put away still counts in all, and is named in months that it saw the start
    of. `made_at` is an aware time; it is told on the clock of the first store. Raises DomainError
    if the store is not there.
    """
    days = month_of(month)
    with reader.snapshot():
        stores = stores_of(reader, shop_id)
        counted = _count(reader, days, by_clock(stores))
    return _told(counted, stores, days, made_at)


class Counted(NamedTuple):
    """The month and the month before, and what only the month itself is asked for."""

    now: Figures
    before: Figures
    units: Pair[int]
    items: tuple[ItemCount, ...]
    reasons: Mapping[int | None, ReasonWords]


def _count(reader: Reader, days: Days, clocks: Sequence[Stores]) -> Counted:
    earlier = month_before(days)
    sold, back = Counter[int](), no_units()
    for clock in clocks:
        sold.update(count_units_sold(reader, days, clock))
        count_units_back(reader, days, clock, back)
    units_before = sum(count_units(reader, earlier, clock) for clock in clocks)
    reasons = load_reason_words(reader)
    return Counted(
        now=total_of(days, [count_month(reader, days, clock) for clock in clocks]),
        before=total_of(earlier, [count_month(reader, earlier, clock) for clock in clocks]),
        units=Pair(sold.total(), units_before),
        items=load_items(reader, back, sold, reasons),
        reasons=reasons,
    )


def _told(counted: Counted, stores: Sequence[Store], days: Days, made_at: datetime) -> MonthSummary:
    now, before = counted.now, counted.before
    named = _named(stores, days)
    return MonthSummary(
        shop_names=tuple(store.name for store in named),
        platforms=tuple(dict.fromkeys(store.platform for store in named)),
        first_day=days.first,
        last_day=days.last,
        made_at=made_at.astimezone(ZoneInfo(stores[0].timezone)),
        orders=Pair(now.orders, before.orders),
        units=counted.units,
        sales=money_pairs(now, before, attrgetter("sales")),
        returns=Pair(now.returns, before.returns),
        orders_returned=Pair(now.orders_returned, before.orders_returned),
        return_rate=Pair(return_rate_of(now), return_rate_of(before)),
        refunded=money_pairs(now, before, refunded_of),
        refunded_goods=money_pairs(now, before, attrgetter("refunded_goods")),
        refunded_freight=money_pairs(now, before, attrgetter("refunded_freight")),
        settled=Pair(now.settled, before.settled),
        settle_hours=Pair(median_hours(now), median_hours(before)),
        weeks=_weeks(days, now),
        reasons=reason_counts(now, before, counted.reasons),
        items=counted.items,
        cases=now.cases,
    )


def stores_of(reader: Reader, shop_id: int | None) -> list[Store]:
    """Return one store or all; raises DomainError if it is not there."""
    found = [Store(*row) for row in reader.rows(_STORES, {"shop": shop_id})]
    if not found:
        raise DomainError(_("This shop is no longer there. Load the page again."))
    return found


def by_clock(stores: Sequence[Store]) -> list[Stores]:
    """Put together the stores that can be counted in one scan."""
    zones: dict[str, list[int]] = {}
    for store in stores:
        zones.setdefault(store.timezone, []).append(store.id)
    return [Stores(ZoneInfo(zone), tuple(ids)) for zone, ids in zones.items()]


def _named(stores: Sequence[Store], days: Days) -> list[Store]:
    """Return the stores that the summary is said to be of."""
    found = [
        store
        for store in stores
        if store.archived_at is None or store.archived_at > days.starts_s(ZoneInfo(store.timezone))
    ]
    return found or list(stores)


def total_of(days: Days, counted: Iterable[Figures]) -> Figures:
    """Return the figures of several stores added up."""
    total = no_figures(days)
    for figures in counted:
        total.add(figures)
    return total


def return_rate_of(figures: Figures) -> float | None:
    """Return orders with a return over orders paid; None where no order was paid."""
    return figures.orders_returned / figures.orders if figures.orders else None


def median_hours(figures: Figures) -> float | None:
    """Return the median from opened to settled; None where nothing was settled."""
    return median(figures.handling_s) / _HOUR_S if figures.handling_s else None


def refunded_of(figures: Figures) -> Counter[str]:
    """Return goods and freight that were refunded, by currency."""
    both = Counter(figures.refunded_goods)
    both.update(figures.refunded_freight)
    return both


def money_pairs(now: Figures, before: Figures, amounts: AmountsOf) -> tuple[MoneyPair, ...]:
    """Return a pair for every currency that either month knows, by its code."""
    currencies = sorted(now.currencies | before.currencies)
    return tuple(
        MoneyPair(currency, amounts(now)[currency], amounts(before)[currency])
        for currency in currencies
    )


def _weeks(days: Days, figures: Figures) -> tuple[WeekCount, ...]:
    counts = zip(weeks_of(days), figures.weekly_returns, figures.weekly_orders, strict=True)
    return tuple(
        WeekCount(week.first, week.last, returns, orders) for week, returns, orders in counts
    )


def reason_counts(
    now: Figures, before: Figures, reasons: Mapping[int | None, ReasonWords]
) -> tuple[ReasonCount, ...]:
    """Return the reasons that either month knows, most frequent first, ties as on the form."""
    ranked = sorted(
        now.reasons | before.reasons,
        key=lambda found: (-now.reasons[found], -before.reasons[found], reasons[found].position),
    )
    return tuple(
        ReasonCount(
            reasons[found].code, reasons[found].text, now.reasons[found], before.reasons[found]
        )
        for found in ranked
    )
