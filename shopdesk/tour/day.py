"""A seller's day in the sample shop, from orders coming in to the month's paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from shopdesk.cli.streams import say
from shopdesk.i18n import _
from shopdesk.printing.files import write_whole
from shopdesk.tour.scenes import Stage
from shopdesk.ui.dialogs.slip_preview import SlipPreview

CTRL = Qt.KeyboardModifier.ControlModifier


def live_the_day(stage: Stage, papers: Path) -> None:
    """Import orders, log a return and agree, save its slip, settle another, save the summary."""
    _import_orders(stage)
    _log_a_return(stage)
    _save_the_slip(stage, papers / "return-slip.pdf")
    _settle_one(stage)
    _save_the_summary(stage, papers)


def _import_orders(stage: Stage) -> None:
    driver = stage.driver
    driver.window.import_files([stage.export])
    page = driver.window.page_widget("importing")
    driver.until("preview", lambda: page.preview.isVisible() and not page.preview.why_not_accept())
    driver.shoot("day-1-import")
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
    _fill_in(stage)
    driver.shoot("day-2-new-return")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.until("slip", _preview)
    say(_("A return was logged and agreed"))


def _fill_in(stage: Stage) -> None:
    """Tick the first line, where that is not done, and say why, with the space bar."""
    sheet = stage.driver.window.page_widget("new_return").sheet
    tick = sheet.findChild(QCheckBox)
    for field in (sheet.why.reason,) if tick.isChecked() else (tick, sheet.why.reason):
        field.setFocus()
        stage.driver.press(Qt.Key.Key_Space)


def _preview() -> SlipPreview | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, SlipPreview) and found.paper else None


def _save_the_slip(stage: Stage, path: Path) -> None:
    preview = _preview()
    assert preview  # noqa: S101 - waited for just now
    stage.driver.shoot("day-3-slip")
    preview.save_to(path)
    stage.driver.until("slip's file", path.exists)
    stage.driver.press(Qt.Key.Key_Escape)
    say(str(path))


def _settle_one(stage: Stage) -> None:
    driver = stage.driver
    driver.window.go("returns", stage.subjects.by_state["arrived"])
    driver.calm()
    driver.window.page_widget("returns").detail.next_button.click()
    driver.calm()
    driver.shoot("day-4-settlement")
    driver.press(Qt.Key.Key_Return)
    driver.shoot("day-5-settled")
    say(_("A return that had arrived was settled"))


def _save_the_summary(stage: Stage, papers: Path) -> None:
    page = stage.driver.page("reports")
    stage.driver.until("summary", lambda: page.out.paper)
    stage.driver.shoot("day-6-reports")
    path = papers / page.out.paper.file_name
    write_whole(path, page.out.paper.content)
    say(str(path))
