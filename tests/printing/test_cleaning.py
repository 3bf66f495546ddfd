"""Text from outside is printable, and what is lost is told."""

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.printing.cleaning import GETA, clean, unprintable
from shopdesk.printing.fonts import face


def test_names_of_both_worlds_stay_as_they_are() -> None:
    text = "欧阳䶮 Łukasz Groß Ωμέγα Жуков ¥€£ 1½ × → “”…"
    assert clean(text) == text
    assert unprintable(text) == ""


def test_what_the_font_lacks_is_replaced_and_told_once() -> None:
    text = "好😀的😀 שלום"
    assert clean(text) == f"好{GETA}的{GETA} {GETA * 4}"
    assert unprintable(text) == "😀שלום"


def test_joined_emoji_leave_no_invisible_remains() -> None:
    assert clean("👨‍👩‍👧") == GETA * 3


def test_accents_are_composed_where_a_letter_has_them() -> None:
    assert clean("Cafe\u0301") == "Café"
    assert clean("x\u0323\u0301y") == "xy"
    assert unprintable("x\u0323") == "\u0323"


def test_controls_and_marks_of_direction_vanish_silently() -> None:
    text = "a\x00b\ufe0f\u202ec\u200bd\ufeff"
    assert clean(text) == "abcd"
    assert unprintable(text) == ""


def test_blanks_become_one_and_empty_lines_none() -> None:
    assert clean("  a\t\u3000b \r\n\n \u2028 c\xa0d ") == "a b\nc d"


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    assert clean("a\ud83d") == f"a{GETA}"


@given(st.text(st.characters()))
def test_anything_cleaned_can_be_drawn_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert all(character == "\n" or face().covers(character) for character in cleaned)
    assert clean(cleaned) == cleaned
