"""Shares of money add up, always."""

from hypothesis import given
from hypothesis import strategies as st

from shopdesk.rules.money import refund_ceiling, share_minor, value_of_units

AMOUNTS = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=40)


@given(AMOUNTS, WEIGHTS)
def test_shares_add_up_and_stay_within_a_unit_of_their_due(total: int, weights: list[int]) -> None:
    parts = share_minor(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    if whole:
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part * whole - total * weight) < whole


@given(st.integers(0, 10**9), WEIGHTS)
def test_nothing_is_shared_to_a_line_without_weight(total: int, weights: list[int]) -> None:
    if any(weights):
        parts = share_minor(total, weights)
        assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


def test_the_unit_left_over_goes_to_the_largest_remainder_first_comes_first() -> None:
    assert share_minor(100, [1, 1, 1]) == [34, 33, 33]
    assert share_minor(10, [6, 3, 1]) == [6, 3, 1]
    assert share_minor(5, [0, 0]) == [3, 2]
    assert share_minor(7, []) == []


def test_the_ceiling_is_never_negative() -> None:
    assert refund_ceiling(100, 30) == 70
    assert refund_ceiling(100, 130) == 0


def test_units_are_worth_their_share_and_none_are_worth_nothing() -> None:
    assert [value_of_units(1001, 2, units) for units in (0, 1, 2, 3)] == [0, 501, 1001, 1001]
    assert value_of_units(0, 0, 0) == 0
