"""Lines fit, lose nothing, and obey the marks that may not start or end them."""

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.printing.breaking import (
    ELLIPSIS,
    NEVER_FIRST,
    NEVER_LAST,
    cut,
    width_of,
    wrap,
    wrap_beside,
    wrap_short,
)
from shopdesk.printing.cleaning import clean

SIZE = 10
mixed = st.text("退货单，。！？（）《》“”…·aR-09 \n", max_size=200)
widths = st.floats(12, 300)


def test_chinese_breaks_anywhere_but_before_its_marks() -> None:
    assert wrap("请先电话联系，再上门取件。", 60, SIZE) == ("请先电话联", "系，再上门取", "件。")


def test_an_opening_mark_goes_to_the_next_line() -> None:
    assert wrap("退货商品（耳机）", 50, SIZE) == ("退货商品", "（耳机）")


def test_latin_words_stay_whole_and_giants_are_parted() -> None:
    assert wrap("Damaged in transit", 60, SIZE) == ("Damaged in", "transit")
    parted = wrap("a" * 100, 60, SIZE)
    assert "".join(parted) == "a" * 100
    assert len(parted) > 1


def test_a_first_line_leaves_room_for_what_stands_before_it() -> None:
    assert wrap_beside("退货商品", 20, 30, SIZE) == ("退", "货商品")
    assert wrap_beside("Damaged in", 30, 60, SIZE) == ("", "Damaged in")
    assert wrap_beside("", 30, 60, SIZE) == ("",)


@given(mixed, widths, st.floats(0, 200))
def test_lines_beside_something_lose_nothing(text: str, width_pt: float, indent_pt: float) -> None:
    lines = wrap_beside(text, min(indent_pt, width_pt - SIZE), width_pt, SIZE)
    assert "".join(lines).replace(" ", "") == clean(text).replace("\n", "").replace(" ", "")


def test_lines_of_the_text_stay_lines() -> None:
    assert wrap("Unit 17\n\nMill Road", 200, SIZE) == ("Unit 17", "Mill Road")


def test_no_text_has_no_lines() -> None:
    assert wrap(" \n", 100, SIZE) == ()
    assert cut("", 100, SIZE) == ""


@given(mixed, st.floats(-300, 12), st.floats(-300, 300))
def test_every_wrap_ends_however_narrow(text: str, width_pt: float, indent_pt: float) -> None:
    whole = clean(text).replace("\n", "").replace(" ", "")
    assert "".join(wrap(text, width_pt, SIZE)).replace(" ", "") == whole
    beside = wrap_beside(text, indent_pt, width_pt, SIZE)
    assert "".join(beside).replace(" ", "") == whole
    assert len(wrap_short(text, width_pt, SIZE, 2)) <= 2


@given(mixed, widths)
def test_lines_fit_and_lose_nothing_but_blanks(text: str, width_pt: float) -> None:
    lines = wrap(text, width_pt, SIZE)
    assert all(width_of(line, SIZE) <= width_pt for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


@given(st.lists(st.sampled_from(["退", "货", "单", "，", "。", "（", "》", "a", "7"]), max_size=60))
def test_marks_keep_their_sides(parts: list[str]) -> None:
    """On lines with room for a run of marks; runs longer than a line must break somewhere."""
    text = "".join(
        part
        for place, part in enumerate(parts)
        if place == 0 or not ({part, parts[place - 1]} <= NEVER_FIRST | NEVER_LAST)
    )
    lines = wrap(text, 100, SIZE)
    assert not any(line[0] in NEVER_FIRST for line in lines[1:])
    assert not any(line[-1] in NEVER_LAST for line in lines[:-1])


@given(mixed, widths)
def test_a_cut_line_fits_and_says_that_it_was_cut(text: str, width_pt: float) -> None:
    line = cut(text, width_pt, SIZE)
    whole = clean(text).replace("\n", " ")
    assert width_of(line, SIZE) <= width_pt
    assert line == whole or line.endswith(ELLIPSIS)


@given(mixed, widths, st.integers(1, 4))
def test_short_paragraphs_keep_to_their_lines(text: str, width_pt: float, most: int) -> None:
    lines = wrap_short(text, width_pt, SIZE, most)
    assert len(lines) <= most
    assert all(width_of(line, SIZE) <= width_pt for line in lines)
