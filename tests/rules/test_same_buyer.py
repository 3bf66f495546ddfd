"""Two cases are of one buyer where a sign says so, not because they are of one shop."""

import pytest

from shopdesk.rules.same_buyer import Whose, is_same_buyer

WANG = Whose(1, 11, "A-1", "wang_c", "13800000001", "王晨")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Whose(1, 12, "A-2", "", "", ""), True),
        (Whose(None, 11, "", "", "", ""), True),
        (Whose(None, None, "A-1", "", "", ""), True),
        (Whose(None, None, "", "wang_c", "", ""), True),
        (Whose(None, None, "", "", "13800000001", ""), True),
        (Whose(None, None, "", "", "", "王晨"), True),
        (Whose(2, 12, "A-2", "", "", "王晨"), False),
        (Whose(2, 12, "A-2", "zhu", "", "朱梓初"), False),
        (Whose(None, None, "", "", "", ""), False),
    ],
)
def test_a_sign_makes_it_one_buyer(other: Whose, *, same: bool) -> None:
    assert is_same_buyer(WANG, other) is same
    assert is_same_buyer(other, WANG) is same


def test_two_of_whom_nothing_is_known_are_not_one() -> None:
    nobody = Whose(None, None, "", "", "", "")
    assert not is_same_buyer(nobody, nobody)
