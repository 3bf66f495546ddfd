"""Scenes of buyers: what is promised them, what they said of it, who they are, what helps them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.dialogs.log_call import LogCallDialog
from shopdesk.ui.pages.customers.merge_dialog import MergeDialog


def _follow_ups(stage: Stage) -> None:
    page = stage.driver.page("follow_ups")
    page.show_chip("open")
    stage.driver.calm()


def _call(stage: Stage) -> None:
    log_call(stage)


def log_call(stage: Stage) -> LogCallDialog:
    """Open the form of a call that is due, and say how content the buyer is."""
    page = stage.driver.page("follow_ups")
    page.open_record(stage.care.survey)
    stage.driver.until("follow-up", lambda: page.follow_actions.row)
    page.follow_actions.log.trigger()
    form = stage.driver.form(LogCallDialog)
    form.outcome.set_value("answered")
    form.score.set_value("4")
    stage.driver.calm()
    return form


def _twin(stage: Stage) -> None:
    _show_buyer(stage, stage.care.twin)


def _marked(stage: Stage) -> None:
    _show_buyer(stage, stage.care.marked)


def _merging(stage: Stage) -> None:
    _twin(stage)
    doubles = stage.driver.window.page_widget("customers").detail.doubles
    buttons = doubles.findChildren(QPushButton)
    if buttons:
        buttons[-1].click()
        stage.driver.form(MergeDialog)


def _show_buyer(stage: Stage, customer_id: int) -> None:
    stage.driver.window.go("customers", customer_id)
    stage.driver.calm()


def _solutions(stage: Stage) -> None:
    page = stage.driver.page("solutions")
    page.table.setFocus()
    stage.driver.press(Qt.Key.Key_Home)


BUYERS = (
    Scene("follow-ups", _follow_ups),
    Scene("call", _call, throw_away),
    Scene("buyer", _marked),
    Scene("double", _twin),
    Scene("merge", _merging, throw_away),
    Scene("solutions", _solutions),
)
