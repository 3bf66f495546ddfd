"""The smaller pieces: each says in words what it shows in colours and shapes."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.badge import BADGE_HEIGHT_PX, Badge, badge_pixmap
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import ElidedLabel
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.base.progress import BUSY_AFTER_MS, PROGRESS_AFTER_MS, BusyLine, Progress
from shopdesk.ui.base.stepper import Step, Stepper
from tests.pictures import pdf

HOSTILE = '<img src="file:///etc/passwd">'


def two_pages() -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    painter.fillRect(0, 0, 3000, 3000, "black")
    writer.newPage()
    painter.end()
    return bytes(content.data())


def test_a_pdf_is_shown_page_under_page_and_fits(qtbot: QtBot) -> None:
    view = PdfView("Slip")
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    view.show_pdf(two_pages())
    assert view.page_count == 2
    view.resize(300, 500)
    qtbot.waitUntil(lambda: all(page.width() <= 300 - 24 for page in view._pages))
    assert view._pages[0].grab().toImage().pixelColor(QPoint(60, 60)).lightness() == 0
    view.show_pdf(two_pages())
    assert view.page_count == 2


@pytest.mark.parametrize("paper", ["1 1000000", "1000000 1", "14400 14400", "99999 99999", "0 0"])
def test_a_hostile_sheet_of_a_pdf_takes_no_gigabytes(qtbot: QtBot, paper: str) -> None:
    view = PdfView("Evidence")
    qtbot.addWidget(view)
    view.show_pdf(pdf(paper=paper))
    view.show()
    page = view._pages[0]
    page.grab()
    assert page.width() * page.height() <= 20_000_000
    assert page._pixmap.width() * page._pixmap.height() <= 20_100_000


def test_a_pdf_of_many_pages_shows_the_first_and_says_so(qtbot: QtBot) -> None:
    view = PdfView("Evidence")
    qtbot.addWidget(view)
    view.show_pdf(pdf(10_000))
    assert (view.page_count, view.words[:10]) == (200, "9800 more ")
    for page in view._pages[:20]:
        page.grab()
    assert sum(not page._pixmap.isNull() for page in view._pages) == 8


def test_a_broken_pdf_is_told_of_in_its_place(qtbot: QtBot) -> None:
    view = PdfView("Evidence")
    qtbot.addWidget(view)
    view.show_pdf(b"%PDF-1.4 but no more")
    assert "cannot be shown" in view.words
    view.show_pdf(pdf())
    assert (view.page_count, view.words) == (1, "")


def test_a_stepper_says_where_it_stands(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_steps([Step("Asked", "done"), Step("Declined", "left")])
    assert stepper.accessibleDescription() == "Asked: done; Declined: ended here"
    steps = [
        Step(name, "later") for name in ("申请", "审核", "寄回中", "签收", "处理完成", "已关闭")
    ]
    stepper.set_steps(steps)
    assert stepper.minimumSizeHint().width() <= 268
    assert stepper.heightForWidth(120) > stepper.heightForWidth(400)


def test_a_badge_is_painted_once_per_look(qtbot: QtBot) -> None:
    badge = Badge("Asked", "new")
    qtbot.addWidget(badge)
    first = badge_pixmap("Asked", "new", badge.font(), 2.0)
    assert first.cacheKey() == badge_pixmap("Asked", "new", badge.font(), 2.0).cacheKey()
    assert first.height() == 2 * BADGE_HEIGHT_PX
    assert badge.accessibleName() == "Asked"


def test_facts_without_a_value_are_left_out(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.set_facts([Fact("Reason", HOSTILE), Fact("Parcel", "")])
    facts.set_facts([Fact("Reason", HOSTILE), Fact("Parcel", "")])
    texts = [label.text() for label in facts.findChildren(QLabel) if not label.isHidden()]
    assert texts == ["Reason", HOSTILE]


def test_a_cut_label_offers_all_of_it(qtbot: QtBot) -> None:
    label = ElidedLabel(HOSTILE)
    qtbot.addWidget(label)
    label.resize(QSize(40, 20))
    label.show()
    assert "<" not in label.toolTip()
    assert label.toolTip()
    label.resize(QSize(900, 20))
    assert label.toolTip() == ""


def test_long_work_can_be_cancelled(qtbot: QtBot) -> None:
    cancelled: list[bool] = []
    progress = Progress("Reading the file", lambda: cancelled.append(True))
    qtbot.addWidget(progress)
    progress.start()
    assert progress.isHidden()
    qtbot.waitUntil(progress.isVisible, timeout=PROGRESS_AFTER_MS + 1_000)
    progress.advance(3, 10)
    button = progress.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    progress.stop()
    assert cancelled == [True]
    assert progress.isHidden()


def test_quick_work_shows_no_busy_line(qtbot: QtBot) -> None:
    line = BusyLine()
    qtbot.addWidget(line)
    line.start()
    line.stop()
    qtbot.wait(BUSY_AFTER_MS + 50)
    assert not line.running
    line.start()
    qtbot.waitUntil(lambda: line.running)
    line.stop()
    assert not line.running


def test_a_sheet_is_shown_whole_and_a_low_place_of_a_page_is_gone_to(qtbot: QtBot) -> None:
    view = PdfView("Sheet")
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    content = pdf(paper="595 842")
    view.show_pdf(content, whole=True)
    bar = view.verticalScrollBar()
    assert bar.maximum() == 0
    view.show_pdf(content, at=1.0)
    assert bar.value() == bar.maximum() > 0
    view.show_pdf(content)
    assert bar.value() == 0
