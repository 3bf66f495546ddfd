"""The courier's table, row by row: from the buyer's first word to goods, money, claim and score."""

from collections.abc import Sequence

import pytest

from shopdesk.desk import Desk
from tests.stories.complaint_hands import claim, pay, tick_first
from tests.stories.complaint_proofs import Story
from tests.stories.conftest import Sit
from tests.stories.whole_complaints import (
    comes_back,
    goes_out,
    money_back,
    order_sent,
    play_and_prove,
)

GOODS_AGAIN = ("check_replacement",)
MONEY_BACK = ("check_refund",)
INDEMNITY = (("courier_indemnity", 31_800),)
"""What the courier pays: as much as the buyer paid for the goods."""

TABLE = {
    "chased": Story(
        "chase",
        "Where is it? I need it on Friday.",
        "chase",
        "ask",
        borne_by=("warehouse",),
        followed=("call_back",),
    ),
    "shown as sent, but no scan": Story(
        "shipped_no_scan",
        "Sent three days ago they say, no scan.",
        "shipped_no_scan",
        "send_anew",
        works=(goes_out,),
        ends=("delivered",),
        borne_by=("warehouse",),
        followed=("ask_waybill", *GOODS_AGAIN),
    ),
    "no new scan for long": Story(
        "stalled",
        "It has not moved for eight days.",
        "stalled",
        "refund",
        works=(money_back,),
        fill=tick_first,
        ends=("closed",),
        followed=MONEY_BACK,
    ),
    "scanned in a wrong town": Story(
        "stalled",
        "It was scanned in a wrong town.",
        "stalled",
        "forward",
        borne_by=("service",),
        followed=("chase_courier",),
    ),
    "shows delivered, not received": Story(
        "signed_not_received",
        "No proof of delivery, no signature, no photo.",
        "signed_no_proof",
        "reship",
        works=(goes_out, claim),
        ends=("delivered",),
        costs=INDEMNITY,
        is_claimed=True,
        followed=GOODS_AGAIN,
    ),
    "lost": Story(
        "lost",
        "The courier says that it is lost.",
        "lost",
        "refund",
        works=(money_back, claim),
        fill=tick_first,
        ends=("closed",),
        costs=INDEMNITY,
        is_claimed=True,
        followed=MONEY_BACK,
    ),
    "damaged": Story(
        "damaged_parcel",
        "The box is wet and torn.",
        "damaged_parcel",
        "reship",
        works=(goes_out, claim),
        ends=("delivered",),
        costs=INDEMNITY,
        is_claimed=True,
        followed=GOODS_AGAIN,
    ),
    "refused": Story(
        "refused",
        "I did not take it, I changed my mind.",
        "refused",
        "refund_back",
        works=(comes_back, money_back),
        fill=tick_first,
        ends=("closed",),
        borne_by=("buyer",),
        followed=("chase_courier", *MONEY_BACK),
    ),
    "went back to us": Story(
        "returned",
        "The driver says that it goes back.",
        "returned",
        "confirm_reship",
        works=(goes_out,),
        ends=("delivered",),
        followed=GOODS_AGAIN,
    ),
    "out of range": Story(
        "out_of_range",
        "It lies in a town forty miles from here.",
        "out_of_range",
        "fetch",
        fill=pay(2_500),
        costs=(("compensation", 2_500),),
        borne_by=("service",),
        followed=("call_back",),
    ),
}

TELLING = ("shows delivered, not received", "refused", "out of range")
"""Between them: goods again, goods back, money back, money on top, a claim that is paid."""


@pytest.mark.parametrize("rows", [TELLING, pytest.param(tuple(TABLE), marks=pytest.mark.soak)])
def test_rows_in_one_window(
    desk: Desk, sit: Sit, subtests: pytest.Subtests, rows: Sequence[str]
) -> None:
    """The soak plays all ten, one after the other in the same window."""
    order_sent(desk)
    seat = sit()
    for name in rows:
        with subtests.test(name):
            play_and_prove(seat, TABLE[name])
