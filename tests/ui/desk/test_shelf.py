"""Parcels without a return: found, matched from either side, let go, and back by Ctrl+Z."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.services.drafts import OwnerlessDraft
from shopdesk.services.ownerless import keep_parcel
from shopdesk.ui.dialogs.parcel_matching import MatchDialog, TakeParcelDialog
from shopdesk.ui.dialogs.parcel_note import LetGoDialog
from shopdesk.ui.pages.desk.shelf_page import ShelfPage
from tests.making import make_order, make_return
from tests.pictures import picture
from tests.stories.conftest import Seat, Sit

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
AtShelf = Callable[[], tuple[Seat, ShelfPage]]


@pytest.fixture
def at_shelf(sit: Sit, desk: Desk) -> AtShelf:
    """Two parcels on the shelf and an agreed return of another one; the shelf is shown."""
    for waybill, note in (("ZT000011112222", "blue box"), ("ZT000033334444", "torn bag")):
        draft = OwnerlessDraft(waybill, note)
        desk.write("Kept", partial(keep_parcel, draft=draft))
    make_return(desk, make_order(desk), agree=True)

    def opened() -> tuple[Seat, ShelfPage]:
        seat = sit()
        seat.window.go("shelf")
        page = seat.page("shelf")
        seat.until(lambda: len(page.model.ids) == 2 and page.chosen_row is not None)
        return seat, page

    return opened


def test_a_parcel_is_found_by_its_note_and_matched_by_a_phone_number(
    at_shelf: AtShelf, desk: Desk
) -> None:
    seat, page = at_shelf()
    page.finder.setFocus()
    seat.write("blue")
    seat.press(ENTER)
    seat.until(lambda: [row.note for row in [page.chosen_row] if row] == ["blue box"])
    page.row_opened(page.chosen_row.id if page.chosen_row else 0)
    dialog = seat.dialog(MatchDialog)
    QTest.keyClicks(dialog.code, "7720")
    QTest.keyClick(dialog.code, ENTER)
    seat.no_dialog()
    seat.until(lambda: seat.record(1).state == "arrived")
    assert [parcel.waybill for parcel in seat.record(1).parcels] == ["ZT000011112222"]
    seat.until(lambda: "belongs to" in seat.window.shell.toast.sentence)
    page.table.setFocus()
    seat.take_back()
    seat.until(lambda: seat.record(1).state == "agreed")
    seat.until(lambda: len(page.model.ids) == 1)  # still only those that the text finds


def test_a_code_that_fits_no_return_is_refused_at_its_field(at_shelf: AtShelf) -> None:
    seat, page = at_shelf()
    page.row_opened(page.model.id_at(0))
    dialog = seat.dialog(MatchDialog)
    QTest.keyClicks(dialog.code, "9999999")
    QTest.keyClick(dialog.code, ENTER)
    seat.until(lambda: dialog.form.sentence_at("code"))
    assert "No open return fits" in dialog.form.sentence_at("code")
    assert dialog.code.value() == "9999999"
    dialog.log_button.click()
    seat.no_dialog()
    assert seat.window.page == "new_return"


def test_no_return_is_chosen_that_nothing_speaks_for(at_shelf: AtShelf) -> None:
    seat, page = at_shelf()
    page.row_opened(page.model.id_at(0))
    dialog = seat.dialog(MatchDialog)
    seat.until(lambda: dialog.case.count() == 2)
    dialog.save_button.click()
    assert dialog.form.sentence_at("case_id")
    QTest.keyClicks(dialog.code, "7720")
    seat.until(dialog.case.value)


def test_a_return_takes_a_parcel_from_the_shelf(at_shelf: AtShelf) -> None:
    seat, _page = at_shelf()
    seat.open_return(1)
    seat.page("returns").case_actions.actions["take_parcel"].trigger()
    dialog = seat.dialog(TakeParcelDialog)
    seat.until(lambda: dialog.parcel.count() == 3)
    assert not dialog.parcel.value()
    dialog.parcel.setCurrentIndex(1)
    dialog.save_button.click()
    seat.until(lambda: seat.record(1).state == "arrived")


def test_a_parcel_is_let_go_with_a_reason(at_shelf: AtShelf) -> None:
    seat, page = at_shelf()
    page.detail.parcel_actions["let_go"].trigger()  # type: ignore[union-attr]
    dialog = seat.dialog(LetGoDialog)
    assert "Ctrl+" in dialog.save_button.text()
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    seat.until(lambda: dialog.form.sentence_at("text"))
    QTest.keyClicks(dialog.text, "back to the courier")
    QTest.keyClick(dialog.text, ENTER, CONTROL)
    seat.until(lambda: len(page.model.ids) == 1)


def test_more_photos_are_added_behind_those_of_the_chosen_parcel(
    at_shelf: AtShelf, tmp_path: Path
) -> None:
    seat, page = at_shelf()
    strip = page.detail.strip  # type: ignore[union-attr]
    photo = tmp_path / "box.png"
    photo.write_bytes(picture("png"))
    seat.drop([photo])
    seat.until(lambda: len(strip.tiles) == 1)
    page.table.setFocus()
    seat.press(Qt.Key.Key_Down)
    seat.until(lambda: not strip.tiles)
    seat.press(Qt.Key.Key_Up)
    seat.until(lambda: len(strip.tiles) == 1)
    seat.until(lambda: strip.add_tile.x() > strip.tiles[0].geometry().right())
