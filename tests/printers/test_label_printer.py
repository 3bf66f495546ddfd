"""The dots that reach a label printer: each as it was drawn, both codes read."""

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from shopdesk.printers.order import Listener, PrintCancelledError, PrintOrder, Step
from shopdesk.printers.qt_printer import print_by_qt
from shopdesk.printers.raster import PdfPages, bitmap
from shopdesk.printers.sending import print_paper
from tests.printers.papers import label_pdf, never, order, read_codes, unheard
from tests.printers.print_system import PrintSystem, Queue
from tests.printers.zpl import Label, read_labels

NUMBER = "R-2611-0042"
BOTH = {f"QR-Code:{NUMBER}", f"CODE-128:{NUMBER}"}

reads_codes = pytest.mark.skipif(not shutil.which("zbarimg"), reason="needs zbarimg")


def printed(queue: Queue, wanted: PrintOrder) -> list[Label]:
    print_paper(wanted, unheard, never)
    return read_labels(queue.output.read_bytes())


def by_qt(wanted: PrintOrder, listener: Listener) -> list[Exception]:
    """Print as a window does: in a thread of its own, which asks CUPS anew where it is."""
    troubles: list[Exception] = []

    def work() -> None:
        try:
            print_by_qt(wanted, listener)
        except Exception as trouble:  # noqa: BLE001 - it is told in the thread of the test
            troubles.append(trouble)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(30)
    return troubles


@reads_codes
@pytest.mark.parametrize("manner", ["dots", "drawing"])
@pytest.mark.parametrize("code", ["100x150", "60x40"])
def test_both_codes_are_read_from_what_the_printer_gets(
    zebra: Queue, tmp_path: Path, code: str, manner: str
) -> None:
    wanted = order(zebra.name, b"", code)
    content = label_pdf(wanted.size, [NUMBER])
    labels = printed(zebra, order(zebra.name, content, code, manner=manner))
    assert [read_codes(label.pbm, tmp_path) for label in labels] == [BOTH]


@reads_codes
@pytest.mark.parametrize("manner", ["dots", "drawing"])
def test_a_printer_of_300_dots_gets_300(zebra_300: Queue, tmp_path: Path, manner: str) -> None:
    content = label_pdf(order("", b"").size, [NUMBER], 300)
    (label,) = printed(zebra_300, order(zebra_300.name, content, manner=manner, dpi=300))
    assert len(label.rows) in range(1770, 1774)
    assert read_codes(label.pbm, tmp_path) == BOTH


def ours(content: bytes) -> list[list[int]]:
    """Return the dots of each page as they are drawn here, in the printer's way: 1 is black."""
    pages = PdfPages(content)
    drawn = [bitmap(pages.dots(number, 203)) for number in range(len(pages))]
    return [
        inked(
            [
                bytes(255 - byte for byte in page.rows[at : at + len(page.rows) // page.height])
                for at in range(0, len(page.rows), len(page.rows) // page.height)
            ]
        )
        for page in drawn
    ]


def inked(rows: Sequence[bytes]) -> list[int]:
    """Return the rows with ink, moved to the right edge of it: where paper begins may differ."""
    numbers = [int.from_bytes(row) for row in rows if any(row)]
    free = min((number & -number).bit_length() - 1 for number in numbers)
    return [number >> free for number in numbers]


@pytest.mark.parametrize("code", ["100x150", "100x100", "4x6in"])
def test_the_driver_changes_no_dot(zebra: Queue, code: str) -> None:
    content = label_pdf(order("", b"", code).size, [NUMBER])
    labels = printed(zebra, order(zebra.name, content, code))
    assert [inked(label.rows) for label in labels] == ours(content)


def test_forty_labels_come_out_in_order(zebra: Queue) -> None:
    numbers = [f"R-2611-{number:04}" for number in range(40)]
    content = label_pdf(order("", b"", "60x40").size, numbers)
    labels = printed(zebra, order(zebra.name, content, "60x40"))
    assert [inked(label.rows) for label in labels] == ours(content)
    assert zebra.output.read_bytes().count(b"^XA") >= len(numbers)


@reads_codes
@pytest.mark.parametrize("manner", ["dots", "drawing"])
def test_the_portable_way_prints_readable_codes_too(
    zebra: Queue, tmp_path: Path, qapp: QGuiApplication, manner: str
) -> None:
    content = label_pdf(order("", b"").size, [NUMBER])
    steps: list[Step] = []
    wanted = order(zebra.name, content, manner=manner)
    assert by_qt(wanted, Listener(steps.append, never)) == []
    (label,) = read_labels(zebra.output.read_bytes())
    assert read_codes(label.pbm, tmp_path) == BOTH
    assert steps[-1] == Step(1, 1, prepared=1)


def test_the_portable_way_takes_a_cancelled_job_back(
    system: PrintSystem, zebra: Queue, qapp: QGuiApplication
) -> None:
    content = label_pdf(order("", b"").size, [NUMBER] * 3)
    system.run("cupsdisable", zebra.name)
    asked = iter([False, True])
    troubles = by_qt(order(zebra.name, content), Listener(unheard, lambda: next(asked)))
    system.run("cupsenable", zebra.name)
    assert [type(trouble) for trouble in troubles] == [PrintCancelledError]
    assert system.jobs(zebra) == ""
    assert not zebra.output.exists()


def test_copies_are_printed(zebra: Queue) -> None:
    content = label_pdf(order("", b"", "60x40").size, [NUMBER, "R-2611-0043"])
    labels = printed(zebra, order(zebra.name, content, "60x40", copies=3))
    assert [inked(label.rows) for label in labels] == ours(content) * 3
