"""The command line prints on a real queue: labels in dots, remembered when they are out."""

import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from shopdesk.desk import Desk
from shopdesk.queries.printing import load_print_jobs
from tests.cli.conftest import shop, shopdesk
from tests.cli.test_endings import PROGRAM
from tests.printers.papers import read_codes
from tests.printers.print_system import PrintSystem, Queue
from tests.printers.zpl import read_labels

__all__ = ["shop", "shopdesk"]

NUMBER = "R-2611-0001"


def jobs(desk: Desk) -> list[tuple[str, str]]:
    with desk.reading() as reader:
        return [(job.document, job.printer) for job in load_print_jobs(reader)]


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="needs zbarimg")
def test_labels_come_out_and_are_remembered(
    zebra: Queue, desk: Desk, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    folder, run = request.getfixturevalue("shop"), request.getfixturevalue("shopdesk")
    answer = run("slip", NUMBER, "--printer", zebra.name, "--copies", 2, "--data-dir", folder)
    assert (answer.code, answer.trouble) == (0, "")
    assert "1 return slip: printed on" in answer.out
    labels = read_labels(zebra.output.read_bytes())
    both = {f"QR-Code:{NUMBER}", f"CODE-128:{NUMBER}"}
    assert [read_codes(label.pbm, tmp_path) for label in labels] == [both] * 2
    assert [document for document, _printer in jobs(desk)] == ["return_slip"]
    assert zebra.name in run("printers").out


def test_a_printer_that_waits_too_long_gets_its_job_taken_back(
    zebra: Queue, system: PrintSystem, desk: Desk, request: pytest.FixtureRequest
) -> None:
    folder, run = request.getfixturevalue("shop"), request.getfixturevalue("shopdesk")
    system.run("cupsdisable", zebra.name)
    words = ("slip", NUMBER, "--printer", zebra.name, "--wait", 0, "--data-dir", folder)
    answer = run(*words)
    system.run("cupsenable", zebra.name)
    assert answer.code == 1
    assert "is stopped" in answer.trouble
    assert jobs(desk) == []
    assert zebra.name not in system.jobs(zebra)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_end_asked_for_takes_the_job_back(
    zebra: Queue,
    system: PrintSystem,
    desk: Desk,
    request: pytest.FixtureRequest,
    number: signal.Signals,
) -> None:
    folder = request.getfixturevalue("shop")
    system.run("cupsdisable", zebra.name)
    words = ("slip", NUMBER, "--printer", zebra.name, "--data-dir", str(folder))
    try:
        with subprocess.Popen([*PROGRAM, *words], stderr=subprocess.PIPE, text=True) as running:
            deadline = time.monotonic() + 20
            while zebra.name not in system.jobs(zebra) and time.monotonic() < deadline:
                time.sleep(0.05)
            running.send_signal(number)
            _out, trouble = running.communicate(timeout=20)
        assert system.jobs(zebra) == ""
    finally:
        system.run("cancel", "-a", zebra.name)
        system.run("cupsenable", zebra.name)
    assert running.returncode == 128 + number
    assert "Printing was cancelled. Nothing is remembered as printed." in trouble
    assert jobs(desk) == []
    assert not zebra.output.exists()


def test_what_nobody_is_sure_of_is_marked_by_a_person(
    zebra: Queue, system: PrintSystem, desk: Desk, request: pytest.FixtureRequest
) -> None:
    folder, run = request.getfixturevalue("shop"), request.getfixturevalue("shopdesk")
    system.run("cupsdisable", zebra.name)
    purge = threading.Thread(target=_purge_once_there, args=(system, zebra))
    purge.start()
    answer = run("slip", NUMBER, "--printer", zebra.name, "--data-dir", folder)
    purge.join()
    system.run("cupsenable", zebra.name)
    assert answer.code == 1
    assert "Look at the printer" in answer.trouble
    assert "Mark as printed" in answer.trouble
    assert jobs(desk) == []


def _purge_once_there(system: PrintSystem, queue: Queue) -> None:
    deadline = time.monotonic() + 20
    while queue.name not in system.jobs(queue) and time.monotonic() < deadline:
        time.sleep(0.05)
    system.run("cancel", "-a", "-x", queue.name)


def test_a_printer_is_known_by_its_name_before_its_title(
    zebra: Queue, office: Queue, system: PrintSystem, desk: Desk, request: pytest.FixtureRequest
) -> None:
    folder, run = request.getfixturevalue("shop"), request.getfixturevalue("shopdesk")
    system.run("lpadmin", "-p", "Office", "-D", "Zebra")
    system.run("lpadmin", "-p", system.add("Aside").name, "-D", "Bench")
    system.run("lpadmin", "-p", system.add("Beside").name, "-D", "Bench")
    words = ("slip", NUMBER, "--no-mark", "--data-dir", folder, "--printer")
    named, doubtful = run(*words, "Zebra"), run(*words, "Bench")
    system.run("lpadmin", "-p", "Office", "-D", "Office")
    assert named.code == 0
    assert zebra.output.exists()
    assert doubtful.code == 1
    assert "Several printers are called “Bench”." in doubtful.trouble
    assert "Aside, Beside" in doubtful.trouble


def test_no_printer_at_all_is_told(
    system: PrintSystem,
    desk: Desk,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, run = request.getfixturevalue("shop"), request.getfixturevalue("shopdesk")
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    answer = run("slip", NUMBER, "--printer", "Zebra", "--data-dir", folder)
    assert (answer.code, answer.out) == (1, "")
    assert "This computer has no printer." in answer.trouble


def test_a_number_of_thousands_of_digits_is_not_repeated(
    request: pytest.FixtureRequest,
) -> None:
    run = request.getfixturevalue("shopdesk")
    answer = run("slip", NUMBER, "--printer", "Zebra", "--copies", "9" * 9000)
    assert answer.code == 2
    assert len(answer.trouble) < 200
