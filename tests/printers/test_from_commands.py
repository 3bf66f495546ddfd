"""The command line prints on a real queue: labels in dots, remembered when they are out."""

import shutil
from pathlib import Path

import pytest

from shopdesk.desk import Desk
from shopdesk.queries.printing import load_print_jobs
from tests.cli.conftest import shop, shopdesk
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
