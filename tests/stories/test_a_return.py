"""A return by keyboard: logged in four actions, its slip scanned, led to its end and back."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from shopdesk.desk import Desk
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.services.steps import take_step
from shopdesk.ui.papers.preview import PaperDialog
from tests.making import make_order, make_return
from tests.stories import hands
from tests.stories.conftest import Seat, Sit
from tests.stories.hands import Act
from tests.stories.ways_out import cancel, decline, reopen

ENTER = Qt.Key.Key_Return
NUMBER = "3398120571"


@pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="no scanner here"
)
def test_four_actions_lead_to_a_slip_that_scans(sit: Sit, desk: Desk, tmp_path: Path) -> None:
    make_order(desk)
    seat = sit()
    hands.find_order(seat, NUMBER)
    seat.press(Qt.Key.Key_1)
    seat.press(ENTER, control=True)
    preview = seat.dialog(PaperDialog)
    seat.until(lambda: preview.paper)
    slip = tmp_path / "slip.pdf"
    preview.out.save_to(slip)
    seat.until(slip.exists)
    seat.press(Qt.Key.Key_Escape)
    seat.no_dialog()
    (number,) = preview_numbers(desk)
    assert scanned(slip) == {number}


def preview_numbers(desk: Desk) -> list[str]:
    with desk.reading() as reader:
        return [number for (number,) in reader.rows("SELECT number FROM cases")]


def scanned(slip: Path) -> set[str]:
    """Return what a scanner reads off a slip at a label printer's 203 dots an inch."""
    image = slip.with_suffix(".page")
    subprocess.run(
        ["pdftoppm", "-r", "203", "-mono", "-singlefile", slip, image],  # noqa: S607
        check=True,
    )
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", f"{image}.pbm"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    return set(read.stdout.split())


def test_more_than_was_bought_is_refused_at_its_field(sit: Sit, desk: Desk) -> None:
    order = make_order(desk, quantity=2)
    seat = sit()
    hands.find_order(seat, NUMBER)
    seat.window.watch.close()  # else the form would know before it is sent
    make_return(desk, order)
    make_return(desk, order)
    seat.press(Qt.Key.Key_1, ENTER)
    sheet = seat.page("new_return").sheet
    seat.until(lambda: sheet.sentence_at("lines"))
    assert "0 left to return" in sheet.sentence_at("lines")
    assert seat.count("cases") == 2


def reopen_settled(seat: Seat, case_id: int) -> None:
    hands.act(seat, case_id, "reopen_settled")


COMES_BACK = (
    (hands.next_step, "agreed"),
    (hands.enter_waybill, "on_its_way"),
    (hands.next_step, "arrived"),
    (hands.inspect, "inspected"),
    (hands.settle, "settled"),
    (hands.next_step, "closed"),
    (reopen_settled, "inspected"),
)
KEPT = ((hands.next_step, "agreed"), (hands.settle, "settled"), (hands.next_step, "closed"))
DECLINED = ((decline, "declined"), (reopen, "asked"), (cancel, "cancelled"))


@pytest.mark.parametrize(
    ("remedy", "steps"), [("refund", COMES_BACK), ("refund_only", KEPT), ("refund", DECLINED)]
)
def test_every_step_leads_on_and_ctrl_z_back(
    sit: Sit, desk: Desk, remedy: str, steps: Sequence[tuple[Act, str]]
) -> None:
    case_id = make_return(desk, make_order(desk), remedy=remedy)
    seat = sit()
    for take, state in steps:
        before = seat.record(case_id)
        seat.window.shell.toast.put_away()
        take(seat, case_id)
        told(seat, case_id, state)
        seat.take_back()
        told(seat, case_id, before.state, undone=True)
        assert as_it_stood(seat.record(case_id)) == as_it_stood(before)
        take(seat, case_id)
        told(seat, case_id, state)


def told(seat: Seat, case_id: int, state: str, *, undone: bool = False) -> None:
    """Wait until the file has a state and the window has said so."""
    toast = seat.window.shell.toast
    seat.until(
        lambda: (
            seat.record(case_id).state == state
            and toast.sentence
            and toast.sentence.startswith("Undone") == undone
        )
    )


def as_it_stood(found: ReturnDetail) -> ReturnDetail:
    """Leave out what counts writes."""
    parcels = tuple(replace(parcel, version=0) for parcel in found.parcels)
    return replace(found, version=0, parcels=parcels)


def test_a_step_on_what_another_program_changed_is_refused(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seat = sit()
    seat.open_return(case_id)
    seat.window.watch.close()  # it would be read again before the key is pressed
    other = Desk(desk.folder)
    other.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    seat.press(ENTER)
    seat.until(lambda: "Somebody else changed this" in seat.bar)
    seat.in_state("agreed")
    other.close()


def test_what_another_program_writes_is_seen_by_itself(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    seat = sit()
    seat.open_return(case_id)
    other = Desk(desk.folder)
    other.write("Return agreed.", lambda session: take_step(session, case_id, "agree"))
    other.close()
    seat.in_state("agreed")
