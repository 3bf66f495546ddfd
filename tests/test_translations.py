"""Every page and dialog, looked through for words that no translation reaches or no eye does."""

import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QPushButton, QTableView, QWidget

from shopdesk.desk import Desk
from shopdesk.i18n import LANGUAGES, PSEUDO, current_language, speak
from shopdesk.paths import DataFolder, resource
from shopdesk.storage.backups import save_copy
from shopdesk.tour.driver import SIZE, Driver
from shopdesk.tour.export_file import write_export
from shopdesk.tour.scenes import SCENES
from shopdesk.tour.stage import Scene, Stage, set_stage
from shopdesk.ui.base.mnemonics import mnemonic, worded_in
from shopdesk.ui.base.soft_box import SoftBox
from shopdesk.ui.welcome_window import WelcomeWindow
from tests.wording import PIECES, cut_text, is_hard_coded, is_translated, texts_of

HEAD_PADDING_PX = 24
PATIENCE_S = 5
SOLUTIONS = sorted(resource("solutions").glob("*.toml"))


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("tour")
    patch = pytest.MonkeyPatch()
    patch.setattr("shopdesk.tour.driver.CALM_S", 0.01)  # no picture is taken
    patch.setattr("shopdesk.tour.driver.HAND_S", 0.06)  # longer than a scanner's, all the same
    driver = Driver(folder / "shop", folder)
    export = folder / "orders_export_1.csv"
    write_export(export, datetime.now(UTC))
    yield set_stage(driver, export)
    driver.close()
    patch.undo()


@pytest.fixture(scope="module")
def data(stage: Stage) -> frozenset[str]:
    """Every text that the sample's file holds, and that of the file to import."""
    with stage.driver.desk.reading() as reader:
        columns = list(reader.rows(_TEXT_COLUMNS))
        found = {
            str(value)
            for table, column in columns
            for (value,) in reader.rows(f'SELECT DISTINCT "{column}" FROM "{table}"')
        }
    library = (texts_within(tomllib.loads(path.read_text("utf-8"))) for path in SOLUTIONS)
    exported = re.split(r"[,\n]", stage.export.read_text("utf-8"))
    return frozenset(found.union(exported, *library))


def texts_within(content: object) -> Iterator[str]:
    """Yield the texts of a file of solutions, which has both languages itself."""
    match content:
        case str():
            yield from (content, *PIECES.split(content))
        case dict():
            yield from chain.from_iterable(map(texts_within, content.values()))
        case list():
            yield from chain.from_iterable(map(texts_within, content))


_TEXT_COLUMNS = """
    SELECT found.name, columns.name
    FROM sqlite_master AS found, pragma_table_info(found.name) AS columns
    WHERE found.type = 'table' AND (columns.type LIKE '%CHAR%' OR columns.type LIKE 'TEXT%')
"""


def _step(state: str, action: str) -> Callable[[Stage], None]:
    def set_scene(stage: Stage) -> None:
        case_id = stage.subjects.by_state[state]
        stage.driver.window.go("returns", case_id)
        acts = stage.driver.window.page_widget("returns").case_actions
        stage.driver.until("return", lambda: acts.found and acts.found.id == case_id)
        acts.actions[action].trigger()
        stage.driver.until("dialog", QApplication.activeModalWidget)

    return set_scene


def _add_shop(stage: Stage) -> None:
    stage.driver.page("settings").shops.add_shop()
    stage.driver.calm()


def _add_person(stage: Stage) -> None:
    stage.driver.page("settings").person.add_person()
    stage.driver.calm()


def _restore(stage: Stage) -> None:
    copy = stage.export.with_name("copy.db")
    if not copy.exists():
        save_copy(stage.driver.desk.folder.database, copy)
    stage.driver.page("settings").backups.ask_restore(copy)
    stage.driver.until("backup", _over(stage).findChildren(QPushButton)[0].isEnabled)


def _change_note(stage: Stage) -> None:
    stage.driver.window.go("customers", stage.care.marked)
    stage.driver.calm()
    stage.driver.window.page_widget("customers").detail.note.edit()
    stage.driver.calm()


def _over(stage: Stage) -> QWidget:
    return QApplication.activeModalWidget() or stage.driver.window


def _close(stage: Stage) -> None:
    stage.driver.press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


DIALOGS = (
    Scene("decline", _step("asked", "decline"), _close),
    Scene("cancel", _step("asked", "cancel"), _close),
    Scene("waybill", _step("agreed", "send"), _close),
    Scene("note", _step("asked", "add_note"), _close),
    Scene("own-note", _change_note, _close),
    Scene("shop", _add_shop, _close),
    Scene("person", _add_person, _close),
    Scene("restore", _restore, _close),
)


