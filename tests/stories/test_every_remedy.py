"""Each remedy from the chat to the closed case: keys and scanner only, and back to the start.

At the end of each way the file is sound, the export tells the whole of it, and Ctrl+Z leads back
step by step to before the return was logged.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pytest

from shopdesk.desk import Desk
from tests.making import make_order
from tests.services.snapshots import everything
from tests.stories import hands
from tests.stories.conftest import Sit
from tests.stories.hands import Act
from tests.stories.proofs import Record, whole_truth

NUMBER = "3398120571"
COMES_BACK = (hands.tell, hands.enter_waybill, hands.scan_in, hands.all_intact)
GOES_OUT = (hands.send_goods, hands.delivered)
TOLD = (hands.tell, hands.next_step)


@dataclass(frozen=True, slots=True)
class Way:
    """The figures of the chips, what is done then, and what is true at the end."""

    reason: str
    remedy: str
    acts: tuple[Act, ...]
    truth: Record
    out: tuple[str, ...] = ()
    """Why goods went out."""
    wanted: str = ""


WAYS = {
    "refund": Way(
        "1",
        "1",
        (*COMES_BACK, hands.settle, *TOLD),
        {"remedy": "refund", "refund_goods_minor": 15_900},
    ),
    "refund_only": Way(
        "5",
        "2",
        (hands.tell, hands.settle, *TOLD),
        {"remedy": "refund_only", "refund_goods_minor": 15_900},
    ),
    "exchange": Way(
        "1",
        "3",
        (*COMES_BACK, hands.settle, *GOES_OUT, *TOLD),
        {"remedy": "exchange", "refund_goods_minor": 0, "wanted": "Size L"},
        ("exchange",),
        "Size L",
    ),
    "repair": Way(
        "5",
        "4",
        (*COMES_BACK, hands.settle, *GOES_OUT, *TOLD),
        {"remedy": "repair", "refund_goods_minor": 0},
        ("repair",),
    ),
    "missing_part": Way(
        "8",
        "5",
        (hands.tell, hands.settle, *GOES_OUT, *TOLD),
        {"remedy": "missing_part", "refund_goods_minor": 0, "wanted": "Two buttons"},
        ("part_missing",),
        "Two buttons",
    ),
    "send_back": Way(
        "4",
        "6",
        (*COMES_BACK, hands.settle, *GOES_OUT, *TOLD),
        {"remedy": "send_back", "refund_goods_minor": 0},
        ("send_back",),
    ),
}


TELLING = ("refund", "exchange", "refund_only")
"""Between them: goods back, goods out, money, goods that stay."""


def _in_soak(name: str) -> Collection[pytest.MarkDecorator]:
    return () if name in TELLING else (pytest.mark.soak,)


@pytest.mark.parametrize(
    "way", [pytest.param(way, id=name, marks=_in_soak(name)) for name, way in WAYS.items()]
)
def test_from_asked_to_closed_and_back(sit: Sit, desk: Desk, way: Way) -> None:
    """The soak adds the remedies that are made of the same parts."""
    make_order(desk, NUMBER)
    before = everything(desk)
    seat = sit()
    case_id = hands.log(seat, NUMBER, way.reason, way.remedy, way.wanted)
    for act in way.acts:
        act(seat, case_id)
    (found,) = whole_truth(desk)
    assert found["state"] == "closed"
    assert {name: found[name] for name in way.truth} == way.truth
    assert [out["reason"] for out in found["reshipments"]] == list(way.out)
    assert all(out["state"] == "delivered" for out in found["reshipments"])
    clocks_are_met(found)
    replies_are_whole(found)
    hands.take_all_back(seat)
    assert everything(desk) == before


def clocks_are_met(found: Record) -> None:
    """Each wait had one clock, kept in time; none runs on."""
    codes = [clock["code"] for clock in found["clocks"]]
    assert len(codes) == len(set(codes))
    assert {clock["outcome"] for clock in found["clocks"]} == {"met"}
    assert found["due_at"] is None


def replies_are_whole(found: Record) -> None:
    """Nothing that was copied for the buyer has a blank left open."""
    copied = [entry["text"] for entry in found["timeline"] if entry["event"] == "copied"]
    assert len(copied) == 2
    for text in copied:
        assert "{" not in text
        assert "…" not in text
