"""Rows are dealt out to pages without loss, heads again in front, kept ones never last."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.printing.rows import Row, height_of, pages_of, spread, together
from shopdesk.printing.sheet import Style, Text


def row(text: str, *, kept: bool = False, heads: tuple[Row, ...] = ()) -> Row:
    return Row(10, (Text(0, 8, text, Style(8)),), kept=kept, heads=heads)


GAP = Row(10)
HEAD = row("head", kept=True)


def written(page: list[Row]) -> list[str]:
    return [text.text for line in page for text in line.texts]


def test_a_head_comes_again_on_each_page() -> None:
    lines = [HEAD, *(row(str(number), heads=(HEAD,)) for number in range(5))]
    pages = pages_of(lines, 30, 30)
    assert [written(page) for page in pages] == [
        ["head", "0", "1"],
        ["head", "2", "3"],
        ["head", "4"],
    ]


def test_a_heading_is_not_left_behind_and_not_doubled() -> None:
    title = row("title", kept=True)
    lines = [row("before"), title, HEAD, row("first", heads=(HEAD,))]
    pages = pages_of(lines, 30, 40)
    assert [written(page) for page in pages] == [["before"], ["title", "head", "first"]]


def test_a_gap_never_needs_a_page() -> None:
    assert len(pages_of([row("a"), row("b"), GAP], 20, 20)) == 1


def test_nothing_still_makes_one_page() -> None:
    assert pages_of([], 20, 20) == [[]]


def test_parts_higher_than_a_page_are_parted() -> None:
    lines = together([row(str(number)) for number in range(5)])
    assert [written(page) for page in pages_of(lines, 30, 20)] == [["0", "1", "2"], ["3", "4"]]


def test_heads_that_leave_no_room_do_not_come_again() -> None:
    high = Row(30, (Text(0, 8, "high", Style(8)),), heads=(HEAD,))
    assert [written(page) for page in pages_of([row("a"), high], 30, 30)] == [["a"], ["high"]]


def test_short_parts_stay_together_and_long_ones_may_part() -> None:
    assert [line.kept for line in together([row("a"), row("b")])] == [True, False]
    assert not any(line.kept for line in together([row("x")] * 9))


def test_gaps_fill_the_room_up_to_their_most() -> None:
    lines = [row("a"), GAP, row("b"), GAP]
    assert height_of(spread(lines, 50, 2)) == 50
    assert height_of(spread(lines, 500, 2)) == 60
    assert spread([row("a")], 50, 2) == [row("a")]


@given(st.lists(st.booleans(), max_size=30), st.integers(4, 9))
def test_no_row_is_lost_and_no_page_runs_over(kept: list[bool], room: int) -> None:
    kept = [flag and place % 3 != 0 for place, flag in enumerate(kept)]
    lines = [replace(row(str(place)), kept=flag) for place, flag in enumerate(kept)]
    pages = pages_of(lines, room * 10, room * 10)
    assert [line for page in pages for line in page] == lines
    assert all(height_of(page) <= room * 10 for page in pages)
