"""Pictures are read by their own reader, within limits, and leave the shop without secrets."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from shopdesk.paths import DataFolder
from shopdesk.ui.evidence.pictures import picture_bytes, read_picture
from shopdesk.ui.evidence.taking import Offered, take
from tests.pictures import pdf, picture, turned_photo


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_each_kind_is_read_no_larger_than_asked(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(picture(kind, 600, 400))
    whole, small = read_picture(path), read_picture(path, 60)
    assert whole is not None
    assert small is not None
    assert (whole.width(), small.width(), small.height()) == (600, 60, 40)


def test_a_file_does_not_choose_another_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert read_picture(path) is None
    path.write_bytes(picture("jpg"))
    assert read_picture(path) is None


def test_a_copy_stands_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(turned_photo())
    found = read_picture(path)
    assert found is not None
    assert (found.width(), found.height()) == (40, 60)
    copy = picture_bytes(found, "jpg")
    assert b"Exif" not in copy
    assert b"GPS" not in copy
    again = QImage.fromData(copy)
    assert (again.width(), again.height()) == (40, 60)


def test_words_in_a_picture_are_not_copied_but_what_is_clear_stays_clear() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 20, 30, 0))
    image.setText("Author", "somebody")
    copy = picture_bytes(image)
    assert b"somebody" not in copy
    assert QImage.fromData(copy).pixelColor(1, 1).alpha() == 0


@pytest.mark.parametrize(("width", "height"), [(65_500, 1), (1, 65_500)])
def test_a_thread_of_a_picture_is_not_scaled_to_nothing(
    tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(picture("jpg", width, height))
    found = read_picture(path, 64)
    assert found is not None
    assert min(found.width(), found.height()) == 1


def test_the_largest_picture_that_is_taken_has_room_at_16_bits(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(picture("png"))
    read_picture(path)
    assert QImageReader.allocationLimit() * 1024 * 1024 >= 60_000_000 * 8


def test_a_pdf_that_only_looks_like_one_is_refused(tmp_path: Path) -> None:
    false, true = tmp_path / "false.pdf", tmp_path / "true.pdf"
    false.write_bytes(b"%PDF-1.4\nnothing of a page\n%%EOF\n")
    true.write_bytes(pdf())
    taken = take(DataFolder(tmp_path / "shop"), Offered((false, true)))
    assert [file.name for file in taken.files] == ["true.pdf"]
    assert "“false.pdf” is broken" in taken.refusals[0]
