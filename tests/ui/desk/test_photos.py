"""Photos at the desk: pasted or dropped, they go to what is shown, and words go to the box."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from shopdesk.desk import Desk
from shopdesk.queries.evidence import load_evidence
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.drafts import OwnerlessDraft
from shopdesk.services.ownerless import keep_parcel
from tests.making import make_order, make_return
from tests.pictures import picture
from tests.stories import hands
from tests.stories.conftest import Sit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shopdesk.ui.pages.desk.box.ECHO_MS", -1)


def copy_a_picture() -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#334455"))
    QGuiApplication.clipboard().setImage(image)


def kept(desk: Desk, place: EvidencePlace) -> list[str]:
    with desk.reading() as reader:
        return [row.name for row in load_evidence(reader, place)]


def test_a_picture_pasted_in_the_box_goes_to_the_kept_parcel(sit: Sit, desk: Desk) -> None:
    seat = sit()
    hands.go_to_desk(seat)
    page = seat.page("desk")
    page.take("ZT000011112222")
    seat.until(lambda: page.band.answer.by_enter == "keep")
    seat.press(hands.ENTER)
    seat.until(lambda: page.work.strip is not None)
    copy_a_picture()
    page.start()
    QTest.keyClick(page.box, Qt.Key.Key_V, CONTROL)
    seat.until(lambda: kept(desk, EvidencePlace(parcel_id=1)) == ["Pasted picture.png"])
    QGuiApplication.clipboard().setText("SF1")
    QTest.keyClick(page.box, Qt.Key.Key_V, CONTROL)
    assert page.box.text() == "SF1"


def test_photos_go_to_the_open_inspections_return(sit: Sit, desk: Desk, tmp_path: Path) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    seat = sit()
    hands.go_to_desk(seat)
    page = seat.page("desk")
    page.work.open(case_id)
    photo = tmp_path / "torn.png"
    photo.write_bytes(picture("png"))
    seat.drop([photo])
    seat.until(lambda: kept(desk, EvidencePlace(case_id)) == ["torn.png"])
    copy_a_picture()
    page.start()
    QTest.keyClick(page.box, Qt.Key.Key_V, CONTROL)
    seat.until(lambda: len(kept(desk, EvidencePlace(case_id))) == 2)


def test_with_nothing_shown_a_photo_is_told_where_it_belongs(sit: Sit) -> None:
    seat = sit()
    hands.go_to_desk(seat)
    page = seat.page("desk")
    copy_a_picture()
    page.start()
    QTest.keyClick(page.box, Qt.Key.Key_V, CONTROL)
    seat.until(lambda: "Scan a return" in seat.bar)


def test_a_picture_is_pasted_anywhere_on_the_page_of_kept_parcels(sit: Sit, desk: Desk) -> None:
    desk.write("Kept", partial(keep_parcel, draft=OwnerlessDraft("ZT1", "blue box")))
    seat = sit()
    seat.window.go("shelf")
    page = seat.page("shelf")
    seat.until(lambda: page.chosen_row is not None)
    copy_a_picture()
    page.table.setFocus()
    seat.press(Qt.Key.Key_V, control=True)
    strip = page.detail.strip
    seat.until(lambda: len(strip.tiles) == 1)
    seat.until(lambda: not strip.add_tile.geometry().intersects(strip.tiles[0].geometry()))
