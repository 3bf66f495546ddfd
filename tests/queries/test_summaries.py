"""The month's figures, recounted by plain code over every row of a file."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shopdesk.errors import DomainError
from shopdesk.queries.paper import MonthSummary, Pair
from shopdesk.queries.periods import month_of
from shopdesk.queries.summaries import load_month_summary
from shopdesk.sample import build_sample
from shopdesk.storage.connection import connect
from shopdesk.storage.reader import Reader

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

# Awkward on purpose: clocks change by an hour, or by half an hour, on different days.
# Two stores share a clock, as most do.
ZONES = {1: "Australia/Lord_Howe", 2: "America/New_York", 3: "Australia/Lord_Howe"}

# March and November change clocks in New York, October and April on Lord Howe.
MONTHS = [date(2026, 3, 9), date(2026, 10, 1), date(2025, 11, 30), date(2026, 2, 28)]

Row = dict[str, Any]


@pytest.fixture(scope="module", params=[1, 2])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated shop, then disturbed: other zones, odd rows at the edges of months."""
    found = tmp_path_factory.mktemp("month") / "shop.db"
    build_sample(found, now=NOW, cases=1200, seed=request.param)
    connection = connect(found)
    connection.execute("BEGIN")
    for statement in _disturbances():
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()
    return found


def _disturbances() -> Iterator[str]:
    for shop_id, zone in ZONES.items():
        yield f"UPDATE shop SET timezone = '{zone}' WHERE id = {shop_id}"
        for month in MONTHS:
            start = int(datetime(month.year, month.month, 1, tzinfo=ZoneInfo(zone)).timestamp())
            at = f"WHERE shop_id = {shop_id} AND id % 97 ="
            yield f"UPDATE cases SET opened_at = {start} {at} {month.month}"
            yield f"UPDATE cases SET opened_at = {start - 1} {at} {month.month + 20}"
            yield f"UPDATE orders SET paid_at = {start} {at} {month.month}"
            yield f"UPDATE orders SET paid_at = {start - 1} {at} {month.month + 20}"
            yield f"UPDATE cases SET settled_at = {start} {at} {month.month} AND settled_at > 0"
            yield f"UPDATE refund SET at = {start} {at} {month.month}"
            yield f"UPDATE refund SET at = {start - 1} {at} {month.month + 20}"
    yield "UPDATE orders SET currency = 'EUR' WHERE id % 31 = 0"
    yield "UPDATE cases SET currency = 'EUR' WHERE id % 31 = 0"
    yield "UPDATE refund SET currency = 'EUR' WHERE id % 31 = 0"
    yield "UPDATE cases SET reason_id = NULL WHERE id % 53 = 0"
    yield "UPDATE return_line SET reason_id = 1 + id % 7 WHERE id % 37 = 0"
    yield "UPDATE cases SET state = 'cancelled' WHERE id % 41 = 0"
    yield "UPDATE reason SET name = 'zipper broke' WHERE code = 'defective'"
    yield "UPDATE return_line SET product_id = NULL WHERE id % 29 = 0"


