"""What was in the parcel, and the product itself: wrong, too few, dearer than now, bad for her."""

from collections.abc import Sequence

import pytest

from shopdesk.desk import Desk
from tests.stories.complaint_hands import pay, tick_first
from tests.stories.complaint_proofs import Story
from tests.stories.conftest import Sit
from tests.stories.whole_complaints import (
    comes_back,
    exchanged,
    goes_out,
    money_back,
    order_sent,
    play_and_prove,
)

STORIES = {
    "wrong item": Story(
        "wrong_item",
        "Wrong colour, I ordered the white one.",
        "wrong_item",
        "exchange",
        works=(comes_back, exchanged),
        fill=tick_first,
        ends=("delivered", "closed"),
        borne_by=("warehouse",),
        followed=("check_replacement",),
    ),
    "short": Story(
        "short",
        "Only one came, I paid for two.",
        "short",
        "send_missing",
        works=(goes_out,),
        ends=("delivered",),
        borne_by=("warehouse",),
        followed=("check_replacement",),
    ),
    "price drop": Story(
        "price_drop",
        "Two days later it is 20 cheaper.",
        "price_drop",
        "difference",
        fill=pay(2_000),
        costs=(("compensation", 2_000),),
        borne_by=("service",),
        followed=("check_refund",),
    ),
    "allergy": Story(
        "allergy",
        "My skin went red after one hour.",
        "allergy",
        "refund_note",
        works=(money_back,),
        fill=tick_first,
        ends=("closed",),
        borne_by=("supplier",),
        followed=("check_refund", "call_back"),
    ),
}

LONGEST = ("wrong item",)


@pytest.mark.parametrize("names", [LONGEST, pytest.param(tuple(STORIES), marks=pytest.mark.soak)])
def test_stories_in_one_window(
    desk: Desk, sit: Sit, subtests: pytest.Subtests, names: Sequence[str]
) -> None:
    """The soak plays all four, one after the other in the same window."""
    order_sent(desk)
    seat = sit()
    for name in names:
        with subtests.test(name):
            play_and_prove(seat, STORIES[name])
