"""A shop's own label sheets: measures that can be, names that are free, sheets that go."""

from dataclasses import replace
from typing import Any

import pytest

from shopdesk.desk import Desk, Written
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.printing.papers import paper_name
from shopdesk.queries.label_sheets import (
    load_every_label_sheet,
    load_label_sheet_rows,
    load_label_sheets,
)
from shopdesk.queries.printing import load_print_jobs
from shopdesk.rules.label_sheets import PRESETS
from shopdesk.services.label_sheets import remove_label_sheet, save_label_sheet
from shopdesk.services.paper_drafts import LabelSheetDraft
from tests.services.printed import mark
from tests.services.reshipping import of_order
from tests.services.snapshots import everything

SHEET = LabelSheetDraft("架子上的", "A4", 2, 5, 9500, 5000, 800, 1000, 300, 100)


def save(desk: Desk, draft: LabelSheetDraft, *at: int) -> int:
    return desk.write("Sheet", lambda session: save_label_sheet(session, draft, *at)).value


def remove(desk: Desk, sheet_id: int) -> Written[None]:
    return desk.write("x", lambda session: remove_label_sheet(session, sheet_id))


def test_a_sheet_is_kept_as_it_was_measured(desk: Desk) -> None:
    sheet_id = save(desk, replace(SHEET, name="  架子上的 "))
    with desk.reading() as reader:
        (sheet,) = load_label_sheets(reader)
    assert sheet.code == f"sheet:{sheet_id}"
    assert all(getattr(sheet, name) == getattr(SHEET, name) for name in ("name", "left", "rows"))
    save(desk, replace(SHEET, columns=1), sheet_id, 1)
    with pytest.raises(StaleError):
        save(desk, SHEET, sheet_id, 1)
    with desk.reading() as reader:
        (row,) = load_label_sheet_rows(reader)
    assert (row.version, row.sheet.columns) == (2, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"base": "A3"}, "base"),
        ({"name": " \u200b"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": PRESETS["sheet:a4-2x4"].name.upper()}, "name"),
        ({"columns": 0}, "columns"),
        ({"rows": -1}, "rows"),
        ({"width": 3999}, "width"),
        ({"height": 2499}, "height"),
        ({"left": -1}, "left"),
        ({"gutter_y": -1}, "gutter_y"),
        ({"columns": 3}, "columns"),
        ({"rows": 6}, "rows"),
        ({"width": 21_001}, "width"),
        ({"columns": 1, "gutter_x": 10**30}, "gutter_x"),
        ({"width": 9_000.5}, "width"),
        ({"top": float("nan")}, "top"),
        ({"rows": float("inf")}, "rows"),
        ({"name": "\ud800"}, "name"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        save(desk, replace(SHEET, **changes))
    assert refused.value.field == field


def test_a_name_is_taken_once(desk: Desk) -> None:
    sheet_id = save(desk, replace(SHEET, name="Shelf"))
    with pytest.raises(FieldError):
        save(desk, replace(SHEET, name="SHELF"))
    assert save(desk, replace(SHEET, name="shelf"), sheet_id) == sheet_id


@pytest.mark.parametrize("code", PRESETS)
def test_presets_can_be_kept_under_a_name_of_ones_own(desk: Desk, code: str) -> None:
    preset = PRESETS[code]
    names = set(LabelSheetDraft.__slots__) - {"name"}
    save(desk, LabelSheetDraft(name="Mine", **{name: getattr(preset, name) for name in names}))


def test_the_log_keeps_the_name_of_a_sheet_that_is_gone(desk: Desk) -> None:
    sheet_id = save(desk, SHEET)
    mark(desk, "address_label", of_order(desk), paper=f"sheet:{sheet_id}")
    before = everything(desk)
    removed = remove(desk, sheet_id)
    with desk.reading() as reader:
        (job,) = load_print_jobs(reader)
        assert paper_name(job.paper, load_every_label_sheet(reader)) == SHEET.name
        assert load_label_sheets(reader) == []
    assert removed.change_id is not None
    desk.undo(removed.change_id)
    assert everything(desk) == before


def test_what_was_removed_frees_its_name_but_never_its_id(desk: Desk) -> None:
    first = save(desk, SHEET)
    removed = remove(desk, first)
    for change in (lambda: save(desk, SHEET, first), lambda: remove(desk, first)):
        with pytest.raises(DomainError):
            change()
    second = save(desk, SHEET)
    assert second != first
    assert removed.change_id is not None
    desk.undo(removed.change_id)
    with desk.reading() as reader:
        codes = {sheet.code for sheet in load_label_sheets(reader)}
    assert codes == {f"sheet:{first}", f"sheet:{second}"}
