"""Codes are whole dots, inside their box, and as wide as the paper allows."""

import pytest

from shopdesk.printing.codes import BARS_QUIET, Code, bars, qr_code, widest_bars
from shopdesk.printing.grid import DotGrid

NUMBER = "R-2611-0134"


@pytest.mark.parametrize("code", [qr_code(NUMBER, 7), bars(NUMBER, 3, 90)], ids=["qr", "bars"])
def test_boxes_do_not_overlap_nor_leave_the_code(code: Code) -> None:
    dots = [
        (column, line)
        for x, y, width, height in code.boxes
        for column in range(x, x + width)
        for line in range(y, y + height)
    ]
    assert len(dots) == len(set(dots))
    assert all(0 <= x < code.width and 0 <= y < code.height for x, y in dots)


def test_a_case_number_is_the_smallest_code() -> None:
    assert qr_code(NUMBER, 1).width == 21


def test_bars_are_as_wide_as_fits_with_their_quiet_zones() -> None:
    three, two = bars(NUMBER, 3, 90), bars(NUMBER, 2, 90)
    room = three.width + 2 * BARS_QUIET * 3
    assert widest_bars(NUMBER, room, 90, range(2, 4)) == three
    assert widest_bars(NUMBER, room - 1, 90, range(2, 4)) == two


def test_bars_finer_than_a_printer_can_are_left_out() -> None:
    assert widest_bars(NUMBER, 100, 90, range(2, 4)) is None


@pytest.mark.parametrize(("dpi", "dots"), [(203, 2), (300, 3), (600, 6)])
def test_the_finest_bar_is_a_quarter_of_a_millimetre(dpi: int, dots: int) -> None:
    grid = DotGrid(dpi)
    assert grid.least_module == dots
    assert grid.module(0.01) == dots
    assert grid.module(1) == round(dpi / 25.4)


def test_lengths_become_the_whole_dots_within_them() -> None:
    grid = DotGrid(203)
    assert grid.dots(grid.dot_pt * 7) == 7
    assert grid.dots(grid.dot_pt * 7.9) == 7
    assert grid.snapped(grid.dot_pt * 7.9) == pytest.approx(grid.dot_pt * 8)


@pytest.mark.parametrize("text", ["", "单-1"])
def test_what_bars_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        bars(text, 2, 60)
