"""What the sample holds beside returns: believable in measure, and told as the desk tells it."""

from collections import Counter
from pathlib import Path

import pytest

from shopdesk.queries.readable import find_unreadable
from shopdesk.queries.solutions import load_option_stats
from shopdesk.queries.unusual import load_unusual
from shopdesk.rules import complaints, reshipments
from shopdesk.rules.events import EVENTS
from shopdesk.rules.solutions import starter
from shopdesk.rules.states import State
from shopdesk.rules.tracking import status_of
from shopdesk.sample.voices import SCANS
from shopdesk.storage.reader import Reader
from tests.sample.conftest import NOW, Tables

# What the figure counts; the least and the most that is believable of 450 returns.
FIGURES = (
    ("complaints", "complaint", 30, 80),
    ("open complaints", "complaint JOIN cases USING (id) WHERE closed_at IS NULL", 8, 25),
    ("merged", "complaint WHERE merged_into_id IS NOT NULL", 1, 8),
    ("reopened", "complaint WHERE round > 1", 1, 8),
    ("at the platform", "complaint WHERE escalated_at IS NOT NULL AND verdict_at IS NULL", 1, 6),
    ("verdicts", "complaint WHERE verdict <> ''", 1, 10),
    ("late replies", "clock WHERE code = 'reply' AND outcome = 'missed'", 1, 15),
    ("what options opened", "complaint_option WHERE opened_id IS NOT NULL", 5, 50),
    ("compensations", "cost_entry JOIN complaint ON complaint.id = case_id", 2, 40),
    (
        "failed on the way",
        (
            "reshipment JOIN cases USING (id) WHERE state IN ('lost', 'damaged',"
            " 'refused', 'returned', 'out_of_range')"
        ),
        4,
        20,
    ),
    ("waiting for stock", "reshipment WHERE wait_note <> ''", 1, 5),
    ("claims", "courier_claim", 3, 40),
    ("open claims", "courier_claim WHERE ended_at IS NULL", 1, 15),
    ("follow-ups", "follow_up", 100, 500),
    ("open follow-ups", "follow_up WHERE done_at IS NULL", 8, 60),
    ("second calls", "follow_up WHERE previous_id IS NOT NULL", 5, 120),
    ("scores", "follow_up WHERE score IS NOT NULL", 30, 250),
    ("flags", "customer_flag", 20, 200),
    ("merged buyers", "customer WHERE merged_into_id IS NOT NULL", 1, 20),
    ("nobody's", "cases WHERE owner_id IS NULL", 1, 15),
    ("handed over", "timeline_entry WHERE event LIKE 'hand_over%'", 1, 20),
)


@pytest.mark.parametrize(("name", "rows", "least", "most"), FIGURES)
def test_a_desk_meets_it(sample_path: Path, name: str, rows: str, least: int, most: int) -> None:
    reader = Reader(sample_path)
    found = reader.value(f"SELECT count(*) FROM {rows}")
    assert least <= found <= most, name


def test_all_of_it_can_be_read(tables: Tables) -> None:
    assert list(find_unreadable(tables.reader)) == []
    events = {row["event"] for row in tables["timeline_entry"]}
    assert events <= EVENTS.keys()


def test_nothing_is_later_than_the_end(tables: Tables) -> None:
    end_s = NOW.replace(hour=0).timestamp()
    for table, column in (
        ("timeline_entry", "at"),
        ("tracking_event", "at"),
        ("follow_up", "done_at"),
        ("follow_up", "created_at"),
        ("courier_claim", "ended_at"),
        ("customer_flag", "set_at"),
    ):
        assert tables.reader.value(f"SELECT max({column}) FROM {table}") < end_s, table


@pytest.mark.parametrize(
    ("kind", "states"), [("complaint", complaints.STATES), ("reshipment", reshipments.STATES)]
)
def test_the_clock_that_runs_is_that_of_the_state(
    tables: Tables, kind: str, states: dict[str, State]
) -> None:
    running: dict[int, set[str]] = {}
    for clock in tables["clock"]:
        if clock["ended_at"] is None and clock["code"] != "platform":
            running.setdefault(clock["case_id"], set()).add(clock["code"])
    for case in tables["cases"]:
        if case["kind"] == kind:
            wait = states[case["state"]].wait
            assert running.get(case["id"], set()) == ({wait.clock} if wait else set())


def test_numbers_come_once(tables: Tables) -> None:
    numbers = Counter(case["number"] for case in tables["cases"])
    assert max(numbers.values()) == 1


def test_what_couriers_say_is_understood_as_it_is_meant() -> None:
    for phrases in SCANS.values():
        for status, told in phrases.items():
            assert {status_of(text) for _place, text in told} == {status}


def test_rules_made_each_follow_up_once(tables: Tables) -> None:
    keys = [row["source_key"] for row in tables["follow_up"] if row["source_key"]]
    assert len(keys) == len(set(keys))


def test_solutions_have_figures_of_the_library(tables: Tables) -> None:
    stats = load_option_stats(tables.reader)
    known = {(each.code, option.code) for each in starter().values() for option in each.options}
    assert len(stats) >= 15
    assert stats.keys() <= known


def test_this_week_is_unusual(sample_path: Path) -> None:
    found = load_unusual(Reader(sample_path), NOW)
    assert {each.reason for each in found} == {"damaged_in_transit"}