class Recount:
    """The same definitions, told as slowly and plainly as can be."""

    def __init__(self, path: Path, month: date, shop_id: int | None) -> None:
        self._reader = Reader(path)
        self._month = (month.year, month.month)
        shops = {row["id"]: row for row in self._rows("shop")}
        self._zones = {i: ZoneInfo(row["timezone"]) for i, row in shops.items()}
        self._wanted = set(shops) if shop_id is None else {shop_id}
        self.reasons = {row["id"]: row for row in self._rows("reason")}
        self.reasons[None] = {"code": "other", "name": "", "position": 10**9}
        self.products = {row["id"]: row for row in self._rows("product")}
        self.orders = [row for row in self._rows("orders") if self._inside(row, "paid_at")]
        cases = [row for row in self._rows("cases") if row["kind"] == "return"]
        self.opened = [
            row for row in cases if self._inside(row, "opened_at") and row["state"] != "cancelled"
        ]
        self.settled = [row for row in cases if self._inside(row, "settled_at")]
        self.refunds = [row for row in self._rows("refund") if self._inside(row, "at")]
        self.sold = self._sold()

    def _rows(self, table: str) -> list[Row]:
        columns = [row[1] for row in self._reader.rows(f"PRAGMA table_info({table})")]
        rows = self._reader.rows(f"SELECT * FROM {table}")
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def day(self, row: Row, column: str) -> date:
        return datetime.fromtimestamp(row[column], self._zones[row["shop_id"]]).date()

    def _inside(self, row: Row, column: str) -> bool:
        if row[column] is None or row["shop_id"] not in self._wanted:
            return False
        day = self.day(row, column)
        return (day.year, day.month) == self._month

    def _sold(self) -> Counter[int]:
        paid = {row["id"] for row in self.orders}
        sold: Counter[int] = Counter()
        for line in self._rows("order_line"):
            if line["order_id"] in paid:
                sold[line["product_id"]] += line["quantity"]
        return sold

    @property
    def units(self) -> int:
        return sum(self.sold.values())

    @property
    def orders_returned(self) -> int:
        return len({row["order_id"] for row in self.opened if row["order_id"]})

    @property
    def return_rate(self) -> float | None:
        return self.orders_returned / len(self.orders) if self.orders else None

    @property
    def settle_hours(self) -> float | None:
        waits = [row["settled_at"] - row["opened_at"] for row in self.settled]
        return median(waits) / 3600 if waits else None

    @property
    def reason_counts(self) -> Counter[int | None]:
        return Counter(row["reason_id"] for row in self.opened)

    def summed(self, rows: list[Row], *columns: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for row in rows:
            found[row["currency"]] += sum(row[column] for column in columns)
        return found

    def units_back(self) -> dict[tuple[str, str, int | None], Counter[int | None]]:
        """Return units by item (title, SKU, product or None), then by reason."""
        reason = {row["id"]: row["reason_id"] for row in self.opened}
        found: dict[tuple[str, str, int | None], Counter[int | None]] = {}
        for line in self._rows("return_line"):
            if line["case_id"] in reason:
                words = self.products.get(line["product_id"], line)
                item = (words["title"], words["sku"], line["product_id"])
                units = found.setdefault(item, Counter())
                units[line["reason_id"] or reason[line["case_id"]]] += line["quantity"]
        return found


@pytest.fixture(
    params=[None, 1, 2, 3], ids=["all shops", "Lord Howe", "New York", "also Lord Howe"]
)
def shop_id(request: pytest.FixtureRequest) -> int | None:
    found: int | None = request.param
    return found


@pytest.fixture(params=MONTHS, ids=str)
def month(request: pytest.FixtureRequest) -> date:
    found: date = request.param
    return found


@pytest.fixture
def summary(path: Path, month: date, shop_id: int | None) -> MonthSummary:
    return load_month_summary(Reader(path), month, shop_id, NOW)


@pytest.fixture
def now(path: Path, month: date, shop_id: int | None) -> Recount:
    return Recount(path, month, shop_id)


@pytest.fixture
def before(path: Path, month: date, shop_id: int | None) -> Recount:
    year, number = (month.year, month.month - 1) if month.month > 1 else (month.year - 1, 12)
    return Recount(path, date(year, number, 1), shop_id)


def _pair(now: Recount, before: Recount, figure: Callable[[Recount], Any]) -> Pair[Any]:
    return Pair(figure(now), figure(before))


def test_agrees_with_a_recount(summary: MonthSummary, now: Recount, before: Recount) -> None:
    assert summary.orders == _pair(now, before, lambda found: len(found.orders))
    assert summary.units == _pair(now, before, lambda found: found.units)
    assert summary.returns == _pair(now, before, lambda found: len(found.opened))
    assert summary.orders_returned == _pair(now, before, lambda found: found.orders_returned)
    assert summary.return_rate == _pair(now, before, lambda found: found.return_rate)
    assert summary.settled == _pair(now, before, lambda found: len(found.settled))
    assert summary.settle_hours == _pair(now, before, lambda found: found.settle_hours)
    assert summary.cases == len({row["id"] for row in now.opened + now.settled})
    _check_money(summary, now, before)
    _check_weeks(summary, now)
    _check_reasons(summary, now, before)
    _check_items(summary, now)


def _check_money(summary: MonthSummary, now: Recount, before: Recount) -> None:
    goods, freight = "goods_minor", "freight_minor"
    figures: dict[str, Callable[[Recount], Counter[str]]] = {
        "sales": lambda found: found.summed(found.orders, "paid_minor"),
        "refunded": lambda found: found.summed(found.refunds, goods, freight),
        "refunded_goods": lambda found: found.summed(found.refunds, goods),
        "refunded_freight": lambda found: found.summed(found.refunds, freight),
    }
    known = {row["currency"] for f in (now, before) for row in (*f.orders, *f.refunds)}
    for name, amounts in figures.items():
        told = {p.currency: (p.now_minor, p.before_minor) for p in getattr(summary, name)}
        assert told == {c: (amounts(now)[c], amounts(before)[c]) for c in known}, name


def _check_weeks(summary: MonthSummary, now: Recount) -> None:
    days = [week.first_day for week in summary.weeks]
    assert days[0] == summary.first_day
    assert all(day.weekday() == 0 for day in days[1:])
    assert summary.weeks[-1].last_day == summary.last_day
    for week in summary.weeks:
        returned = [now.day(row, "opened_at") for row in now.opened]
        ordered = [now.day(row, "paid_at") for row in now.orders]
        assert week.returns == sum(week.first_day <= day <= week.last_day for day in returned)
        assert week.orders == sum(week.first_day <= day <= week.last_day for day in ordered)


def _check_reasons(summary: MonthSummary, now: Recount, before: Recount) -> None:
    counts, earlier = now.reason_counts, before.reason_counts
    ranked = sorted(
        {*counts, *earlier},
        key=lambda i: (-counts[i], -earlier[i], now.reasons[i]["position"]),
    )
    assert [(r.code, r.text, r.count, r.before) for r in summary.reasons] == [
        (now.reasons[i]["code"], now.reasons[i]["name"], counts[i], earlier[i]) for i in ranked
    ]


def _check_items(summary: MonthSummary, now: Recount) -> None:
    back = now.units_back()
    ranked = sorted(back, key=lambda item: (-sum(back[item].values()), item[:2], item[2] or 10**9))
    assert [(item.title, item.sku, item.units_returned) for item in summary.items] == [
        (*item[:2], sum(back[item].values())) for item in ranked[:10]
    ]
    for told, item in zip(summary.items, ranked, strict=False):
        units = back[item]
        top = min(units, key=lambda i: (-units[i], now.reasons[i]["position"]))
        assert told.units_sold == (now.sold[item[2]] if item[2] else 0)
        assert (told.top_reason, told.top_reason_text) == (
            now.reasons[top]["code"],
            now.reasons[top]["name"],
        )


def test_two_refunds_of_a_return_count_in_their_own_months(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    build_sample(path, now=NOW, cases=400)
    of_one = "(SELECT case_id FROM refund GROUP BY case_id HAVING count(*) = 2 LIMIT 1)"
    connection = connect(path)
    connection.execute(f"DELETE FROM refund WHERE case_id <> {of_one}")
    for place, day in enumerate((date(2026, 3, 31), date(2026, 4, 1))):
        at = int(datetime(day.year, day.month, day.day, 5, tzinfo=UTC).timestamp())
        connection.execute(
            "UPDATE refund SET at = ?, goods_minor = ? WHERE id ="
            f" (SELECT id FROM refund ORDER BY id LIMIT 1 OFFSET {place})",
            (at, 100 + place),
        )
    connection.close()
    (goods,) = (
        pair
        for pair in load_month_summary(Reader(path), date(2026, 4, 1), None, NOW).refunded_goods
        if pair.now_minor
    )
    assert (goods.now_minor, goods.before_minor) == (101, 100)


def test_an_empty_month_has_no_rates(path: Path) -> None:
    summary = load_month_summary(Reader(path), date(2031, 2, 14), None, NOW)
    assert (summary.first_day, summary.last_day) == (date(2031, 2, 1), date(2031, 2, 28))
    assert summary.orders == summary.returns == summary.settled == Pair(0, 0)
    assert summary.return_rate == summary.settle_hours == Pair(None, None)
    assert summary.sales == summary.refunded == ()
    assert (summary.reasons, summary.items) == ((), ())
    assert sum(week.orders for week in summary.weeks) == 0
    assert len(summary.shop_names) == 3


def test_a_month_after_an_empty_one_has_no_rate_before(path: Path) -> None:
    first = load_month_summary(Reader(path), date(2025, 10, 1), None, NOW)
    assert first.return_rate.now is not None
    assert first.return_rate.before is None


def test_a_store_put_away_counts_and_is_named_in_its_own_months(path: Path) -> None:
    connection = connect(path)
    put_away = int(datetime(2026, 3, 14, tzinfo=UTC).timestamp())
    connection.execute("UPDATE shop SET archived_at = ? WHERE id = 2", (put_away,))
    try:
        reader = Reader(path)
        last = load_month_summary(reader, date(2026, 3, 1), None, NOW)
        later = load_month_summary(reader, date(2026, 4, 1), None, NOW)
        alone = load_month_summary(reader, date(2026, 4, 1), 2, NOW)
    finally:
        connection.execute("UPDATE shop SET archived_at = NULL WHERE id = 2")
        connection.close()
    assert "Lantern & Thread" in last.shop_names
    assert "Lantern & Thread" not in later.shop_names
    assert alone.shop_names == ("Lantern & Thread",)
    assert later.orders.now == len(Recount(path, date(2026, 4, 1), None).orders)


def test_made_at_is_told_on_the_store_clock(path: Path) -> None:
    summary = load_month_summary(Reader(path), date(2026, 3, 1), 2, NOW)
    assert summary.made_at == NOW
    assert str(summary.made_at.tzinfo) == "America/New_York"
    assert summary.shop_names == ("Lantern & Thread",)
    assert summary.platforms == ("shopify",)


def test_a_store_that_is_gone_is_said(path: Path) -> None:
    with pytest.raises(DomainError, match="no longer there"):
        load_month_summary(Reader(path), date(2026, 3, 1), 99, NOW)


def test_reads_only_indexes_for_counting_cases(path: Path) -> None:
    from shopdesk.queries import month_figures

    month = month_of(date(2026, 3, 1))
    bounds = month_figures.Stores(ZoneInfo("Asia/Shanghai"), (1, 3)).weekly_bounds(month)
    scans = (
        month_figures._returns(weeks=6),
        month_figures._REFUNDED.in_one_row,
        month_figures._HANDLED,
        month_figures._orders(weeks=6).in_one_row,
        month_figures._SOLD,
    )
    for sql in scans:
        plan = [row[3] for row in Reader(path).rows(f"EXPLAIN QUERY PLAN {sql}", bounds)]
        read = [step for step in plan if step.startswith("SEARCH")]
        assert read
        assert all("COVERING INDEX" in step for step in read), sql
