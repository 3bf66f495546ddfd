"""Shopify orders, from the platform and saved again by Excel."""

import datetime as dt

import pytest

from .conftest import Read, WriteCsv
from .headers import SHOPIFY_71, SHOPIFY_79

FIRST = {
    "Name": "#2001",
    "Email": "mia@example.org",
    "Financial Status": "paid",
    "Paid at": "2026-04-05 21:06:21 +0400",
    "Fulfillment Status": "fulfilled",
    "Fulfilled at": "2026-04-06 10:00:00 +0400",
    "Currency": "JPY",
    "Subtotal": "3000",
    "Shipping": "500",
    "Taxes": "0",
    "Total": "3500",
    "Discount Amount": "0",
    "Created at": "2026-04-05 21:00:00 +0400",
    "Lineitem quantity": "2",
    "Lineitem name": "Mug, blue\nwith handle",
    "Lineitem price": "1000",
    "Lineitem sku": "M-1",
    "Billing Name": "Bill Payer",
    "Billing City": "Lyon",
    "Shipping Name": "Mia Lind",
    "Shipping Street": "Allee 3",
    "Shipping City": "Graz",
    "Shipping Zip": "'08010",
    "Shipping Phone": "'+43 1",
    "Refunded Amount": "0",
    "Vendor": "Pottery",
    "Id": "5550001112223",
}
SECOND = {
    "Name": "#2001",
    "Created at": "2026-04-05 21:00:00 +0400",
    "Lineitem quantity": "1",
    "Lineitem name": "Plate",
    "Lineitem price": "1000",
}


@pytest.mark.parametrize("header", [SHOPIFY_79, SHOPIFY_71])
def test_an_order_over_two_rows(header: list[str], write_csv: WriteCsv, read: Read) -> None:
    result = read(write_csv("orders_export.csv", header, [FIRST, SECOND]))

    (order,) = result.orders
    assert (result.platform, result.rows, result.problems) == ("shopify", 2, ())
    assert (order.number, order.platform_id, order.place) == ("#2001", "5550001112223", 2)
    assert order.ordered_at == dt.datetime(2026, 4, 5, 17, tzinfo=dt.UTC)
    assert (order.currency, order.total_minor, order.freight_minor) == ("JPY", 3500, 500)
    assert (order.status, order.paid_minor, order.refunded_minor) == ("sent", 3500, 0)
    assert [(line.title, line.quantity, line.price_minor) for line in order.lines] == [
        ("Mug, blue\nwith handle", 2, 1000),
        ("Plate", 1, 1000),
    ]
    assert (order.buyer.name, order.buyer.city, order.buyer.postcode) == (
        "Mia Lind",
        "Graz",
        "08010",
    )
    assert order.parcels[0].sent_at == dt.datetime(2026, 4, 6, 6, tzinfo=dt.UTC)


def test_saved_again_by_excel(write_csv: WriteCsv, read: Read) -> None:
    header = [name for name in SHOPIFY_79 if "Address" not in name and "Total" not in name][:30]
    rows = [
        FIRST | {"Name": "#1", "Created at": "03/04/2023 22:36", "Paid at": "", "Fulfilled at": ""},
        FIRST | {"Name": "#2", "Created at": "31/03/2023 22:36", "Paid at": "", "Fulfilled at": ""},
    ]
    cut = [{name: row[name] for name in row if name in header} for row in rows]
    result = read(write_csv("orders.csv", header, cut, encoding="cp1252", sign=";"))

    times = [order.ordered_at for order in result.orders]
    assert times[0] == dt.datetime(2023, 4, 3, 14, 36, tzinfo=dt.UTC)
    assert all(problem.line for problem in result.problems)


def test_what_is_no_date_is_no_question_of_day_and_month(write_csv: WriteCsv, read: Read) -> None:
    row = FIRST | {"Created at": "2026-04-", "Paid at": "soon"}
    result = read(write_csv("orders.csv", SHOPIFY_79, [row]))
    told = [(problem.line, problem.column) for problem in result.problems if problem.line]
    assert told == [(2, "Created at"), (2, "Paid at")]
    assert not result.days_are_open