@pytest.mark.parametrize("scene", [*SCENES, *DIALOGS], ids=lambda scene: scene.name)
def test_no_text_is_hard_coded_and_none_is_cut(
    scene: Scene, stage: Stage, dress: Callable[[str], None], data: frozenset[str]
) -> None:
    dress(PSEUDO)
    scene.set(stage)
    try:
        faults = _lasting(stage, lambda: set(_faults(_roots(stage), data)))
        said = {text for text in _menu_texts(stage) if is_hard_coded(text, data)}
    finally:
        scene.strike(stage)
    assert faults | said == set()


@pytest.fixture(scope="module")
def dress(stage: Stage) -> Callable[[str], None]:
    """Make the window anew only where it speaks another language: scenes find their own way."""
    worn = [current_language()]

    def speaking(language: str) -> None:
        if worn[-1] == language:
            speak(language)  # each test begins in English
        else:
            stage.driver.wear(language, "light")
            worn.append(language)

    return speaking


def _lasting(stage: Stage, look: Callable[[], set[str]]) -> set[str]:
    """Return what is wrong when all is answered and laid out; a busy machine takes its time."""
    end = time.monotonic() + PATIENCE_S
    while (wrong := look()) and time.monotonic() < end:
        stage.driver.calm()
    return wrong


def _faults(roots: Collection[QWidget], data: frozenset[str]) -> Iterator[str]:
    """Yield texts that are hard-coded, and translated ones that are cut."""
    told = _told(roots)
    for widget in _visible(roots):
        ours = (text for text in texts_of(widget) if text not in told)
        yield from (text for text in ours if is_hard_coded(text, data))
        if is_translated(cut_text(widget)):
            yield f"cut: {cut_text(widget)}"


def _told(roots: Iterable[QWidget]) -> set[str]:
    """Return the words for a buyer: they are in the buyer's language, not in ours."""
    return {box.text for root in roots for box in root.findChildren(SoftBox)}


def _roots(stage: Stage) -> set[QWidget]:
    return {stage.driver.window, _over(stage)}


def _visible(roots: Iterable[QWidget]) -> Iterator[QWidget]:
    for root in roots:
        yield root
        yield from (child for child in root.findChildren(QWidget) if child.isVisible())


def _menu_texts(stage: Stage) -> set[str]:
    """Return the entries of the chosen return's menu, with their tooltips."""
    menu = stage.driver.window.page_widget("returns").case_actions.menu(stage.driver.window)
    menus = (menu, *menu.findChildren(QMenu))
    entries = (action for each in menus for action in each.actions())
    return {text for action in entries for text in (action.text(), action.toolTip())}


def test_the_first_start_is_translated_and_whole(
    stage: Stage, dress: Callable[[str], None], data: frozenset[str], tmp_path: Path
) -> None:
    dress(PSEUDO)
    window = WelcomeWindow(Desk(DataFolder(tmp_path / "new"), new=True))
    window.resize(SIZE)
    window.show()
    assert _lasting(stage, lambda: set(_faults([window], data))) == set()
    window.close()


@pytest.mark.parametrize("scene", [*SCENES, *DIALOGS], ids=lambda scene: scene.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_smallest_window_cuts_nothing_and_each_letter_leads_to_one_place(
    scene: Scene, language: str, stage: Stage, dress: Callable[[str], None]
) -> None:
    dress(language)
    stage.driver.window.resize(1280, 720)
    scene.set(stage)
    try:
        cut = _lasting(stage, lambda: set(_cut(_roots(stage))))
        doubled = _doubled(_over(stage))
    finally:
        scene.strike(stage)
        stage.driver.window.resize(SIZE)
    assert (cut, doubled) == (set(), set())


def _doubled(window: QWidget) -> set[str]:
    """Return the texts whose letter, pressed with Alt, leads to another place as well."""
    texts = [worded.text() for worded in worded_in(window) if worded.isVisible()]
    letters = Counter(mnemonic(text) for text in texts)
    return {text for text in texts if mnemonic(text) and letters[mnemonic(text)] > 1}


def _cut(roots: Iterable[QWidget]) -> Iterator[str]:
    for widget in _visible(roots):
        yield from filter(None, (cut_text(widget), *_cut_heads(widget)))


def _cut_heads(widget: QWidget) -> Iterator[str]:
    """Yield the heads of a table's columns that end in dots."""
    header = widget.horizontalHeader() if isinstance(widget, QTableView) else None
    for section in range(header.count() if header else 0):
        assert isinstance(header, QHeaderView)
        text = str(header.model().headerData(section, Qt.Orientation.Horizontal))
        room = header.sectionSize(section) - HEAD_PADDING_PX
        is_cut = header.fontMetrics().horizontalAdvance(text) > room
        if is_cut and not header.isSectionHidden(section):
            yield text


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Save", True),
        ("「Order····」 of Mara", True),
        ("「Order····」 3 · Mara & Sons", False),
        ("「Copy 「Mara」···」 Ctrl+C", False),
        ("Mara && Sons", False),
        ("-12 · US$3.50", False),
    ],
)
def test_words_are_told_from_data(text: str, *, is_found: bool) -> None:
    assert is_hard_coded(text, frozenset({"Mara & Sons"})) is is_found
