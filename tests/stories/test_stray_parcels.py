"""Parcels that nobody announced, to the closed case: refused, ownerless, several, in one box."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import Parcel
from shopdesk.queries.shelf import ShelfRow, load_shelf
from shopdesk.rules.couriers import folded_waybill
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.ui.dialogs.parcel_matching import MatchDialog, TakeParcelDialog
from shopdesk.ui.dialogs.parcel_waybill import ParcelWaybillDialog
from tests.making import make_order, make_return
from tests.services.snapshots import everything, without_copies
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.proofs import whole_truth

NUMBER = "3398120571"
OUTBOUND = "YT8800000000123"
UNKNOWN = "ZT000011112222"
SECOND = "SF9876543210"
SKU = "KN-0412-M"
BOTH_UNITS = (ReturnLineDraft(quantity=2, order_line_id=1),)
ENDING = (hands.tell, hands.settle, hands.tell, hands.next_step)


@pytest.fixture(autouse=True)
def _no_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter follows a scan as fast as it can here, and is meant."""
    monkeypatch.setattr("shopdesk.ui.pages.desk.box.ECHO_MS", -1)


def send_out(desk: Desk, order_id: int) -> None:
    """The order's parcel went out with a waybill."""

    def work(session: Session) -> None:
        session.add(
            Parcel(
                order_id=order_id,
                direction="out",
                waybill=OUTBOUND,
                waybill_folded=folded_waybill(OUTBOUND),
            )
        )

    desk.write("Sent out", work)


def confirm(seat: Seat, choice: str) -> None:
    """Take with Enter what the desk offers first."""
    page = seat.page("desk")
    seat.until(lambda: page.band.answer.by_enter == choice)
    seat.press(hands.ENTER)
    seat.until(lambda: page.scans.is_idle)


def test_a_refused_parcel_is_logged_inspected_settled_and_closed(sit: Sit, desk: Desk) -> None:
    send_out(desk, make_order(desk, NUMBER))
    before = everything(desk)
    seat = sit()
    hands.go_to_desk(seat)
    hands.scan(seat, OUTBOUND)
    confirm(seat, "refused")
    case_id = hands.newest(seat)
    hands.all_intact(seat, case_id)
    for act in ENDING:
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert (found["state"], found["reason"]) == ("closed", "refused_undeliverable")
    assert [line["received"] for line in found["lines"]] == [2]
    assert OUTBOUND in [parcel["waybill"] for parcel in found["parcels"]]
    hands.take_all_back(seat)
    assert everything(desk) == before


def shelf(desk: Desk) -> list[ShelfRow]:
    with desk.reading() as reader:
        return load_shelf(reader)


def keep(seat: Seat, folder: Path) -> ShelfRow:
    """Scan what fits nothing, keep it with one key, and drop a photo of the box."""
    hands.go_to_desk(seat)
    hands.scan(seat, UNKNOWN)
    confirm(seat, "keep")
    seat.until(lambda: shelf(seat.desk))
    seat.drop([hands.photo(folder, "box.png")])
    seat.until(lambda: shelf(seat.desk)[0].photos == 1)
    return shelf(seat.desk)[0]


def match_from_the_parcel(seat: Seat, case_id: int) -> None:
    seat.window.go("shelf")
    page = seat.page("shelf")
    seat.until(lambda: page.chosen_row is not None)
    page.table.setFocus()
    seat.press(hands.ENTER)
    seat.dialog(MatchDialog)
    seat.write(seat.record(case_id).number)
    seat.press(hands.ENTER)
    seat.no_dialog()


def take_from_the_return(seat: Seat, case_id: int) -> None:
    hands.act(seat, case_id, "take_parcel")
    dialog = seat.dialog(TakeParcelDialog)
    seat.until(dialog.parcel.value)
    seat.press(hands.ENTER)
    seat.no_dialog()


@pytest.mark.parametrize("matched", [match_from_the_parcel, take_from_the_return])
def test_an_ownerless_parcel_finds_its_return_with_its_photo(
    sit: Sit, desk: Desk, tmp_path: Path, matched: Callable[[Seat, int], None]
) -> None:
    case_id = make_return(desk, make_order(desk, NUMBER), agree=True)
    before = everything(desk)
    seat = sit()
    row = keep(seat, tmp_path)
    matched(seat, case_id)
    seat.until(lambda: seat.record(case_id).state == "arrived")
    hands.inspect(seat, case_id)
    for act in ENDING:
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert [(parcel["number"], parcel["waybill"]) for parcel in found["parcels"]] == [
        (row.number, UNKNOWN)
    ]
    assert [photo["name"] for photo in found["evidence"]] == ["box.png"]
    assert shelf(desk) == []
    hands.take_all_back(seat)
    assert without_copies(everything(desk)) == before


