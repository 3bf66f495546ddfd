"""A day of returns at the desk, by scanner alone: every parcel answered, none lost, no mouse."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Parcel
from shopdesk.rules.couriers import folded_waybill
from shopdesk.services.drafts import WaybillDraft
from shopdesk.services.returns import log_return
from shopdesk.services.steps import take_step
from shopdesk.ui.pages.desk.history import MOST_KEPT
from shopdesk.ui.pages.desk.page import DeskPage
from tests.making import add_order, return_of
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return
PATIENCE_MS = 300_000


def back(n: int) -> str:
    return f"SF{n:013}"


def out(n: int) -> str:
    return f"YT{n:013}"


def fill(desk: Desk, count: int) -> None:
    """Put so many orders into the shop, each with a return whose parcel is on its way."""

    def work(session: Session) -> None:
        for n in range(count):
            order_id = add_order(session, f"77{n:07}", phone=f"139 0000 {n:04}")
            case_id = log_return(session, return_of(order_id), agree=True)
            take_step(session, case_id, "send", WaybillDraft("sf", back(n)))

    desk.write("A shop at work", work)


def send_out(desk: Desk, count: int) -> None:
    """Put orders into the shop that come back unopened: nobody asked for a return."""

    def work(session: Session) -> None:
        for n in range(count):
            order_id = add_order(session, f"88{n:07}", phone=f"137 1111 {n:04}")
            sent = Parcel(
                order_id=order_id,
                direction="out",
                waybill=out(n),
                waybill_folded=folded_waybill(out(n)),
            )
            session.add(sent)

    desk.write("Sent out", work)


def at_desk(sit: Sit) -> tuple[Seat, DeskPage]:
    seat = sit()
    QTest.keyClick(seat.window, Qt.Key.Key_F4)
    page = seat.page("desk")
    seat.until(page.box.hasFocus)
    page.head.opens.setChecked(False)
    return seat, page


def scan(seat: Seat, code: str) -> None:
    seat.write(code)
    seat.press(ENTER)


def wait_for_all(seat: Seat, page: DeskPage) -> None:
    seat._qtbot.waitUntil(lambda: page.scans.is_idle, timeout=PATIENCE_MS)


def states(desk: Desk) -> Counter[str]:
    with desk.reading() as reader:
        return Counter(row[0] for row in reader.rows("SELECT state FROM cases"))


def codes_of_a_day(desk: Desk) -> Iterator[str]:
    """Yield each return's code once, in every form there is, with a few doubles and strangers."""
    with desk.reading() as reader:
        numbers = [row[0] for row in reader.rows("SELECT number FROM cases ORDER BY id")]
    for n, number in enumerate(numbers):
        forms = (back(n), number, number.lower().replace("-", ""), f"77{n:07}", f"1390000{n:04}")
        yield forms[n % len(forms)]
        if n % 25 == 0:
            yield back(n)
        if n % 50 == 0:
            yield f"ZT99990000{n:04}"


@pytest.mark.parametrize("count", [60, pytest.param(MOST_KEPT + 5, marks=pytest.mark.soak)])
def test_a_day_of_returns(sit: Sit, desk: Desk, count: int) -> None:
    """The soak's day is a large shop's: the oldest parcels go from what the page keeps."""
    fill(desk, count)
    codes = list(codes_of_a_day(desk))
    seat, page = at_desk(sit)
    answers: list[str] = []
    page.scans.answered.connect(lambda answer: answers.append(answer.sound))
    for code in codes:
        scan(seat, code)
    wait_for_all(seat, page)
    assert Counter(answers) == {"ok": count, "again": -(-count // 25), "unknown": -(-count // 50)}
    assert states(desk) == {"arrived": count}
    assert page.history.received_count == count
    assert page.history.rows.rowCount() == min(len(codes), MOST_KEPT)


def test_a_refused_parcel_is_logged_by_one_key_and_taken_back_by_one(
    sit: Sit, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopdesk.ui.pages.desk.box.ECHO_MS", -1)
    send_out(desk, 2)
    seat, page = at_desk(sit)
    scan(seat, out(1))
    wait_for_all(seat, page)
    assert page.band.answer.choices[0] == "refused"
    seat.press(ENTER)
    wait_for_all(seat, page)
    assert states(desk) == {"arrived": 1}
    seat.take_back()
    seat.until(lambda: not states(desk))
    scan(seat, out(1))
    wait_for_all(seat, page)
    assert page.band.answer.choices[0] == "refused"


def test_a_parcel_is_inspected_by_keys_and_the_next_is_scanned(sit: Sit, desk: Desk) -> None:
    fill(desk, 2)
    seat, page = at_desk(sit)
    page.head.opens.setChecked(True)
    scan(seat, back(0))
    wait_for_all(seat, page)
    seat.until(lambda: page.work.panel is not None and page.work.panel.case_id == 1)
    seat.press(ENTER, control=True)
    seat.until(lambda: states(desk)["inspected"] == 1)
    seat.until(page.box.hasFocus)
    scan(seat, back(1))
    wait_for_all(seat, page)
    seat.until(lambda: page.work.panel is not None and page.work.panel.case_id == 2)
    assert states(desk) == {"inspected": 1, "arrived": 1}


def test_goods_scanned_at_the_desk_are_counted_and_kept_by_the_next_parcel(
    sit: Sit, desk: Desk
) -> None:
    fill(desk, 2)
    seat, page = at_desk(sit)
    page.head.opens.setChecked(True)
    scan(seat, back(0))
    wait_for_all(seat, page)
    seat.until(lambda: page.work.panel is not None and page.work.panel.case_id == 1)
    scan(seat, "KN-0412-M")
    assert page.work.is_touched
    scan(seat, back(1))
    wait_for_all(seat, page)
    seat.until(lambda: page.work.panel is not None and page.work.panel.case_id == 2)
    assert seat.count("received_item") == 1


@pytest.mark.soak
def test_a_thousand_scans_in_a_row_lose_none(sit: Sit, desk: Desk) -> None:
    fill(desk, 1_000)
    seat, page = at_desk(sit)
    began = time.monotonic()
    for n in range(1_000):
        scan(seat, back(n))
    typed = time.monotonic() - began
    wait_for_all(seat, page)
    assert states(desk) == {"arrived": 1_000}
    assert page.history.received_count == 1_000
    assert typed < 10
