"""Photos are dropped, pasted and chosen, shown, sorted, copied and removed, all by the keyboard."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from shopdesk.queries.return_detail import load_return_detail
from shopdesk.services.evidence import note_troubles
from shopdesk.storage.attachments import place_of
from shopdesk.ui.evidence.handing_out import save_copy
from shopdesk.ui.evidence.note_dialog import EvidenceNoteDialog
from shopdesk.ui.evidence.tile_menu import open_menu
from shopdesk.ui.evidence.viewer import EvidenceViewer
from shopdesk.ui.pages.new_return.page import NewReturnPage
from tests.making import make_order, make_return
from tests.pictures import film, pdf
from tests.ui.evidence.conftest import AtWork

PASTE = Qt.Key.Key_V


def test_photos_dropped_on_the_window_go_to_the_chosen_return_and_back(
    at_work: AtWork, photos: list[Path]
) -> None:
    at_work.drop(photos)
    at_work.until(lambda: len(at_work.strip.tiles) == 3)
    assert [row.name for row in at_work.kept()] == [path.name for path in photos]
    at_work.until(lambda: all(tile.has_picture for tile in at_work.strip.tiles))
    at_work.enter(at_work.page.table)
    at_work.press(Qt.Key.Key_Z, control=True)
    at_work.until(lambda: not at_work.strip.tiles)
    assert at_work.kept() == []


def test_what_is_no_photo_is_told_of_and_the_rest_is_kept(
    at_work: AtWork, photos: list[Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"MZ this is a program")
    at_work.drop([photos[0], bad])
    at_work.until(lambda: len(at_work.strip.tiles) == 1)
    assert "“bad.jpg” is no JPEG" in at_work.strip.refusal.sentence
    assert at_work.strip.refusal.isVisibleTo(at_work.strip)
    at_work.until(lambda: "1 added, 1 refused" in at_work.window.shell.toast.sentence)
    at_work.drop([bad])
    at_work.until(lambda: at_work.window.shell.toast.sentence.startswith("“bad.jpg” is no JPEG"))


def test_the_tile_for_adding_stands_behind_a_single_picture_also_when_it_is_shown_again(
    at_work: AtWork, photos: list[Path]
) -> None:
    strip, other = at_work.strip, make_return(at_work.desk, make_order(at_work.desk, "77"))
    at_work.drop(photos[:1])
    at_work.until(lambda: len(strip.tiles) == 1)
    for case_id in (at_work.case_id, other, at_work.case_id):
        at_work.page.open_record(case_id)
        seen = partial(_has_tiles, at_work, int(case_id == at_work.case_id))
        at_work.until(seen)
    at_work.until(lambda: strip.add_tile.x() > strip.tiles[0].geometry().right())


def test_a_screenshot_is_pasted_anywhere_on_the_page(at_work: AtWork) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#334455"))
    QGuiApplication.clipboard().setImage(image)
    at_work.enter(at_work.page.table)
    at_work.press(PASTE, control=True)
    at_work.until(at_work.kept)
    assert [row.name for row in at_work.kept()] == ["Pasted picture.png"]
    QGuiApplication.clipboard().clear()


def test_the_keyboard_opens_walks_and_removes(at_work: AtWork, photos: list[Path]) -> None:
    at_work.drop(photos)
    at_work.until(lambda: len(at_work.strip.tiles) == 3)
    at_work.enter(at_work.strip.tiles[0])
    at_work.press(Qt.Key.Key_Right)
    assert at_work.strip.tiles[1].hasFocus()
    at_work.press(Qt.Key.Key_Return)
    at_work.until(lambda: isinstance(QApplication.activeModalWidget(), EvidenceViewer))
    viewer = QApplication.activeModalWidget()
    assert isinstance(viewer, EvidenceViewer)
    assert viewer.row.name == photos[1].name
    at_work.press(Qt.Key.Key_Right, viewer)
    assert viewer.row.name == photos[2].name
    at_work.press(Qt.Key.Key_Space, viewer)
    assert not viewer.picture.shows_whole
    at_work.press(Qt.Key.Key_Escape, viewer)
    at_work.until(at_work.strip.tiles[1].hasFocus)
    at_work.press(Qt.Key.Key_Delete)
    at_work.until(lambda: len(at_work.strip.tiles) == 2)
    assert at_work.window.focusWidget() is at_work.strip.tiles[1]
    assert [row.name for row in at_work.kept()] == [photos[0].name, photos[2].name]


def test_the_menu_sorts_to_a_line_and_notes(at_work: AtWork, photos: list[Path]) -> None:
    at_work.drop(photos[:1])
    at_work.until(lambda: len(at_work.strip.tiles) == 1)
    strip = at_work.strip
    open_menu(strip, strip.rows[0], strip.mapToGlobal(strip.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    shows = cast("QMenu", menu.actions()[1].menu())
    assert [action.text() for action in shows.actions()] == [
        "The return as a whole",
        "云柔针织开衫 米白 M",
    ]
    shows.actions()[1].trigger()
    menu.close()
    at_work.until(lambda: strip.rows[0].line_title)
    EvidenceNoteDialog(at_work.window.bench, strip.rows[0], at_work.window).open()
    at_work.until(lambda: isinstance(QApplication.activeModalWidget(), EvidenceNoteDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EvidenceNoteDialog)
    dialog.note.set_value("裂缝")
    at_work.press(Qt.Key.Key_Return, dialog.note)
    at_work.until(lambda: strip.rows[0].note == "裂缝")
    assert strip.tiles[0].caption == "裂缝"
    assert "云柔针织开衫" in strip.tiles[0].accessibleName()


def test_pdfs_and_films_are_shown_as_what_they_are(at_work: AtWork, tmp_path: Path) -> None:
    paths = [tmp_path / "letter.pdf", tmp_path / "film.mov"]
    paths[0].write_bytes(pdf())
    paths[1].write_bytes(film(b"qt  "))
    at_work.drop(paths)
    at_work.until(lambda: len(at_work.strip.tiles) == 2)
    at_work.strip.open(at_work.strip.rows[0])
    viewer = QApplication.activeModalWidget()
    assert isinstance(viewer, EvidenceViewer)
    at_work.until(lambda: viewer._pdf.page_count == 1)
    viewer.go(1)
    assert viewer.outside_button.isVisibleTo(viewer)
    viewer.reject()


def test_what_is_missing_says_since_when(at_work: AtWork, photos: list[Path]) -> None:
    at_work.drop(photos[:1])
    at_work.until(lambda: len(at_work.strip.tiles) == 1)
    row = at_work.strip.rows[0]
    place_of(at_work.desk.folder.attachments, row.file_name).unlink()
    at_work.window.operations.write("Looked", lambda s: note_troubles(s, {row.sha256: "missing"}))
    at_work.until(lambda: "Missing since" in at_work.strip.tiles[0].accessibleName())
    at_work.strip.open(at_work.strip.rows[0])
    viewer = QApplication.activeModalWidget()
    assert isinstance(viewer, EvidenceViewer)
    at_work.until(lambda: "Missing since" in viewer.picture.words)
    viewer.reject()


def test_a_copy_leaves_without_its_secrets_and_keeps_off_the_shop(
    at_work: AtWork, photos: list[Path], tmp_path: Path
) -> None:
    at_work.drop(photos[:1])
    at_work.until(lambda: len(at_work.strip.tiles) == 1)
    folder, row = at_work.desk.folder, at_work.strip.rows[0]
    target = save_copy(folder, row, tmp_path / "copy.jpg")
    assert QImage(str(target)).width() == 400
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.jpg"]


def test_the_add_tile_asks_for_files(at_work: AtWork, photos: list[Path]) -> None:
    at_work.strip.add_tile.click()
    dialog = at_work.strip.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(path) for path in photos[:2]])
    dialog.close()
    at_work.until(lambda: len(at_work.kept()) == 2)


def test_the_form_keeps_photos_and_asks_before_they_are_thrown_away(
    at_work: AtWork, photos: list[Path]
) -> None:
    window = at_work.window
    window.new_return()
    page = window.page_widget("new_return")
    assert isinstance(page, NewReturnPage)
    at_work.drop(photos)
    strip = page.sheet.evidence.strip
    at_work.until(lambda: len(strip.files) == 3)
    assert page.is_touched
    at_work.enter(strip.tiles[0])
    at_work.press(Qt.Key.Key_Delete)
    assert [file.name for file in strip.files] == [path.name for path in photos[1:]]
    page.cancel()
    at_work.until(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))


def test_saving_waits_for_photos_and_is_taken_back_with_them(
    at_work: AtWork, photos: list[Path]
) -> None:
    window, desk = at_work.window, at_work.desk
    order_id = make_order(desk, "77")
    window.new_return()
    page = window.page_widget("new_return")
    page.open_record(order_id)
    at_work.until(lambda: page.sheet.order is not None)
    page.sheet.why.reason.propose("too_small")
    at_work.drop(photos)
    page.save()
    at_work.until(lambda: window.page == "returns")
    saved = replace(at_work, case_id=at_work.case_id + 1)
    assert [row.name for row in saved.kept()] == [path.name for path in photos]
    at_work.enter(at_work.page.table)
    at_work.press(Qt.Key.Key_Z, control=True)
    at_work.until(lambda: not saved.kept())
    with desk.reading() as reader:
        assert load_return_detail(reader, saved.case_id) is None


def test_a_screenshot_is_pasted_while_the_buyers_words_are_typed(at_work: AtWork) -> None:
    at_work.window.new_return()
    page = at_work.window.page_widget("new_return")
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#556677"))
    QGuiApplication.clipboard().setImage(image)
    note = page.sheet.note.note
    at_work.press(PASTE, note, control=True)
    at_work.until(lambda: len(page.sheet.evidence.strip.files) == 1)
    assert "1 file added" in at_work.window.shell.toast.sentence
    QGuiApplication.clipboard().setText("it is torn")
    at_work.press(PASTE, note, control=True)
    assert note.value() == "it is torn"
    QGuiApplication.clipboard().clear()


def test_without_a_chosen_return_nothing_is_added(at_work: AtWork, photos: list[Path]) -> None:
    at_work.page.evidence.show_case(None)
    at_work.drop(photos)
    at_work.page.evidence.strip.paste()
    assert at_work.kept() == []
    assert not at_work.strip.tiles


@pytest.mark.parametrize("page", ["orders", "reports"])
def test_photos_dropped_where_no_case_is_say_where_they_belong(
    at_work: AtWork, photos: list[Path], page: str
) -> None:
    at_work.window.go(page)
    at_work.drop(photos)
    assert at_work.window.page == page
    assert at_work.kept() == []


def _has_tiles(at_work: AtWork, number: int) -> bool:
    return len(at_work.strip.tiles) == number
