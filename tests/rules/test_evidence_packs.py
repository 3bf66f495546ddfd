"""What the shop says to itself stays out of evidence packs; what was done stands in them."""

import pytest

from shopdesk.rules.events import EVENTS
from shopdesk.rules.evidence_packs import is_shown

PRIVATE = (
    "note",
    "costs",
    "liability",
    "cause_said",
    "hand_over_why",
    "follow_up_said",
    "let_go",
    "printed",
    "slip",
    "packing_slip",
    "copied",
    "agree_asked",
    "offer_few",
    "evidence_removed",
    "claim_drop_said",
)
SHOWN = ("ask", "agree", "decline", "reship_send", "tracked", "offer", "deduction", "claim_open")


@pytest.mark.parametrize("event", PRIVATE)
def test_our_own_business_stays_with_us(event: str) -> None:
    assert event in EVENTS
    assert not is_shown(event)


@pytest.mark.parametrize("event", SHOWN)
def test_what_was_done_is_shown(event: str) -> None:
    assert event in EVENTS
    assert is_shown(event)
