"""A shop's logo, lines and foot: dropped, pasted, refused, typed, shown on a slip, taken back."""

from base64 import b64decode
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.queries.label_sheets import ShopPaperRow, load_shop_paper
from shopdesk.rules.logos import is_logo
from shopdesk.services.paper_drafts import ShopPaperDraft
from shopdesk.services.shop_papers import save_shop_paper
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.dialogs.undoing import undo_last
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.settings.page import SettingsPage
from shopdesk.ui.pages.settings.shop_paper_dialog import ShopPaperDialog
from shopdesk.ui.papers.logo_picture import as_printed
from tests.ui.base.test_window import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier


def paper_of(desk: Desk) -> ShopPaperRow:
    with desk.reading() as reader:
        return load_shop_paper(reader, 1)


def picture(width: int = 400, height: int = 200) -> QImage:
    """Return a colour picture: a dark left half, a light right one."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.cyan)
    for x in range(width // 2):
        for y in range(height):
            image.setPixel(x, y, 0x202060)
    return image


def drop(dialog: ShopPaperDialog, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    dialog.logo.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))


@pytest.fixture
def dialog(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> ShopPaperDialog:
    """The dialog of the shop, opened by its button."""
    buttons = window.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName() == "Paper of 云柔家居").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(ShopPaperDialog)))
    made = window.findChildren(ShopPaperDialog)[-1]
    with qtbot.waitSignal(made.preview.shown, timeout=15_000):
        pass
    return made


def test_a_dropped_logo_is_kept_with_the_lines_and_taken_back(
    dialog: ShopPaperDialog, page: SettingsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "logo.jpg"
    assert picture(3000, 1500).save(str(file))
    with qtbot.waitSignal(dialog.preview.shown):
        drop(dialog, file)
        qtbot.waitUntil(lambda: dialog.logo.value() != "")
    QTest.keyClicks(dialog.lines, "www.example.com")
    QTest.keyClick(dialog.lines, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: paper_of(desk).version == 1)
    kept = paper_of(desk)
    assert is_logo(b64decode(kept.logo))
    assert (kept.lines, kept.foot) == ("www.example.com", "")
    undo_last(page._bench)
    qtbot.waitUntil(lambda: paper_of(desk).logo == "")


def test_a_logo_is_pasted_by_keys_and_removed(dialog: ShopPaperDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.logo.choose_button
    assert "no logo yet" in dialog.logo.remove_button.toolTip()
    QGuiApplication.clipboard().setImage(picture())
    QTest.keySequence(dialog.logo.choose_button, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.waitUntil(lambda: dialog.logo.value() != "")
    QTest.keyClick(dialog.logo.remove_button, Qt.Key.Key_Space)
    assert dialog.logo.value() == ""
    dialog.form.settle()


def test_what_is_no_picture_is_refused_and_the_logo_stays(
    dialog: ShopPaperDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_text("<svg/>")
    drop(dialog, file)
    qtbot.waitUntil(lambda: "cannot be read" in dialog.form.sentence_at("logo"))
    drop(dialog, tmp_path / "gone.png")
    qtbot.waitUntil(lambda: "gone" in dialog.form.sentence_at("logo"))
    QGuiApplication.clipboard().setText("words")
    dialog.logo.paste()
    assert "Copy one first" in dialog.form.sentence_at("logo")
    QTest.keyClicks(dialog.foot, "Thank you")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: paper_of(desk).foot == "Thank you")
    assert paper_of(desk).logo == ""


def test_too_many_lines_are_refused_at_their_field(dialog: ShopPaperDialog, qtbot: QtBot) -> None:
    dialog.lines.set_value("\n".join("line" for _n in range(7)))
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "7 lines" in dialog.form.sentence_at("lines"))
    assert dialog.isVisible()
    dialog.form.settle()


def test_paper_that_somebody_else_changed_is_not_overwritten(
    dialog: ShopPaperDialog, desk: Desk, qtbot: QtBot
) -> None:
    theirs = ShopPaperDraft(foot="Theirs")
    desk.write("Changed", lambda session: save_shop_paper(session, 1, theirs, 0))
    dialog.foot.set_value("Mine")
    dialog.save_button.click()
    notice = dialog.form.findChild(Notice)
    assert isinstance(notice, Notice)
    qtbot.waitUntil(notice.isVisible)
    assert paper_of(desk).foot == "Theirs"
    dialog.form.settle()


def test_the_preview_follows_words_and_sizes(dialog: ShopPaperDialog, qtbot: QtBot) -> None:
    large = dialog.preview.view._pages[0].width()
    with qtbot.waitSignal(dialog.preview.shown):
        dialog.preview.paper_size.set_value("60x40")
    assert dialog.preview.view._pages[0].width() < large
    assert nameless(dialog) == []


def test_a_label_printer_gets_black_and_white_alone(qtbot: QtBot) -> None:
    from shopdesk.printing.logos import normalised_logo
    from shopdesk.ui.evidence.pictures import picture_bytes

    png = normalised_logo(picture_bytes(picture()))
    greys, dots = as_printed(png, is_dots=False), as_printed(png, is_dots=True)
    assert greys.size() == dots.size()
    assert dots.depth() == 1
    assert dots.pixelColor(2, 2).value() == 0
    assert dots.pixelColor(dots.width() - 2, 2).value() == 255
    assert as_printed(b"", is_dots=True).isNull()
