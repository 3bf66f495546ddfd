"""A packer's morning at the printers: what is out is out, and all else goes on waiting."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from shopdesk.desk import Desk
from shopdesk.formats import Formats
from shopdesk.queries.printing import find_job_case_ids, load_print_jobs
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.event_sentences import event_text
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.services.reshipments import log_reshipment
from tests.making import make_order, make_return
from tests.printers.conftest import (
    _office,
    _zebra,
    _zebra_300,
    office,
    running_system,
    system,
    zebra,
    zebra_300,
)
from tests.printers.papers import read_codes
from tests.printers.print_system import PrintSystem, Queue
from tests.printers.test_jobs import OUT_OF_PAPER
from tests.printers.zpl import read_labels
from tests.printing.papers import tool
from tests.services.reshipping import GOODS
from tests.stories.conftest import Seat, Sit
from tests.stories.hands import press_button
from tests.ui.papers.conftest import jobs, waiting

__all__ = [
    "_office",
    "_zebra",
    "_zebra_300",
    "office",
    "running_system",
    "system",
    "zebra",
    "zebra_300",
]

PRINTED_ON = {"return_slip": "Zebra", "packing_slip": "Office", "address_label": "Zebra300"}
Queues = dict[str, Queue]
BUYERS = ("Dora Dale", "Anna Ash", "Carl Coe", "Bea Birk")
BY_NAME = (1, 3, 2, 0)


@pytest.fixture
def queues(zebra: Queue, zebra_300: Queue, office: Queue) -> Queues:
    """The printers of PRINTED_ON, by the document that each prints."""
    return dict(zip(PRINTED_ON, (zebra, office, zebra_300), strict=True))


def morning(desk: Desk) -> tuple[list[int], list[int]]:
    """Log four returns and four reshipments, whose twelve papers wait; returns the cases."""
    back = [
        make_return(desk, make_order(desk, f"A-{n}", buyer=buyer), agree=True)
        for n, buyer in enumerate(BUYERS)
    ]
    out = [reshipment(desk, f"B-{n}", buyer) for n, buyer in enumerate(BUYERS)]
    desk.settings.choose_paper("return_slip", printer="Zebra", order="buyer")
    desk.settings.choose_paper("packing_slip", printer="Office", paper="A5", order="buyer")
    desk.settings.choose_paper(
        "address_label", printer="Zebra300", paper="60x40", order="buyer", waits="yes"
    )
    return back, out


def reshipment(desk: Desk, order: str, buyer: str) -> int:
    draft = ReshipmentDraft(
        1,
        reason="missing_item",
        goods=replace(GOODS, recipient=buyer),
        order_id=make_order(desk, order),
    )
    return desk.write("Logged", lambda session: log_reshipment(session, draft)).value


def numbers(desk: Desk, case_ids: Sequence[int]) -> list[str]:
    with desk.reading() as reader:
        found = {row[0]: str(row[1]) for row in reader.rows("SELECT id, number FROM cases")}
    return [found[case_id] for case_id in case_ids]


def all_waiting(desk: Desk) -> dict[str, int]:
    with desk.reading() as reader:
        return count_waiting(reader)


def labels_of(queue: Queue, folder: Path) -> list[set[str]]:
    """Return what a scanner reads on each label that came out of a printer."""
    tool("zbarimg")
    return [read_codes(label.pbm, folder) for label in read_labels(queue.output.read_bytes())]


def pages_of(queue: Queue) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(queue.output.read_bytes())).pages]


def told(seat: Seat, case_id: int) -> list[str]:
    """Return what a return's timeline tells of printing."""
    entries = [entry for entry in seat.record(case_id).timeline if entry.event == "printed"]
    return [event_text(e.event, e.text, e.values, Formats("en")) for e in entries]


def at_the_queue(seat: Seat) -> None:
    """Open the Printing page; the keys are on its rows once they and the printers are there."""
    seat.window.go("printing")
    state = seat.page("printing").state
    seat.until(lambda: state.queue.rows and state.printers.is_known)
    seat.page("printing").queue.table.setFocus()


