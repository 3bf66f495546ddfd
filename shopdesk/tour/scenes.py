"""Every page and dialog of the window, as a table of scenes to take a picture of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from shopdesk.tour.driver import Driver
from shopdesk.tour.finding import Subjects, find_subjects
from shopdesk.ui.dialogs.slip_preview import open_slips


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene plays with."""

    driver: Driver
    subjects: Subjects
    export: Path


def set_stage(driver: Driver, export: Path) -> Stage:
    """Return a stage with records that are in the states that the scenes need now."""
    with driver.desk.reading() as reader:
        return Stage(driver, find_subjects(reader), export)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: `set` makes the window show it, `strike` puts away what stands over it."""

    name: str
    set: Callable[[Stage], None]
    strike: Callable[[Stage], None] = lambda _stage: None


def _returns(stage: Stage) -> None:
    stage.driver.window.go("returns", stage.subjects.by_state["asked"])
    stage.driver.page("returns").show_chip("open")
    stage.driver.calm()


def _arrived(stage: Stage) -> None:
    stage.driver.window.go("returns", stage.subjects.by_state["arrived"])
    stage.driver.calm()


def _settlement(stage: Stage) -> None:
    _arrived(stage)
    stage.driver.window.page_widget("returns").detail.next_button.click()
    stage.driver.calm()


def _new_return(stage: Stage) -> None:
    stage.driver.page("new_return").start(stage.subjects.order_id)
    stage.driver.calm()


def _leave_form(stage: Stage) -> None:
    stage.driver.page("new_return").cancel()
    stage.driver.calm()


def _slip(stage: Stage) -> None:
    stage.driver.page("returns")
    preview = open_slips(stage.driver.window.bench, [stage.subjects.by_state["agreed"]])
    stage.driver.until("slip", lambda: preview.paper)


def _orders(stage: Stage) -> None:
    stage.driver.window.go("orders", stage.subjects.order_id)
    stage.driver.calm()


def _customers(stage: Stage) -> None:
    stage.driver.window.go("customers", stage.subjects.customer_id)
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


def _settings(stage: Stage) -> None:
    stage.driver.page("settings")


def _escape(stage: Stage) -> None:
    stage.driver.press(Qt.Key.Key_Escape)


SCENES = (
    Scene("returns", _returns),
    Scene("return-arrived", _arrived),
    Scene("settlement", _settlement, _escape),
    Scene("new-return", _new_return, _leave_form),
    Scene("slip", _slip, _escape),
    Scene("orders", _orders),
    Scene("customers", _customers),
    Scene("import", _importing, _discard),
    Scene("reports", _reports),
    Scene("settings", _settings),
)
