"""What scenes play with, and what a scene is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from shopdesk.tour.driver import Driver
from shopdesk.tour.finding import Subjects, find_subjects
from shopdesk.tour.finding_care import CareSubjects, find_care


@dataclass(frozen=True, slots=True)
class Stage:
    """A window, records to show in it, and a file to import."""

    driver: Driver
    subjects: Subjects
    care: CareSubjects
    export: Path


def set_stage(driver: Driver, export: Path) -> Stage:
    """Return a stage with records that are in the states that the scenes need now."""
    with driver.desk.reading() as reader:
        return Stage(driver, find_subjects(reader), find_care(reader), export)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: `set` makes the window show it, `strike` puts away what stands over it."""

    name: str
    set: Callable[[Stage], None]
    strike: Callable[[Stage], None] = lambda _stage: None


def throw_away(stage: Stage) -> None:
    """Leave a form with Escape, and give up what was typed in it."""
    stage.driver.press(Qt.Key.Key_Escape)
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        destroy = QMessageBox.ButtonRole.DestructiveRole
        next(button for button in box.buttons() if box.buttonRole(button) == destroy).click()
        stage.driver.calm()


def take_back(stage: Stage) -> None:
    """Undo what was written last."""
    stage.driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.driver.calm()
