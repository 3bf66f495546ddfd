"""A code at the desk leads to its return, its order, a kept parcel, or nothing."""

from datetime import UTC, datetime

import pytest

from shopdesk.desk import Desk
from shopdesk.models import Parcel
from shopdesk.queries.desk import Scanned, find_scanned
from shopdesk.rules.couriers import folded_waybill
from shopdesk.services.drafts import OwnerlessDraft, ReasonDraft, ReceiptDraft, WaybillDraft
from shopdesk.services.ownerless import keep_parcel
from shopdesk.services.receiving import receive_parcel
from shopdesk.services.steps import take_step
from tests.making import make_order, make_return

BACK = "SF1234567890123"
OUT = "YT9876543210123"


def scan(desk: Desk, code: str) -> Scanned:
    with desk.reading() as reader:
        return find_scanned(reader, code)


def send(desk: Desk, case_id: int, waybill: str = BACK) -> None:
    draft = WaybillDraft("sf", waybill)
    desk.write("Sent", lambda session: take_step(session, case_id, "send", draft))


def send_out(desk: Desk, order_id: int, waybill: str = OUT) -> None:
    parcel = Parcel(
        order_id=order_id,
        direction="out",
        waybill=waybill,
        waybill_folded=folded_waybill(waybill),
        sent_at=datetime.now(UTC),
    )
    desk.write("Sent out", lambda session: session.add(parcel))


@pytest.fixture
def case_id(desk: Desk) -> int:
    order = make_order(desk)
    send_out(desk, order)
    made = make_return(desk, order, agree=True)
    send(desk, made)
    return made


@pytest.mark.parametrize(
    ("code", "by"),
    [
        ("r26110001", "number"),
        (BACK.lower(), "waybill"),
        ("SF 1234 5678 9012 3", "waybill"),
        (OUT, "sent_waybill"),
        ("3398120571", "order"),
        ("7720", "phone"),
        ("13800007720", "phone"),
    ],
)
def test_every_code_of_a_return_leads_to_it(desk: Desk, case_id: int, code: str, by: str) -> None:
    number = desk_number(desk, case_id)
    found = scan(desk, number.replace("-", "").lower() if by == "number" else code)
    assert (found.by, [case.id for case in found.cases], found.orders) == (by, [case_id], ())
    assert found.cases[0].verdict.receives


def desk_number(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT number FROM cases WHERE id = ?", (case_id,)))


def test_a_code_of_nothing_may_still_be_a_waybill(desk: Desk, case_id: int) -> None:
    found = scan(desk, "ZT 0000 1111 2222")
    assert (found.count, found.by, found.waybill) == (0, "", "ZT 0000 1111 2222")
    assert scan(desk, "hello").waybill == ""


def test_a_parcel_that_is_here_is_told_from_one_to_come(desk: Desk, case_id: int) -> None:
    receipt = ReceiptDraft(BACK, BACK)
    desk.write("Here", lambda session: receive_parcel(session, case_id, receipt))
    again = scan(desk, BACK).cases[0]
    assert (again.verdict.code, again.came_at is not None) == ("came", True)
    more = Parcel(case_id=case_id, direction="back", waybill="JT5", waybill_folded="JT5000000")
    desk.write("Second parcel", lambda session: session.add(more))
    second = scan(desk, "JT5000000").cases[0]
    assert second.verdict.step == "receive_more"


def test_returns_in_one_box_are_all_found(desk: Desk, case_id: int) -> None:
    other = make_return(desk, make_order(desk, "3398120572"), agree=True)
    send(desk, other, BACK)
    found = scan(desk, BACK)
    assert {case.id for case in found.receivable} == {case_id, other}


def test_an_order_without_a_return_is_found_by_what_went_out(desk: Desk) -> None:
    order = make_order(desk)
    send_out(desk, order)
    for code, by in ((OUT, "sent_waybill"), ("3398120571", "order"), ("7720", "phone")):
        found = scan(desk, code)
        assert (found.by, [hit.id for hit in found.orders], found.cases) == (by, [order], ())


def test_an_open_return_wins_over_a_short_order_number(desk: Desk, case_id: int) -> None:
    make_order(desk, "7720", phone="139 1111 2222")
    found = scan(desk, "7720")
    assert (found.by, [case.id for case in found.cases]) == ("phone", [case_id])


def test_goods_kept_and_returns_that_are_over_take_no_parcel(desk: Desk) -> None:
    kept = make_return(desk, make_order(desk), remedy="refund_only")
    over = make_return(desk, make_order(desk, "3398120572"))
    reason = ReasonDraft("not needed")
    desk.write("Cancelled", lambda session: take_step(session, over, "cancel", reason))
    verdicts = [scan(desk, desk_number(desk, i)).cases[0].verdict.code for i in (kept, over)]
    assert verdicts == ["kept", "ended"]


def test_a_kept_parcel_is_found_by_its_number_and_waybill(desk: Desk) -> None:
    draft = OwnerlessDraft("ZT000011112222", "blue box")
    desk.write("Kept", lambda session: keep_parcel(session, draft))
    number = scan(desk, "zt000011112222").shelf[0].number
    assert number.startswith("U-")
    assert scan(desk, number.lower()).shelf[0].note == "blue box"


def test_lookups_use_indexes(desk: Desk) -> None:
    with desk.reading() as reader:
        plans: list[str] = []
        rows = reader.rows

        def spied(sql: str, params: object = ()) -> list[tuple[object, ...]]:
            plans.extend(row[3] for row in rows(f"EXPLAIN QUERY PLAN {sql}", params))  # type: ignore[arg-type]
            return rows(sql, params)  # type: ignore[arg-type]

        reader.rows = spied  # type: ignore[method-assign]
        for code in ("R-2611-0001", BACK, "3398120571", "7720", "nothing at all"):
            find_scanned(reader, code)
    big = ("parcel", "cases", "orders", "return_case", "customer")
    scans = [plan for plan in plans if plan in {f"SCAN {table}" for table in big}]
    assert scans == []
