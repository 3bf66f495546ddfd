"""Scenes of paper: what waits to be printed, and what was."""

from shopdesk.tour.stage import Scene, Stage


def _queue(stage: Stage) -> None:
    page = stage.driver.page("printing")
    page.show_chip("to_print")
    stage.driver.calm()
    page.queue.table.setFocus()


def _printed(stage: Stage) -> None:
    page = stage.driver.page("printing")
    page.show_chip("printed")
    stage.driver.calm()
    page.log.table.setFocus()


PRINTING = (
    Scene("to-print", _queue),
    Scene("printed", _printed),
)
