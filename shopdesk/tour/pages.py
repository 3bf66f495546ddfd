"""Scenes of lists, of the form for a new return, and of paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from shopdesk.tour.hands import fill_in, select_all
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.papers.preview import open_paper


def _returns(stage: Stage) -> None:
    stage.driver.window.go("returns", stage.subjects.by_state["asked"])
    stage.driver.page("returns").show_chip("open")
    stage.driver.calm()


def _many(stage: Stage) -> None:
    select_all(stage, "open")


def _one_again(stage: Stage) -> None:
    stage.driver.press(Qt.Key.Key_Escape)


def _new_return(stage: Stage) -> None:
    stage.driver.page("new_return").start(stage.subjects.order_id)
    stage.driver.calm()
    fill_in(stage)


def _slip(stage: Stage) -> None:
    stage.driver.page("returns")
    preview = open_paper(
        stage.driver.window.bench, "return_slip", [stage.subjects.by_state["agreed"]]
    )
    stage.driver.until("slip", lambda: preview.paper)


def _orders(stage: Stage) -> None:
    stage.driver.window.go("orders", stage.subjects.order_id)
    stage.driver.calm()


def _importing(stage: Stage) -> None:
    stage.driver.window.import_files([stage.export])
    stage.driver.calm()
    stage.driver.calm()


def _discard(stage: Stage) -> None:
    stage.driver.window.page_widget("importing").discard()


def _reports(stage: Stage) -> None:
    page = stage.driver.page("reports")
    stage.driver.until("summary", lambda: page.out.paper)


def _shelf(stage: Stage) -> None:
    stage.driver.page("shelf")


LISTS: dict[str, Callable[[Stage], None]] = {
    "orders": _orders,
    "shelf": _shelf,
    "reports": _reports,
}
PAGES = (
    Scene("returns", _returns),
    Scene("many", _many, _one_again),
    Scene("new-return", _new_return, throw_away),
    Scene("slip", _slip, throw_away),
    *(Scene(name, show) for name, show in LISTS.items()),
    Scene("import", _importing, _discard),
)
