"""The sheets that reach a printer of PDF: as large as was asked, to a point, and upright."""

import threading

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication

from shopdesk.printers.order import Listener
from shopdesk.printers.qt_printer import print_by_qt
from shopdesk.printers.sending import print_paper
from shopdesk.printing.sizes import PAPER_SIZES, PaperSize
from tests.printers.papers import label_pdf, never, order, unheard
from tests.printers.print_system import Queue

_POINT_MM = 25.4 / 72


def sheets_mm(queue: Queue) -> list[tuple[float, float]]:
    pages = pypdf.PdfReader(queue.output).pages
    return [
        (float(page.mediabox.width) * _POINT_MM, float(page.mediabox.height) * _POINT_MM)
        for page in pages
    ]


def near(size: PaperSize) -> object:
    return pytest.approx((size.width_mm, size.height_mm), abs=_POINT_MM)


@pytest.mark.parametrize(
    ("code", "manner"),
    [
        ("100x150", "dots"),
        ("60x40", "dots"),
        ("A6", "dots"),
        ("100x150", "drawing"),
        ("60x40", "drawing"),
        ("4x6in", "drawing"),
        ("A4", "drawing"),
        ("letter", "drawing"),
    ],
)
def test_sheets_are_exact(office: Queue, code: str, manner: str) -> None:
    size = PAPER_SIZES[code]
    content = label_pdf(size, ["R-2611-0001", "R-2611-0002"])
    print_paper(order(office.name, content, code, manner=manner), unheard, never)
    assert sheets_mm(office) == [near(size)] * 2


@pytest.mark.parametrize("code", ["100x150", "60x40", "A4"])
def test_sheets_of_the_portable_way_are_exact(
    office: Queue, qapp: QGuiApplication, code: str
) -> None:
    size = PAPER_SIZES[code]
    wanted = order(office.name, label_pdf(size, ["R-2611-0001"]), code)
    thread = threading.Thread(target=print_by_qt, args=(wanted, Listener(unheard, never)))
    thread.start()
    thread.join(20)
    assert sheets_mm(office) == [near(size)]