def test_open_dates_are_asked_about(write_csv: WriteCsv, read: Read) -> None:
    row = FIRST | {"Created at": "03/04/2023", "Paid at": "", "Fulfilled at": ""}
    path = write_csv("orders.csv", SHOPIFY_79, [row])

    assert [problem.column for problem in read(path).problems] == ["Created at"]
    answered = read(path, day_first=False)
    assert answered.problems == ()
    assert answered.orders[0].ordered_at == dt.datetime(2023, 3, 3, 16, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("payment", "delivery", "status"),
    [
        ("refunded", "fulfilled", "refunded"),
        ("partially_refunded", "fulfilled", "sent"),
        ("partially_refunded", "unfulfilled", "paid"),
        ("voided", "", "cancelled"),
        ("pending", "unfulfilled", "unpaid"),
        ("mystery", "", "unknown"),
    ],
)
def test_status(payment: str, delivery: str, status: str, write_csv: WriteCsv, read: Read) -> None:
    row = FIRST | {"Financial Status": payment, "Fulfillment Status": delivery}
    result = read(write_csv("orders.csv", SHOPIFY_79, [row]))
    assert result.orders[0].status == status
    assert bool(result.problems) == (status == "unknown")


def test_half_an_order_is_left_out_whole(write_csv: WriteCsv, read: Read) -> None:
    rows = [FIRST, SECOND | {"Lineitem price": "lots"}, FIRST | {"Name": "#2002"}]
    result = read(write_csv("orders.csv", SHOPIFY_79, rows))
    assert [order.number for order in result.orders] == ["#2002"]
    (problem,) = result.problems
    # The title on the first row has a line break, so the second row stands on line 4.
    assert (problem.severity, problem.line, problem.column) == ("error", 4, "Lineitem price")


def test_pick_up_takes_the_payers_place_whole(write_csv: WriteCsv, read: Read) -> None:
    row = {name: value for name, value in FIRST.items() if not name.startswith("Shipping ")}
    buyer = read(write_csv("orders.csv", SHOPIFY_79, [row])).orders[0].buyer
    assert (buyer.name, buyer.city, buyer.address) == ("Bill Payer", "Lyon", "")


def test_rows_of_one_order_apart(write_csv: WriteCsv, read: Read) -> None:
    rows = [FIRST, FIRST | {"Name": "#2002"}, SECOND]
    result = read(write_csv("orders.csv", SHOPIFY_79, rows))
    assert [len(order.lines) for order in result.orders] == [2, 1]


def test_every_row_of_an_order_is_in_its_currency(write_csv: WriteCsv, read: Read) -> None:
    """The currency stands on an order's first row only, and the shop's own has other decimals."""
    numbers = ("#1", "#2")
    rows = [row | {"Name": number} for number in numbers for row in (FIRST, SECOND)]
    by_item = [row | {"Name": number} for row in (FIRST, SECOND) for number in numbers]
    for listed in (rows, by_item):
        orders = read(write_csv("orders.csv", SHOPIFY_79, listed)).orders
        assert [[line.price_minor for line in order.lines] for order in orders] == [[1000] * 2] * 2


def test_a_currency_below_the_amounts_is_refused(write_csv: WriteCsv, read: Read) -> None:
    result = read(write_csv("orders.csv", SHOPIFY_79, [SECOND, FIRST]))
    assert result.orders == ()
    assert ("error", 3, "Currency") in [(p.severity, p.line, p.column) for p in result.problems]


@pytest.mark.parametrize("order", [(0, 1, 2, 0, 1, 2), (0, 1, 0, 1, 2)])
def test_an_order_told_twice_counts_once(
    order: tuple[int, ...], write_csv: WriteCsv, read: Read
) -> None:
    """Two exports that overlap, put into one file."""
    rows = [FIRST, SECOND, FIRST | {"Name": "#2002"}]
    result = read(write_csv("orders.csv", SHOPIFY_79, [rows[at] for at in order]))
    assert [(o.number, len(o.lines)) for o in result.orders] == [("#2001", 2), ("#2002", 1)]
    assert all("stands twice" in problem.sentence for problem in result.problems)
    assert result.problems


def test_a_header_in_the_middle_is_no_order(write_csv: WriteCsv, read: Read) -> None:
    """Two exports put one behind the other."""
    header = {name: name for name in SHOPIFY_79}
    result = read(write_csv("o.csv", SHOPIFY_79, [FIRST, header, FIRST | {"Name": "#2002"}]))
    assert [order.number for order in result.orders] == ["#2001", "#2002"]
    assert result.problems == ()
