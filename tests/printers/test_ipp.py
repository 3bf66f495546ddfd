"""Answers of print systems, whole and broken, and what their words become."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.printers.cups_facts import sheets_of
from shopdesk.printers.facts import SheetMm
from shopdesk.printers.ipp import Operation, answer, question
from shopdesk.printers.troubles import TROUBLES, trouble

# Status 0; a printer: state 5; resolutions of 203 dpi and 80 dots per cm; accepting: false.
WHOLE = (
    b"\x02\x00\x00\x00\x00\x00\x00\x01\x04"
    b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x05"
    b"\x32\x00\x04dots\x00\x09\x00\x00\x00\xcb\x00\x00\x00\xcb\x03"
    b"\x32\x00\x00\x00\x09\x00\x00\x00\x50\x00\x00\x00\x50\x04"
    b"\x22\x00\x05takes\x00\x01\x00"
    b"\x03"
)


def test_an_answer_is_read() -> None:
    read = answer(WHOLE)
    assert read.is_ok
    assert read.groups[-1] == {"printer-state": [5], "dots": [203, 203], "takes": [False]}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=40))
def test_a_broken_answer_is_refused_or_read_but_no_crash(kept: int, noise: bytes) -> None:
    with suppress(ValueError):
        answer(WHOLE[:kept] + noise)


def test_a_question_names_what_it_asks_about() -> None:
    asked = question(Operation.GET_JOB, "ipp://localhost/jobs/7", "小李", ("job-state",))
    assert asked.startswith(b"\x02\x00\x00\x09")
    assert b"job-uri\x00\x16ipp://localhost/jobs/7" in asked
    assert asked.endswith(b"\x44\x00\x14requested-attributes\x00\x09job-state\x03")


def test_sizes_stand_in_the_names_of_media() -> None:
    names = ["iso_a4_210x297mm", "custom_max_8x50in", "custom_2.5x1in_2.5x1in", "auto", "w90h18"]
    assert sheets_of(names) == [
        SheetMm(210, 297),
        SheetMm(8 * 25.4, 50 * 25.4),
        SheetMm(2.5 * 25.4, 25.4),
    ]


@pytest.mark.parametrize("reason", TROUBLES)
def test_each_trouble_names_the_printer(reason: str) -> None:
    said = trouble("Zebra", ["none", f"{reason}-error"], is_stopped=False)
    assert "Zebra" in said
    assert said.endswith(".")


def test_little_ink_is_no_trouble_and_what_is_unknown_is() -> None:
    assert trouble("Z", ["marker-supply-low-warning", "toner-low-report"], is_stopped=False) == ""
    assert "error" in trouble("Z", ["fuser-over-temp-error"], is_stopped=False)
    assert "stopped" in trouble("Z", ["none"], is_stopped=True)
