"""What hands do in scenes and on the day alike, with more than one key."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QDialog

from shopdesk.rules.reasons import REASONS
from shopdesk.sample.notes import BUYER_NOTES, DEDUCTIONS
from shopdesk.sample.pictures import PICTURES
from shopdesk.tour.stage import Stage
from shopdesk.ui.base.scroll import bring_into_view
from shopdesk.ui.dialogs.settlement import SettlementDialog
from shopdesk.ui.pages.inspection.panel import InspectionPanel

DialogT = TypeVar("DialogT", bound=QDialog)
_REASON = "damaged_in_transit"
_KEPT_BACK_PERCENT = 20


def show_return(stage: Stage, case_id: int) -> Any:  # noqa: ANN401 - as Driver.page
    """Show a return in its list, and return the page."""
    return show_case(stage, "returns", case_id)


def show_case(stage: Stage, key: str, case_id: int) -> Any:  # noqa: ANN401 - as Driver.page
    """Show a case in the list of its kind, and return the page."""
    stage.driver.window.go(key, case_id)
    page = stage.driver.window.page_widget(key)
    acts = page.case_actions
    stage.driver.until(key, lambda: acts.found and acts.found.id == case_id)
    return page


def show_complaint(stage: Stage, case_id: int) -> Any:  # noqa: ANN401 - as Driver.page
    """Show a complaint with the solutions that fit it, and return its sheet."""
    stage.driver.window.go("complaints", case_id)
    sheet = stage.driver.window.page_widget("complaints").sheet
    stage.driver.until("complaint", lambda: sheet.doing.found and sheet.doing.found.id == case_id)
    return sheet


def next_form(stage: Stage, case_id: int, kind: type[DialogT]) -> DialogT:
    """Press the button of a return's next step, and return the form that it opens."""
    show_return(stage, case_id).detail.top.next_button.click()
    return stage.driver.form(kind)


def bring_to_top(stage: Stage, case_id: int, section: str, key: str = "returns") -> None:
    """Show a case with one section of its detail under the head of the column."""
    detail = show_case(stage, key, case_id).detail
    detail.verticalScrollBar().setValue(detail.verticalScrollBar().maximum())
    stage.driver.calm()
    bring_into_view(getattr(detail, section))
    stage.driver.calm()


def fill_in(stage: Stage) -> None:
    """Tick the first line, where that is not done, say that it came torn, and paste a photo."""
    sheet = stage.driver.window.page_widget("new_return").sheet
    tick = sheet.findChild(QCheckBox)
    if not tick.isChecked():
        tick.setFocus()
        stage.driver.press(Qt.Key.Key_Space)
    sheet.why.reason.setFocus()
    stage.driver.write(str([*REASONS].index(_REASON) + 1))
    sheet.note.note.set_value(BUYER_NOTES["zh"][_REASON][-1])
    _paste_photo(stage, sheet.evidence.strip)
    bring_into_view(sheet.evidence)
    stage.driver.hush()
    stage.driver.calm()


def select_all(stage: Stage, chip: str) -> Any:  # noqa: ANN401 - as Driver.page
    """Select all returns of a chip, and return the page."""
    page = stage.driver.page("returns")
    page.show_chip(chip)
    stage.driver.calm()
    page.table.setFocus()
    stage.driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    return page


def scan(stage: Stage, code: str) -> Any:  # noqa: ANN401 - as Driver.page
    """Go to the desk, scan a code, wait for its answer, and return the page."""
    stage.driver.press(Qt.Key.Key_F4)
    page = stage.driver.window.page_widget("desk")
    stage.driver.until("desk", page.box.hasFocus)
    page.box.clear()
    stage.driver.write(code)
    stage.driver.press(Qt.Key.Key_Return)
    stage.driver.until("answer", lambda: page.scans.is_idle)
    return page


def judge(stage: Stage, panel: InspectionPanel) -> None:
    """Count all of it; one unit of the first line is damaged, all others are intact."""
    panel.sheet.take_rest("intact")
    line = panel.sheet.lines[0]
    row = line.rows[0]
    if row.units > 1:
        row.split_button.click()
        row = line.rows[-1]
    row.decide(1, "damaged")
    panel.setFocus()
    stage.driver.calm()


def keep_back(stage: Stage, form: SettlementDialog) -> None:
    """Keep a part of the proposed refund back, and say why in the buyer's language."""
    stage.driver.until("proposal", lambda: form.refund and form.refund.goods.value())
    assert form.refund  # noqa: S101 - waited for just now
    goods_minor = form.refund.goods.value() or 0
    form.refund.deduction.set_value(goods_minor * _KEPT_BACK_PERCENT // 100)
    voice = "zh" if form.asked.found.currency == "CNY" else "en"
    form.refund.why_kept.field.set_value(DEDUCTIONS[voice][1])
    stage.driver.calm()


def _paste_photo(stage: Stage, strip: Any) -> None:  # noqa: ANN401 - as Driver.page
    QGuiApplication.clipboard().setImage(QImage.fromData(PICTURES[2].data))
    stage.driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.driver.until("photo", lambda: strip.files)
