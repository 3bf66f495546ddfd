"""A seller's day in the sample shop, from orders coming in to the month's paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from shopdesk.cli.streams import say
from shopdesk.i18n import _
from shopdesk.printing.files import write_whole
from shopdesk.tour.care import (
    answer_a_complaint,
    call_a_buyer,
    follow_a_parcel,
    look_at_the_day,
    search,
    send_what_is_packed,
)
from shopdesk.tour.hands import fill_in
from shopdesk.tour.parcels import (
    inspect_and_settle,
    keep_a_stray_parcel,
    receive_a_parcel,
    remind_many,
    swap_goods,
)
from shopdesk.tour.stage import Stage
from shopdesk.ui.papers.preview import PaperDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def live_the_day(stage: Stage, papers: Path) -> None:
    """Live it in order; pictures are numbered, the slip and the summary are saved as PDF."""
    look_at_the_day(stage, papers)
    _import_orders(stage)
    _log_a_return(stage)
    _save_the_slip(stage, papers / "return-slip.pdf")
    for act in (
        receive_a_parcel,
        inspect_and_settle,
        keep_a_stray_parcel,
        swap_goods,
        remind_many,
        answer_a_complaint,
        send_what_is_packed,
        follow_a_parcel,
        call_a_buyer,
        search,
    ):
        stage.driver.hush()
        act(stage)
    _save_the_summary(stage, papers)


def _import_orders(stage: Stage) -> None:
    driver = stage.driver
    driver.window.import_files([stage.export])
    page = driver.window.page_widget("importing")
    driver.until("preview", lambda: page.preview.isVisible() and not page.preview.why_not_accept())
    driver.shoot_next("import")
    page.accept()
    driver.until("import", page.result.isVisible)
    say(_("Orders came in from {file}").format(file=stage.export.name))


def _log_a_return(stage: Stage) -> None:
    driver = stage.driver
    driver.press(Qt.Key.Key_N, CTRL)
    driver.write(stage.subjects.order_number)
    driver.press(Qt.Key.Key_Return)
    page = driver.window.page_widget("new_return")
    driver.until("order", lambda: page.sheet.order)
    fill_in(stage)
    driver.shoot_next("new-return")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.until("slip", _preview)
    say(_("A return was logged and agreed"))


def _preview() -> PaperDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, PaperDialog) and found.paper else None


def _save_the_slip(stage: Stage, path: Path) -> None:
    preview = _preview()
    assert preview  # noqa: S101 - waited for just now
    stage.driver.shoot_next("slip")
    preview.out.save_to(path)
    stage.driver.until("slip's file", path.exists)
    stage.driver.press(Qt.Key.Key_Escape)
    say(str(path))


def _save_the_summary(stage: Stage, papers: Path) -> None:
    page = stage.driver.page("reports")
    stage.driver.until("summary", lambda: page.out.paper)
    stage.driver.shoot_next("reports")
    path = papers / page.out.paper.file_name
    write_whole(path, page.out.paper.content)
    say(str(path))
