"""What is wrong with the measures of a label sheet, at which field."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.label_sheets import BASES, MOST_LABELS, PRESETS, LabelSheet, why_not
from shopdesk.rules.lengths import UNITS

EIGHT = PRESETS["sheet:a4-2x4"]


@pytest.mark.parametrize("code", PRESETS)
def test_what_is_sold_fits(code: str) -> None:
    assert why_not(PRESETS[code]) == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"columns": 3}, "columns"),
        ({"rows": 5}, "rows"),
        ({"width": 21001}, "width"),
        ({"top": 26000}, "height"),
        ({"width": 3999}, "width"),
        ({"height": 2499}, "height"),
        ({"columns": 0}, "columns"),
        ({"gutter_x": -1}, "gutter_x"),
        ({"base": "A3"}, "base"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(changes: dict[str, int], field: str) -> None:
    assert list(why_not(replace(EIGHT, **changes))) == [field]  # type: ignore[arg-type]


def test_a_sentence_speaks_in_the_unit_that_was_typed() -> None:
    wide = replace(EIGHT, columns=2, left=1330)
    assert why_not(wide) == {"columns": "This takes 214 mm, and the sheet has 210 mm."}
    inches = why_not(wide, UNITS["in"])
    assert inches == {"columns": "This takes 8.425 in, and the sheet has 8.268 in."}


@settings(max_examples=80)
@given(
    st.builds(
        LabelSheet,
        code=st.just(""),
        name=st.just("x"),
        base=st.sampled_from(sorted(BASES)),
        columns=st.integers(1, 6),
        rows=st.integers(1, 12),
        width=st.integers(3000, 12000),
        height=st.integers(2000, 12000),
        left=st.integers(0, 3000),
        top=st.integers(0, 3000),
        gutter_x=st.integers(0, 500),
        gutter_y=st.integers(0, 500),
    )
)
def test_what_is_let_through_lies_on_its_sheet(sheet: LabelSheet) -> None:
    width, height = BASES[sheet.base]
    ends = [(x + sheet.width, y + sheet.height) for x, y in sheet.corners()]
    lies_on_it = all(x <= width and y <= height for x, y in ends)
    if why_not(sheet) == {}:
        assert lies_on_it
        assert sheet.count <= MOST_LABELS
    elif lies_on_it and sheet.width >= 4000 and sheet.height >= 2500:
        assert sheet.count > MOST_LABELS