def test_a_return_is_logged_for_an_ownerless_parcel_and_takes_it(
    sit: Sit, desk: Desk, tmp_path: Path
) -> None:
    make_order(desk, NUMBER)
    before = everything(desk)
    seat = sit()
    keep(seat, tmp_path)
    case_id = hands.log(seat, NUMBER, "3", "1")
    take_from_the_return(seat, case_id)
    seat.until(lambda: seat.record(case_id).state == "arrived")
    whole_truth(desk)
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_two_returns_in_one_box_are_received_by_one_key(sit: Sit, desk: Desk) -> None:
    ids = [make_return(desk, make_order(desk, f"A{n}"), agree=True) for n in range(2)]
    seat = sit()
    for case_id in ids:
        hands.enter_waybill(seat, case_id)
    before = everything(desk)
    hands.go_to_desk(seat)
    hands.scan(seat, hands.WAYBILL)
    confirm(seat, "receive_all")
    assert [seat.record(case_id).state for case_id in ids] == ["arrived", "arrived"]
    whole_truth(desk)
    seat.take_back()
    seat.until(lambda: everything(desk) == before)


def test_what_comes_in_two_parcels_is_inspected_twice_and_settled_once(
    sit: Sit, desk: Desk
) -> None:
    case_id = make_return(desk, make_order(desk, NUMBER), agree=True, lines=BOTH_UNITS)
    before = everything(desk)
    seat = sit()
    hands.enter_waybill(seat, case_id)
    hands.scan_in(seat, case_id)
    inspect_one(seat, case_id)
    add_waybill(seat, case_id, SECOND)
    hands.go_to_desk(seat)
    hands.scan(seat, SECOND)
    inspect_one(seat, case_id)
    hands.settle(seat, case_id)
    (found,) = whole_truth(desk)
    assert [line["received"] for line in found["lines"]] == [2]
    assert [bool(parcel["delivered_at"]) for parcel in found["parcels"]] == [True, True]
    assert found["refund_goods_minor"] == 31_800
    hands.take_all_back(seat)
    assert everything(desk) == before


def inspect_one(seat: Seat, case_id: int) -> None:
    """Count one unit by its own code in the inspection that the scan opened, and finish.

    Without a condition that is refused: the keys are led to the chips, of which 1 is intact.
    """
    work = seat.page("desk").work
    seat.until(lambda: work.panel is not None and work.panel.case_id == case_id)
    hands.scan(seat, SKU)
    seat.until(lambda: work.is_touched)
    seat.press(hands.ENTER, control=True)
    counted = work.panel.sheet.rows()[-1]
    seat.until(counted.refusal.isVisible)
    seat.write("1")
    seat.until(lambda: counted.chips.current == "intact")
    seat.press(hands.ENTER, control=True)
    seat.until(lambda: seat.record(case_id).state == "inspected")


def add_waybill(seat: Seat, case_id: int, waybill: str) -> None:
    """The buyer tells of a further parcel."""
    hands.act(seat, case_id, "add_waybill")
    dialog = seat.dialog(ParcelWaybillDialog)
    seat.until(lambda: dialog.isActiveWindow() and dialog.fields.courier.value())
    QTest.keyClicks(dialog.fields.waybill, waybill)
    QTest.keyClick(dialog.fields.waybill, hands.ENTER)
    seat.no_dialog()


def test_another_parcel_is_received_by_the_slip_once_one_says_so(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk, NUMBER), agree=True)
    seat = sit()
    for act in (hands.enter_waybill, hands.scan_in, hands.all_intact):
        act(seat, case_id)
    hands.scan(seat, seat.record(case_id).number)
    band = seat.page("desk").band
    assert band.answer.sound == "again"
    hands.press_button(band, "Another parcel of it")
    seat.until(lambda: seat.record(case_id).state == "arrived")
    hands.inspect(seat, case_id)
    whole_truth(desk)
