"""Times and codes as words."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shopdesk.formats import Formats
from shopdesk.rules.clocks import CLOCKS, Timing, due_at
from shopdesk.rules.event_sentences import event_text
from shopdesk.rules.events import EVENTS
from shopdesk.rules.found_words import found_text
from shopdesk.rules.inspecting import found_in
from shopdesk.rules.presets import POLICIES
from shopdesk.rules.sentences import due_text, time_span
from shopdesk.services.drafts import ReceivedDraft

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=5), "1 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=47, minutes=59), "47 h"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=2, hours=23), "2 days"),
    ],
)
def test_a_span_is_said_in_one_unit(span: timedelta, words: str) -> None:
    assert time_span(span) == words


@pytest.mark.parametrize(
    ("hours", "text", "tone"),
    [
        (72, "Decide in 3 days", "neutral"),
        (3, "Decide in 3 h", "wait"),
        (0.5, "Decide today", "wait"),
        (-30, "Decide, 30 h late", "late"),
    ],
)
def test_what_is_due_says_when_and_how_urgent(hours: float, text: str, tone: str) -> None:
    said = due_text("decide", NOW + timedelta(hours=hours), NOW)
    assert (said.text, said.tone) == (text, tone)


def test_nothing_due_is_a_dash() -> None:
    assert due_text("", None, NOW).text == "—"


@pytest.mark.parametrize("clock", [c.code for c in CLOCKS.values() if not c.is_given])
def test_every_clock_runs_for_a_while(clock: str) -> None:
    for policy in POLICIES.values():
        assert due_at(clock, Timing(policy, ZoneInfo("UTC")), NOW) > NOW


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_told_without_gaps(event: str) -> None:
    values = {
        "reason": "too_small",
        "remedy": "refund",
        "courier": "sf",
        "waybill": "SF1",
        "amount_minor": 1250,
        "currency": "CNY",
        "day": NOW.date().isoformat(),
        "moment": NOW.isoformat(),
        "collected_minor": 500,
        "deduction_minor": 300,
        "cost_minor": 200,
        "paid_minor": 700,
        "found": asdict(found_in({1: 3}, (ReceivedDraft(2, 1, "damaged", "write_off"),))),
    }
    text = event_text(event, "worn", values, Formats("en"))
    assert text
    assert "{" not in text


def test_what_was_found_is_one_line() -> None:
    items = (
        ReceivedDraft(1, 1, "intact", "stock"),
        ReceivedDraft(1, 1, "wrong_goods", "to_buyer"),
        ReceivedDraft(2, 2, "parts_missing", "refurbish"),
    )
    said = found_text(asdict(found_in({1: 2, 2: 1}, items)))
    assert said == (
        "2 of 3 here · 1 short · 1 too many · 1 not our goods · 1 intact · 2 with parts missing"
    )


def test_an_event_of_a_newer_program_shows_its_text() -> None:
    assert event_text("teleported", "to Mars", {}, Formats("en")) == "to Mars"
