"""Scenes of paper: what waits to be printed, and what was."""

from shopdesk.settings import PaperChoice
from shopdesk.tour.papers import GOING_OUT, TELLING
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.papers.preview import open_paper


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


def _labels(stage: Stage) -> None:
    paper, _cases, start = TELLING["address_label"]
    desk = stage.driver.desk
    desk.settings.begin_labels(paper, start)
    with desk.reading() as reader:
        ids = [case_id for (case_id,) in reader.rows(GOING_OUT)]
    stage.driver.page("reshipments")
    bench = stage.driver.window.bench
    preview = open_paper(bench, "address_label", ids, choice=PaperChoice(paper))
    stage.driver.until("labels", lambda: preview.paper)


PRINTING = (
    Scene("to-print", _queue),
    Scene("printed", _printed),
    Scene("labels", _labels, throw_away),
)
