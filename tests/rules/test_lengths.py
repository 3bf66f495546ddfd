"""Lengths as they are typed, in both units."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.lengths import UNITS, length_figure, parse_length

MM, IN = UNITS["mm"], UNITS["in"]


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("99.1", 9910),
        ("99,1 mm", 9910),
        ("９９．１", 9910),
        (" 105 ", 10500),
        (".5", 50),
        ("0", 0),
    ],
)
def test_millimetres_are_read(typed: str, hundredths: int) -> None:
    assert parse_length(typed, MM) == hundredths


@pytest.mark.parametrize("typed", ["2 5/8", "2⅝", "2-5/8", "2.625", "2,625in", "2 ⅝ in", "21/8"])
def test_inches_are_read_with_fractions(typed: str) -> None:
    assert parse_length(typed, IN) == 6668


@pytest.mark.parametrize("typed", ["", "mm", "-1", "1e5", "1/0", "1.2.3", "٣", "NaN", "9" * 12])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its text is what was typed
        parse_length(typed, MM)


@settings(max_examples=60)
@given(st.text(alphabet="0123456789.,/ -⅝½inm\u2044", max_size=10))
def test_anything_typed_is_a_length_or_refused(typed: str) -> None:
    with suppress(ValueError):
        assert parse_length(typed, IN) >= 0


@given(st.integers(0, 30_000))
def test_millimetres_come_back_as_they_went(hundredths: int) -> None:
    assert parse_length(str(length_figure(hundredths, MM)), MM) == hundredths


@given(st.integers(0, 30_000))
def test_inches_come_back_to_a_fraction_of_a_dot(hundredths: int) -> None:
    again = parse_length(f"{length_figure(hundredths, IN):f}", IN)
    assert abs(again - hundredths) <= 2
