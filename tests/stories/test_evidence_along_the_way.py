"""Evidence from the chat to the settlement: it goes with its return, and undo takes it along."""

from pathlib import Path

from shopdesk.desk import Desk
from tests.making import make_order
from tests.services.snapshots import everything
from tests.stories import hands
from tests.stories.conftest import Sit
from tests.stories.proofs import whole_truth

NUMBER = "3398120571"


def test_a_photo_dropped_on_the_form_is_seen_at_the_inspection(
    sit: Sit, desk: Desk, tmp_path: Path
) -> None:
    make_order(desk, NUMBER)
    before = everything(desk)
    seat = sit()
    hands.find_order(seat, NUMBER)
    seat.write("5")
    sheet = seat.page("new_return").sheet
    seat.until(lambda: "A fault needs a photo" in seat.words(sheet.policy))
    seat.drop([hands.photo(tmp_path, "fault.png")])
    seat.until(lambda: sheet.evidence.strip.files)
    seat.until(lambda: "A fault needs a photo" not in seat.words(sheet.policy))
    case_id = hands.save_form(seat)
    hands.enter_waybill(seat, case_id)
    hands.scan_in(seat, case_id)
    panel = seat.page("desk").work.panel
    seat.until(lambda: [row.name for row in panel.strip.rows] == ["fault.png"])
    hands.all_intact(seat, case_id)
    hands.settle(seat, case_id)
    (found,) = whole_truth(desk)
    assert [(photo["name"], photo["trouble"]) for photo in found["evidence"]] == [("fault.png", "")]
    assert not found["overridden"]
    hands.take_all_back(seat)
    assert everything(desk) == before


def test_a_photo_is_added_to_a_line_while_it_is_inspected(
    sit: Sit, desk: Desk, tmp_path: Path
) -> None:
    make_order(desk, NUMBER)
    before = everything(desk)
    seat = sit()
    case_id = hands.log(seat, NUMBER, "1", "1")
    hands.enter_waybill(seat, case_id)
    hands.scan_in(seat, case_id)
    work = seat.page("desk").work
    seat.until(lambda: work.panel is not None and work.panel.case_id == case_id)
    photos = work.panel.sheet.lines[0].photos
    hands.press_button(photos, "Add photos")
    photos.strip.take([hands.photo(tmp_path, "stain.png")])
    seat.until(lambda: [row.name for row in photos.strip.rows] == ["stain.png"])
    seat.page("desk").box.setFocus()
    hands.all_intact(seat, case_id)
    (found,) = whole_truth(desk)
    assert [(photo["name"], photo["line"]) for photo in found["evidence"]] == [("stain.png", 1)]
    hands.take_all_back(seat)
    assert everything(desk) == before
