"""What is to be done next: who is waited for, the words for each state, the one step of each."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shopdesk.formats import Formats
from shopdesk.rules import complaints, follow_ups, reshipments, states
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.today.due import day_end, short_due
from shopdesk.rules.today.sentences import task_sentence
from shopdesk.rules.today.tasks import (
    LOG_CALL,
    OPEN,
    ComplaintTask,
    FollowUpTask,
    ReshipmentTask,
    ReturnTask,
)
from shopdesk.rules.today.tiles import OURS, TILES
from shopdesk.rules.today.waiting import WHO, who_is_waited_for

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LATE, LATER = NOW - timedelta(days=2), NOW + timedelta(days=2)
FORMATS = Formats("en", SHANGHAI)


def a_return(state: str, remedy: str = "refund", **more: object) -> ReturnTask:
    fields: dict[str, object] = {
        "id": 1,
        "version": 1,
        "number": "R-2611-0139",
        "buyer": "张伟",
        "state": state,
        "clock": "",
        "due_at": LATER,
        "remedy": remedy,
        "is_settled": state in ("settled", "closed"),
        "reason": "too_small",
        "reason_text": "",
        "wanted": "",
        "item": "Headphones",
        "others": 0,
        "amount_minor": 9900,
        "currency": "CNY",
        "arrived_at": NOW - timedelta(days=1),
        "photos": 0,
        "has_unsent_goods": False,
        "owner": "",
    }
    return ReturnTask(**{**fields, **more})  # type: ignore[arg-type]


def a_reshipment(state: str, clock: str, **more: object) -> ReshipmentTask:
    fields: dict[str, object] = {
        "id": 2,
        "version": 1,
        "number": "S-2611-0044",
        "buyer": "Hannah Cole",
        "state": state,
        "clock": clock,
        "due_at": LATER,
        "reason": "lost",
        "item": "Lid",
        "others": 1,
        "wait_note": "",
        "courier": "sf",
        "courier_name": "",
        "started_at": NOW - timedelta(days=5),
        "owner": "",
    }
    return ReshipmentTask(**{**fields, **more})  # type: ignore[arg-type]


def a_complaint(state: str, **more: object) -> ComplaintTask:
    fields: dict[str, object] = {
        "id": 3,
        "version": 1,
        "number": "C-2611-0027",
        "buyer": "周倩",
        "state": state,
        "clock": "",
        "due_at": LATER,
        "situation": "signed_not_received",
        "offered": 2,
        "option": "Send it again",
        "at_platform": False,
        "platform_asks": "",
        "owner": "",
    }
    return ComplaintTask(**{**fields, **more})  # type: ignore[arg-type]


def test_every_clock_waits_for_somebody_as_the_states_say() -> None:
    waits = {
        wait.clock: wait.who
        for table in (states.STATES, complaints.STATES, reshipments.STATES)
        for state in table.values()
        for wait in (state.wait, state.wait_kept)
        if wait is not None and wait.clock in CLOCKS
    }
    assert {clock: who_is_waited_for(clock) for clock in waits} == waits
    assert set(OURS) <= set(CLOCKS)
    assert {who_is_waited_for(clock) for clock in CLOCKS} == set(WHO)
    assert {clock for tile in TILES.values() for clock in tile.clocks} <= set(CLOCKS)


@pytest.mark.parametrize(
    ("due", "said", "tone"),
    [
        (NOW - timedelta(days=2), "2 days late", "late"),
        (NOW - timedelta(seconds=1), "1 min late", "late"),
        (NOW + timedelta(hours=3, minutes=5), "in 3 h", "wait"),
        (day_end(NOW, SHANGHAI), "today", "text"),
        (NOW + timedelta(days=2, hours=1), "in 2 days", "neutral"),
        (NOW, "in 1 min", "wait"),
        (None, "—", "neutral"),
    ],
)
def test_a_row_says_when_in_two_or_three_words(due: datetime | None, said: str, tone: str) -> None:
    found = short_due(due, NOW, SHANGHAI)
    assert (found.text, found.tone) == (said, tone)


def test_a_day_ends_at_the_shop_also_where_the_clock_is_put_back() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=berlin)
    assert day_end(moment, berlin).astimezone(UTC) == datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC)
    assert short_due(day_end(moment, berlin), moment, berlin).text == "today"


@pytest.mark.parametrize("remedy", REMEDIES)
@pytest.mark.parametrize("state", states.STATES)
def test_every_return_has_a_sentence(state: str, remedy: str) -> None:
    said = task_sentence(a_return(state, remedy), NOW, FORMATS)
    assert said
    assert "{" not in said


@pytest.mark.parametrize("due", [LATE, LATER, None])
@pytest.mark.parametrize("state", reshipments.STATES)
def test_every_reshipment_has_a_sentence(state: str, due: datetime | None) -> None:
    wait = reshipments.STATES[state].wait
    task = a_reshipment(state, wait.clock if wait else "", due_at=due)
    assert "Lid and 1 more" in task_sentence(task, NOW, FORMATS)


@pytest.mark.parametrize("clock", ["", "platform"])
@pytest.mark.parametrize("state", complaints.STATES)
def test_every_complaint_has_a_sentence(state: str, clock: str) -> None:
    said = task_sentence(a_complaint(state, clock=clock), NOW, FORMATS)
    assert "Shows delivered, not received" in said


def test_sentences_say_what_it_is_about() -> None:
    def said(task: ReturnTask | ReshipmentTask | ComplaintTask) -> str:
        return task_sentence(task, NOW, FORMATS)

    assert said(a_return("agreed")) == "Buyer has not sent Headphones back"
    assert said(a_return("asked", photos=3)).endswith("3 photos")
    assert said(a_return("arrived")) == "Parcel arrived Saturday 5:00\u00a0PM: Headphones"
    stalled = a_reshipment("sent", "move", due_at=LATE)
    assert said(stalled) == "Lid and 1 more: no scan for 5 days, SF Express"
    near = replace(stalled, zone="province")
    assert said(near) == "Lid and 1 more: no scan for 5 days (usual 1–2), SF Express"
    assert "(usual 1–4)" in said(replace(near, courier_days=4, zone_days=9))
    assert "(usual 1–9)" in said(replace(near, courier="yto", zone_days=9))
    waits = a_reshipment("to_pack", "reship", wait_note="no stock until Friday")
    assert said(waits) == "Waits: no stock until Friday. Lid and 1 more"
    assert said(a_complaint("offered")) == (
        "Shows delivered, not received. 2 options offered, no answer"
    )
    asks = a_complaint("looking", clock="platform", platform_asks="proof of delivery")
    assert said(asks).endswith("The platform asks for: proof of delivery")


def test_each_task_has_one_step_that_moves_it_on() -> None:
    assert a_return("asked").next_step(NOW).code == "agree"
    assert a_return("agreed").next_step(NOW).code == "send"
    assert a_return("agreed", due_at=LATE).next_step(NOW).code == "remind"
    assert a_return("settled").next_step(NOW).code == "close"
    assert a_return("settled", has_unsent_goods=True).next_step(NOW) == OPEN
    assert a_reshipment("sent", "move", due_at=LATE).next_step(NOW).code == "chase"
    assert a_reshipment("damaged", "act").next_step(NOW).code == "reship"
    assert a_complaint("offered", due_at=LATE).next_step(NOW).code == "ask_again"
    assert a_complaint("chosen").next_step(NOW).code == "act"
    assert a_complaint("looking", clock="platform").next_step(NOW) == OPEN


@pytest.mark.parametrize("kind", follow_ups.KINDS)
def test_a_follow_up_says_what_is_to_be_asked(kind: str) -> None:
    task = FollowUpTask(4, 1, "", "王磊", kind, NOW, "does the new lid fit", "phone", None, "")
    assert task_sentence(task, NOW, FORMATS).endswith(": does the new lid fit")
    assert task.next_step(NOW) == LOG_CALL
