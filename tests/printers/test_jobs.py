"""Jobs that wait, are taken back, given up or lost; nothing is out unless print_paper returns."""

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shopdesk.printers import cups_job, cups_server, following
from shopdesk.printers.order import (
    PrintCancelledError,
    PrinterError,
    PrintOrder,
    PrintUnsureError,
    Step,
)
from shopdesk.printers.sending import print_paper
from tests.printers.papers import label_pdf, never, order, unheard
from tests.printers.print_system import PrintSystem, Queue

# What a driver says and does that finds no paper until somebody puts some in.
OUT_OF_PAPER = """
while [ ! -e {paper} ]; do
  echo "STATE: +media-empty-error" >&2
  sleep 0.2
done
echo "STATE: -media-empty-error" >&2
cat "${{6:--}}"
"""
# What CUPS' backend of network printers says, and then tries again for ever.
NOT_RESPONDING = """
echo "WARNING: The printer is not responding." >&2
exec sleep 60
"""


@pytest.fixture
def label(office: Queue) -> PrintOrder:
    return order(office.name, label_pdf(order("", b"").size, ["R-2611-0001"] * 2))


def mend_when(
    sentence: str, mend: Callable[[], object]
) -> tuple[list[Step], Callable[[Step], None]]:
    """Return the steps so far, and a listener that mends a trouble once it was told of."""
    steps: list[Step] = []

    def listen(step: Step) -> None:
        if sentence in step.waits and sentence not in "".join(one.waits for one in steps):
            mend()
        steps.append(step)

    return steps, listen


