"""Scenes of complaints: the list, offered and chosen ways out, the form of a new one."""

from typing import Any

from shopdesk.tour.hands import show_complaint
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.dialogs.complaints.act import ActDialog

_SITUATION = "signed_not_received"
_NOTE = "显示昨天已签收，可我没有收到，门口和驿站都找过了。"


def _list(stage: Stage) -> None:
    page = stage.driver.page("complaints")
    page.show_list()
    page.show_chip("open")
    stage.driver.calm()


def _offered(stage: Stage) -> None:
    show_complaint(stage, stage.care.offered)


def _chosen(stage: Stage) -> None:
    show_complaint(stage, stage.care.chosen)


def _escalated(stage: Stage) -> None:
    show_complaint(stage, stage.care.escalated)


def _acting(stage: Stage) -> None:
    sheet = show_complaint(stage, stage.care.chosen)
    if sheet.doing.next_code() == "act":
        sheet.options.next_button.click()
        stage.driver.form(ActDialog)


def _new(stage: Stage) -> None:
    complain(stage)


def complain(stage: Stage) -> Any:  # noqa: ANN401 - as Driver.page
    """Say what is wrong with an order, up to the solutions for it, and return the form."""
    page = stage.driver.page("new_complaint")
    page.start(stage.care.order_id)
    stage.driver.until("order", lambda: page.sheet.order)
    sheet = page.sheet
    sheet.situation.situation.set_value(_SITUATION)
    sheet.story.note.set_value(_NOTE)
    stage.driver.until("solutions", lambda: sheet.helps.solutions.suggestions.chosen)
    return sheet


COMPLAINTS = (
    Scene("complaints", _list),
    Scene("complaint", _offered),
    Scene("complaint-chosen", _chosen),
    Scene("complaint-platform", _escalated),
    Scene("complaint-act", _acting, throw_away),
    Scene("new-complaint", _new, throw_away),
)
