"""The table: its model keeps Qt's rules, and the eye keeps its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.id_table import BLOCK_ROWS, BLOCKS_KEPT, DISPLAY, TOOLTIP, IdTableModel
from shopdesk.ui.base.table_view import IdTableView


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a text."""

    id: int
    text: str


COLUMNS: tuple[Column[Line], ...] = (
    Column("id", "Id", 60, lambda line: str(line.id), right=True, sort="id"),
    Column("text", "Text", 100, lambda line: line.text),
)


class Shelf:
    """Gives rows by id, and remembers how they were asked for."""

    def __init__(self, text: str = "row") -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()
        self.text = text

    def fetch(self, ids: Sequence[int]) -> list[Line]:
        self.asked.append(len(ids))
        kept = [n for n in ids if n not in self.gone]
        return [Line(n, f"{self.text} {n}") for n in reversed(kept)]


def shown(model: IdTableModel[Line], row: int, column: int = 1) -> str:
    return str(model.data(model.index(row, column), DISPLAY))


def test_qt_finds_nothing_wrong_with_the_model() -> None:
    model = IdTableModel(COLUMNS, Shelf().fetch)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(1, 151))
    model.append_ids(range(151, 420))
    model.forget_rows()
    model.set_ids([])
    assert tester.model() is model


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(1, 10_000), unique=True, max_size=350), st.integers(0, 350))
def test_rows_stand_where_their_ids_stand(ids: list[int], cut: int) -> None:
    model = IdTableModel(COLUMNS, Shelf().fetch)
    model.set_ids(ids[:cut])
    for row in range(model.rowCount()):
        shown(model, row)
    model.append_ids(ids[cut:])
    assert [shown(model, row) for row in range(model.rowCount())] == [f"row {n}" for n in ids]


def test_rows_are_fetched_in_blocks_and_not_all_are_kept() -> None:
    shelf = Shelf()
    model = IdTableModel(COLUMNS, shelf.fetch)
    model.set_ids(range(1, 100_001))
    assert shown(model, 99_999) == "row 100000"
    assert shelf.asked == [BLOCK_ROWS]
    for row in range(0, 100_000, BLOCK_ROWS):
        shown(model, row)
    assert len(model._cells) == BLOCKS_KEPT


def test_a_row_that_is_gone_is_blank() -> None:
    shelf = Shelf()
    shelf.gone = {2}
    model = IdTableModel(COLUMNS, shelf.fetch)
    model.set_ids([1, 2, 3])
    assert model.data(model.index(1, 1)) is None
    assert model.record(1) is None
    assert model.cell(1, 1) == ("", "text")


def test_a_tooltip_is_never_markup() -> None:
    model = IdTableModel(COLUMNS, Shelf('<img src="file:///etc/passwd">').fetch)
    model.set_ids([1])
    assert "<" not in model.data(model.index(0, 1), TOOLTIP)


@pytest.fixture
def view(qtbot: QtBot) -> IdTableView[Line]:
    model = IdTableModel(COLUMNS, Shelf().fetch)
    made = IdTableView(model, COLUMNS, "Lines")
    qtbot.addWidget(made)
    model.set_ids(range(1, 501))
    made.resize(300, 400)
    made.show()
    return made


def test_the_chosen_record_is_found_again_in_another_result(view: IdTableView[Line]) -> None:
    told: list[object] = []
    view.choose(300)
    view.record_chosen.connect(told.append)
    view._model.set_ids(range(500, 0, -1))
    assert view.chosen == 300
    assert told == [300]
    assert view.selected_ids() == [300]


def test_the_place_is_kept_when_rows_follow(view: IdTableView[Line]) -> None:
    view.choose(300)
    place = view.verticalScrollBar().value()
    view._model.append_ids(range(501, 901))
    view._model.set_ids(range(1, 901))
    assert view.verticalScrollBar().value() == place > 0
    assert view.chosen == 300


def test_a_record_that_left_the_result_is_not_chosen_any_more(view: IdTableView[Line]) -> None:
    view.choose(3)
    view._model.set_ids([1, 2])
    assert view.chosen is None
    assert not view.choose(3)


def test_the_header_asks_for_an_order(view: IdTableView[Line], qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []
    view.sort_wanted.connect(lambda key, descending: asked.append((key, descending)))
    view.show_sort("id", descending=True)
    view._sort_by(1)
    assert asked == []
    with qtbot.waitSignal(view.sort_wanted):
        view._sort_by(0)


def test_a_long_selection_costs_no_more_than_its_ids_and_survives_a_new_result(
    qtbot: QtBot,
) -> None:
    model = IdTableModel(COLUMNS, Shelf().fetch)
    model.set_ids(range(20_000))
    view = IdTableView(model, COLUMNS, "Lines", many=True)
    qtbot.addWidget(view)
    started = perf_counter()
    view.selectAll()
    assert view.selected_count == 20_000
    assert view.selected_ids() == list(range(20_000))
    model.set_ids([*range(10, 20_000, 2), 5])
    assert view.selected_ids() == [*range(10, 20_000, 2), 5]
    assert perf_counter() - started < 1


def test_records_are_selected_by_their_ids(qtbot: QtBot) -> None:
    model = IdTableModel(COLUMNS, Shelf().fetch)
    model.set_ids([9, 8, 7, 6, 5])
    view = IdTableView(model, COLUMNS, "Lines", many=True)
    qtbot.addWidget(view)
    view.choose_many([5, 8, 9, 777])
    assert view.selected_ids() == [9, 8, 5]
    assert view.chosen == 9
    view.choose(7)
    assert view.selected_ids() == [7]
