"""The month so far: the same stretch before, and at its end the figures of the month's paper."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shopdesk.queries.periods import Days
from shopdesk.queries.so_far import DaysUntil, load_so_far, spans
from shopdesk.queries.summaries import load_month_summary
from shopdesk.queries.unusual import WEEK_S, load_unusual
from shopdesk.rules.unusual import WEEKS_BEFORE
from shopdesk.sample import build_sample
from shopdesk.storage.connection import connect
from shopdesk.storage.reader import Reader
from tests.conftest import NOW

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A shop of 400 cases, of which thirty of this week were broken by one courier."""
    path = tmp_path_factory.mktemp("so_far") / "shop.db"
    build_sample(path, now=NOW, cases=400)
    writer = connect(path)
    writer.execute(
        """UPDATE cases SET opened_at = ?,
            reason_id = (SELECT id FROM reason WHERE code = 'damaged_in_transit')
        WHERE id IN (SELECT cases.id FROM cases JOIN parcel ON parcel.order_id = cases.order_id
            WHERE kind = 'return' AND state = 'closed' AND parcel.direction <> 'back'
              AND parcel.courier_id = (SELECT courier_id FROM parcel WHERE order_id IS NOT NULL
                GROUP BY courier_id ORDER BY count(*) DESC LIMIT 1)
            ORDER BY cases.id LIMIT 30)""",
        (int(NOW.timestamp()) - 3600,),
    )
    writer.close()
    reading = Reader(path)
    yield reading
    reading.close()


@pytest.mark.parametrize(
    ("now", "this", "last"),
    [
        (
            datetime(2026, 11, 22, 9, 30, tzinfo=SHANGHAI),
            DaysUntil(date(2026, 11, 1), date(2026, 11, 22), 34_200),
            DaysUntil(date(2026, 10, 1), date(2026, 10, 22), 34_200),
        ),
        (
            datetime(2026, 3, 31, 12, 0, tzinfo=SHANGHAI),
            DaysUntil(date(2026, 3, 1), date(2026, 3, 31), 43_200),
            Days(date(2026, 2, 1), date(2026, 2, 28)),
        ),
    ],
)
def test_the_stretch_before_is_as_long(now: datetime, this: Days, last: Days) -> None:
    assert spans(now) == (this, last)
    assert this.ends_s(SHANGHAI) == int(now.timestamp())


def test_the_last_moment_of_a_month_tells_what_its_paper_tells(reader: Reader) -> None:
    end = datetime(2026, 10, 31, 23, 59, 59, tzinfo=SHANGHAI)
    found = load_so_far(reader, end, shop_id=1)
    paper = load_month_summary(reader, end.date(), 1, end)
    assert found.return_rate.now == paper.return_rate.now
    assert found.settle_hours.now == paper.settle_hours.now
    assert {m.currency: m.now_minor for m in found.refunded} == {
        m.currency: m.now_minor for m in paper.refunded
    }
    assert found.first_day == date(2026, 10, 1)
    assert found.compared == Days(date(2026, 9, 1), date(2026, 9, 30))


def test_the_last_reasons_are_those_of_thirty_days(reader: Reader) -> None:
    now = NOW.astimezone(SHANGHAI)
    first = Days(now.date() - timedelta(days=29), now.date())
    expected = reader.value(
        "SELECT count(*) FROM cases WHERE kind = 'return' AND state <> 'cancelled'"
        " AND shop_id = 1 AND opened_at >= ? AND opened_at < ?",
        (first.starts_s(SHANGHAI), first.ends_s(SHANGHAI)),
    )
    found = load_so_far(reader, now, shop_id=1)
    assert sum(reason.count for reason in found.reasons) == expected
    counts = [reason.count for reason in found.reasons]
    assert counts == sorted(counts, reverse=True)


def test_what_is_unusual_leads_to_its_cases(reader: Reader) -> None:
    first = load_unusual(reader, NOW)[0]
    assert first.reason == "damaged_in_transit"
    assert first.now == len(first.cases) >= 30
    assert first.usual < first.now / 3
    opened = reader.rows(
        "SELECT opened_at FROM cases WHERE id IN (SELECT value FROM json_each(?))",
        (str([case_id for _kind, case_id in first.cases]),),
    )
    assert all(0 <= NOW.timestamp() - at < WEEK_S for (at,) in opened)


def test_a_young_shop_is_not_judged(reader: Reader) -> None:
    start = reader.value("SELECT min(opened_at) FROM cases")
    young = datetime.fromtimestamp(start + 4 * WEEK_S, SHANGHAI)
    assert load_unusual(reader, young) == ()
    assert WEEKS_BEFORE == 8