def test_a_stopped_queue_is_told_of_and_goes_on_when_resumed(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsdisable", office.name)
    steps, listen = mend_when(
        "Office is stopped. Resume it", lambda: system.run("cupsenable", office.name)
    )
    print_paper(label, listen, never)
    assert any(step.waits for step in steps)
    assert steps[-1] == Step(2, 2, prepared=2)
    assert office.output.stat().st_size > 0


def test_a_printer_out_of_paper_is_waited_for(system: PrintSystem, label: PrintOrder) -> None:
    paper = system.root / "paper"
    program = system.program("waits", OUT_OF_PAPER.format(paper=paper))
    queue = system.add("Tray", program)
    steps, listen = mend_when("Tray is out of paper. Put some in.", paper.touch)
    print_paper(order(queue.name, label.content), listen, never)
    assert any("out of paper" in step.waits for step in steps)
    assert steps[-1].waits == ""
    assert queue.output.stat().st_size > 0


def test_a_printer_that_is_switched_off_is_told_of(system: PrintSystem, label: PrintOrder) -> None:
    queue = system.add("Off", system.program("off", NOT_RESPONDING))
    steps: list[Step] = []
    with pytest.raises(PrintCancelledError):
        print_paper(order(queue.name, label.content), steps.append, lambda: _told(steps))
    assert steps[-1].waits == "Off does not answer. Check that it is on and connected."


def _told(steps: list[Step]) -> bool:
    return any(step.waits for step in steps)


def test_a_cancelled_job_leaves_the_queue(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsdisable", office.name)
    sent: list[Step] = []
    with pytest.raises(PrintCancelledError):
        print_paper(label, sent.append, lambda: _told(sent))
    assert system.jobs(office) == ""
    system.run("cupsenable", office.name)
    assert not office.output.exists()


def test_cancelling_while_pages_are_drawn_sends_nothing(office: Queue, label: PrintOrder) -> None:
    drawn: list[Step] = []
    with pytest.raises(PrintCancelledError):
        print_paper(label, drawn.append, lambda: len(drawn) == 1)
    assert drawn == [Step(0, 2, prepared=1)]
    assert not office.output.exists()


def test_a_job_cancelled_by_others_did_not_come_out(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsdisable", office.name)
    _steps, listen = mend_when("stopped", lambda: system.run("cancel", "-a", office.name))
    with pytest.raises(PrinterError, match="was cancelled in the queue of Office"):
        print_paper(label, listen, never)
    system.run("cupsenable", office.name)


def test_nobody_can_tell_of_a_job_that_vanished(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsdisable", office.name)
    _steps, listen = mend_when("stopped", lambda: system.run("cancel", "-a", "-x", office.name))
    with pytest.raises(PrintUnsureError, match="does not know the job any more"):
        print_paper(label, listen, never)
    system.run("cupsenable", office.name)


def test_a_cups_that_forgets_its_jobs_leaves_nobody_sure(
    running_system: PrintSystem, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetful = PrintSystem(running_system.root / "forgetful", "PreserveJobHistory No\n")
    monkeypatch.setenv("CUPS_SERVER", forgetful.address)
    queue = forgetful.add("Brief")
    try:
        with pytest.raises(PrintUnsureError, match="Look at the printer"):
            print_paper(order(queue.name, label.content), unheard, never)
        slow = forgetful.add("Slow", forgetful.program("slow", "exec sleep 60"))
        running: list[Step] = []
        with pytest.raises(PrintCancelledError):
            print_paper(order(slow.name, label.content), running.append, lambda: len(running) > 4)
    finally:
        forgetful.stop()


def test_silence_after_the_job_was_sent_leaves_nobody_sure(
    system: PrintSystem, office: Queue, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups_server, "PATIENCE_S", 0.3)
    monkeypatch.setattr(following, "RESTART_S", 0.0)
    system.run("cupsdisable", office.name)
    _steps, listen = mend_when("stopped", system.hang)
    try:
        with pytest.raises(PrintUnsureError, match="does not tell whether Office has printed it"):
            print_paper(label, listen, never)
    finally:
        system.go_on()
        system.run("cancel", "-a", office.name)
        system.run("cupsenable", office.name)


def test_a_print_system_that_comes_back_goes_on(
    system: PrintSystem, office: Queue, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups_server, "PATIENCE_S", 0.3)
    system.run("cupsdisable", office.name)

    def away() -> None:
        system.hang()
        threading.Timer(0.6, system.go_on).start()
        threading.Timer(0.7, system.run, ("cupsenable", office.name)).start()

    _steps, listen = mend_when("stopped", away)
    print_paper(label, listen, never)
    assert office.output.stat().st_size > 0


def test_the_job_is_cancelled_and_not_a_printer_of_its_name(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsdisable", office.name)
    before = system.run("lp", "-d", office.name, str(system.root / "etc/cupsd.conf"))
    number = int(before.rpartition("-")[2].split()[0]) + 1
    other = system.add(f"{office.name}-{number}")
    sent: list[Step] = []
    with pytest.raises(PrintCancelledError):
        print_paper(label, sent.append, lambda: _told(sent))
    assert f"{office.name}-{number}" not in system.jobs(office)
    system.run("lpadmin", "-x", other.name)
    system.run("cancel", "-a", office.name)
    system.run("cupsenable", office.name)


def test_a_job_that_cannot_be_taken_back_is_not_cancelled(
    system: PrintSystem, office: Queue, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups_job, "_TAKING_BACK_S", 0.3)
    system.run("cupsdisable", office.name)
    sent: list[Step] = []

    def asks() -> bool:
        if _told(sent):
            monkeypatch.setenv("CUPS_USER", "somebody-else")
        return _told(sent)

    with pytest.raises(PrintUnsureError, match="may still come out"):
        print_paper(label, sent.append, asks)
    system.run("cancel", "-a", office.name)
    system.run("cupsenable", office.name)


def test_a_queue_that_takes_no_more_jobs_prints_those_that_it_has(
    system: PrintSystem, label: PrintOrder
) -> None:
    queue = system.add("Closing", system.program("slow", "sleep 1; cat"))
    timer = threading.Timer(0.4, system.run, ("cupsreject", queue.name))
    timer.start()
    steps: list[Step] = []
    print_paper(order(queue.name, label.content), steps.append, never)
    timer.join()
    assert not _told(steps)


@pytest.mark.parametrize("manner", ["dots", "drawing"])
def test_no_room_to_prepare_it_is_told(
    office: Queue, label: PrintOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manner: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(PrinterError, match="no room to prepare what Office is to print"):
        print_paper(order(office.name, label.content, manner=manner), unheard, never)


def test_a_held_job_waits_for_its_release(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("lpadmin", "-p", office.name, "-o", "job-hold-until-default=indefinite")
    _steps, listen = mend_when(
        "The job is held.", lambda: system.run("lp", "-i", _last(system, office), "-H", "resume")
    )
    print_paper(label, listen, never)
    system.run("lpadmin", "-p", office.name, "-o", "job-hold-until-default=no-hold")
    assert office.output.stat().st_size > 0


def _last(system: PrintSystem, queue: Queue) -> str:
    return system.jobs(queue).split()[0]


def test_a_printer_removed_meanwhile_is_told_of(system: PrintSystem, label: PrintOrder) -> None:
    queue = system.add("Brief")
    system.run("cupsdisable", queue.name)
    _steps, listen = mend_when("stopped", lambda: system.run("lpadmin", "-x", queue.name))
    with pytest.raises(PrinterError, match="Brief"):
        print_paper(order(queue.name, label.content), listen, never)


def test_a_driver_that_fails_is_told_of_and_its_job_does_not_stay(
    system: PrintSystem, label: PrintOrder
) -> None:
    queue = system.add("Broken", system.program("fails", "exit 1"))
    with pytest.raises(PrinterError, match="The driver of Broken failed"):
        print_paper(order(queue.name, label.content), unheard, never)
    assert system.jobs(queue) == ""


def test_a_queue_that_takes_no_jobs_gets_none(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    system.run("cupsreject", office.name)
    with pytest.raises(PrinterError, match="Office takes no jobs"):
        print_paper(label, unheard, never)
    system.run("cupsaccept", office.name)


def test_a_printer_that_is_gone_is_named(system: PrintSystem, label: PrintOrder) -> None:
    with pytest.raises(PrinterError, match="no printer -x/ü;rm any more"):
        print_paper(order("-x/ü;rm", label.content), unheard, never)


def test_paper_that_the_printer_does_not_take_is_not_sent(
    system: PrintSystem, zebra: Queue
) -> None:
    content = label_pdf(order("", b"", "letter").size, ["R-2611-0001"])
    with pytest.raises(PrinterError, match="Letter is too wide for Zebra"):
        print_paper(order(zebra.name, content, "letter"), unheard, never)


def test_a_print_system_that_hangs_is_told_of_in_time(
    system: PrintSystem, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups_server, "PATIENCE_S", 0.5)
    system.hang()
    started = time.monotonic()
    try:
        with pytest.raises(PrinterError, match="does not answer"):
            print_paper(label, unheard, never)
    finally:
        system.go_on()
    assert time.monotonic() - started < 3


def test_no_print_system_is_told_of(
    system: PrintSystem, label: PrintOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    with pytest.raises(PrinterError, match="does not answer"):
        print_paper(label, unheard, never)


def test_titles_of_all_sorts_are_harmless(
    system: PrintSystem, office: Queue, label: PrintOrder, tmp_path: Path
) -> None:
    title = f"-o raw; touch {tmp_path}/x 退货单 'é'\""
    print_paper(order(office.name, label.content, title=title), unheard, never)
    assert office.output.stat().st_size > 0
    assert not (tmp_path / "x").exists()


def test_two_orders_at_once_keep_apart(
    system: PrintSystem, office: Queue, label: PrintOrder
) -> None:
    threads = [
        threading.Thread(target=print_paper, args=(label, unheard, never)) for _count in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert system.jobs(office) == ""
