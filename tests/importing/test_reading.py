"""Progress, cancelling, headers and several files at once."""

import datetime as dt
from pathlib import Path

import pytest

from shopdesk.importing.reader import ReadCancelledError, read_orders

from .conftest import Read, WriteCsv
from .headers import SHOPIFY_79
from .test_shopify import FIRST


def many(write_csv: WriteCsv) -> Path:
    return write_csv("orders.csv", SHOPIFY_79, [FIRST | {"Name": f"#{n}"} for n in range(3_000)])


def test_progress_runs_to_the_end(write_csv: WriteCsv) -> None:
    seen: list[tuple[int, int]] = []
    read_orders(
        many(write_csv),
        timezone=dt.UTC,
        default_currency="EUR",
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) >= 4


def test_cancelling_stops(write_csv: WriteCsv) -> None:
    answers = iter([False, True])
    with pytest.raises(ReadCancelledError):
        read_orders(
            many(write_csv),
            timezone=dt.UTC,
            default_currency="EUR",
            cancelled=lambda: next(answers),
        )


def test_header_below_a_title_and_names_in_any_case(write_csv: WriteCsv, read: Read) -> None:
    path = write_csv("orders.csv", [name.upper() + " " for name in SHOPIFY_79], [])
    rows = write_csv("rows.csv", SHOPIFY_79, [FIRST]).read_text().split("\n", 1)[1]
    path.write_text(f"Orders of the week\n,,,\n{path.read_text()}{rows}")
    assert [(order.number, order.place) for order in read(path).orders] == [("#2001", 4)]


def test_the_later_of_two_exports_counts(write_csv: WriteCsv, read: Read) -> None:
    before = write_csv("a.csv", SHOPIFY_79, [FIRST])
    after = write_csv("b.csv", SHOPIFY_79, [FIRST | {"Refunded Amount": "500"}])
    assert [order.refunded_minor for order in read(before, after).orders] == [500]