def print_all(seat: Seat) -> str:
    """Print all that is ticked by keys; returns what was asked before."""
    page = seat.page("printing")
    seat.press(Qt.Key.Key_P, control=True, shift=True)
    seat.until(lambda: page.bar.is_asking)
    asked = str(page.bar.words.text())
    seat.until(page.bar.print_button.hasFocus)
    seat.press(Qt.Key.Key_Space)
    return asked


def test_twelve_papers_come_out_of_three_printers_in_the_order_of_the_buyers(
    sit: Sit, desk: Desk, queues: Queues, tmp_path: Path
) -> None:
    back, out = morning(desk)
    before = all_waiting(desk)
    seat = sit()
    at_the_queue(seat)
    assert print_all(seat) == (
        "4 return slips on Zebra · 4 packing slips on Office · 4 address labels on Zebra300"
    )
    toast = seat.window.shell.toast
    seat.until(lambda: toast.sentence.startswith("Printed: 4 return slips on Zebra · "))
    returned, sent = (numbers(desk, [ids[n] for n in BY_NAME]) for ids in (back, out))
    assert labels_of(queues["return_slip"], tmp_path) == [
        {f"QR-Code:{n}", f"CODE-128:{n}"} for n in returned
    ]
    assert labels_of(queues["address_label"], tmp_path) == [{f"QR-Code:{n}"} for n in sent]
    pages = pages_of(queues["packing_slip"])
    assert all(number in page for number, page in zip(sent, pages, strict=True))
    assert all_waiting(desk) == {}
    assert {(code, printer): count for code, printer, _way, count in jobs(desk)} == dict.fromkeys(
        PRINTED_ON.items(), 4
    )
    with desk.reading() as reader:
        first = next(job for job in load_print_jobs(reader) if job.document == "return_slip")
        assert find_job_case_ids(reader, first.id) == [back[n] for n in BY_NAME]
    assert first.person == "小李"
    assert told(seat, back[0]) == ["Return slip: printed on Zebra"]
    press_button(toast, "&Undo")
    seat.until(lambda: all_waiting(desk) == before)
    assert (jobs(desk), told(seat, back[0])) == ([], [])


def test_a_tray_that_runs_empty_in_the_middle_is_filled_and_all_goes_on(
    sit: Sit, desk: Desk, zebra: Queue, system: PrintSystem
) -> None:
    back, out = morning(desk)
    paper = system.root / "tray_is_full"
    tray = system.add("Morning", system.program("fills", OUT_OF_PAPER.format(paper=paper)))
    desk.settings.choose_paper("packing_slip", printer=tray.name)
    desk.settings.choose_paper("address_label", printer=tray.name, paper="A6")
    seat = sit()
    at_the_queue(seat)
    print_all(seat)
    bar = seat.page("printing").bar
    seat.until(lambda: bar.waits.isVisible() and "out of paper" in bar.waits.sentence)
    seat.until(lambda: waiting(desk) == [])
    assert bar.words.text() == "4 of 12 printed"
    assert waiting(desk, "packing_slip") == out
    assert jobs(desk) == [("return_slip", "Zebra", "printer", len(back))]
    paper.touch()
    seat.until(lambda: all_waiting(desk) == {})
    seat.until(lambda: not bar.isVisible())
    assert [(job[0], job[1]) for job in jobs(desk)][:2] == [
        ("address_label", "Morning"),
        ("packing_slip", "Morning"),
    ]


def test_a_printer_that_is_taken_away_in_the_middle_leaves_the_rest_waiting(
    sit: Sit, desk: Desk, zebra: Queue, system: PrintSystem
) -> None:
    _back, out = morning(desk)
    lost = system.add("Lost")
    for document in ("packing_slip", "address_label"):
        desk.settings.choose_paper(document, printer=lost.name, paper="A6")
    seat = sit()
    at_the_queue(seat)
    system.run("cupsdisable", lost.name)
    print_all(seat)
    bar = seat.page("printing").bar
    seat.until(lambda: "is stopped" in bar.waits.sentence)
    system.run("lpadmin", "-x", lost.name)
    seat.until(lambda: lost.name in seat.bar)
    seat.until(lambda: all_waiting(desk) == {"packing_slip": 4, "address_label": 4})
    assert [job[0] for job in jobs(desk)] == ["return_slip"]
    assert seat.page("printing").state.ticked("packing_slip") == tuple(out[n] for n in BY_NAME)
