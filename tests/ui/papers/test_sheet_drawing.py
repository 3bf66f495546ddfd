"""The drawing of a label sheet: to scale, counted along the rows, red where it does not fit."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.rules.label_sheets import BASES, PRESETS, LabelSheet
from shopdesk.ui.papers.sheet_drawing import SheetDrawing, fits

EIGHT = PRESETS["sheet:a4-2x4"]


def drawing_of(qtbot: QtBot, sheet: LabelSheet) -> SheetDrawing:
    made = SheetDrawing()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show_sheet(sheet)
    return made


@pytest.mark.parametrize("code", PRESETS)
def test_each_sheet_is_drawn_to_scale_and_fits(qtbot: QtBot, code: str) -> None:
    sheet = PRESETS[code]
    drawing = drawing_of(qtbot, sheet)
    paper, cells = drawing.paper, list(drawing.cells())
    scale = paper.width() / BASES[sheet.base][0]
    assert drawing.rect().contains(paper.toRect())
    assert len(cells) == sheet.count
    assert all(fits(cell, paper) for cell in cells)
    assert cells[0].width() == pytest.approx(sheet.width * scale)
    assert cells[-1].bottom() - paper.top() == pytest.approx(
        (sheet.top + sheet.rows * (sheet.height + sheet.gutter_y) - sheet.gutter_y) * scale
    )


def test_what_runs_off_is_red_and_is_seen(qtbot: QtBot) -> None:
    drawing = drawing_of(qtbot, replace(EIGHT, columns=3))
    cells = list(drawing.cells())
    assert [fits(cell, drawing.paper) for cell in cells[:3]] == [True, True, False]
    image = drawing.grab().toImage()
    edge = cells[2].topLeft().toPoint()
    colour = image.pixelColor(edge.x() + 4, edge.y())
    assert colour.red() > colour.blue() + 60


def test_nothing_is_drawn_of_lengths_that_are_none(qtbot: QtBot) -> None:
    drawing = drawing_of(qtbot, EIGHT)
    assert drawing.accessibleDescription() == "8 labels"
    drawing.show_sheet(None)
    assert list(drawing.cells()) == []
    drawing.grab()
