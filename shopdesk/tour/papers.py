"""Every document on a paper that suits it, as PDF, with a picture of its first page."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from shopdesk.i18n import current_language
from shopdesk.printing.files import write_whole
from shopdesk.printing.making import LEAST_DPI, PaperWanted, make
from shopdesk.storage.files import system_errors_as_sentences
from shopdesk.storage.reader import Reader
from shopdesk.tour.driver import save_picture
from shopdesk.tour.stage import Stage

PAPERS = "papers"
"""The folder beside the pictures of the window."""
_POINTS_PER_INCH = 72


class Telling(NamedTuple):
    """A paper, the SQL that finds the cases, and the first free label where it has labels."""

    paper: str
    cases: str
    start: int = 1


GOING_OUT = """
    SELECT cases.id FROM cases JOIN parcel ON parcel.case_id = cases.id
    WHERE cases.kind = 'reshipment' AND cases.state <> 'cancelled' AND parcel.direction = 'out'
    GROUP BY cases.id ORDER BY cases.state IN ('to_pack', 'packed') DESC, cases.id DESC LIMIT 5
"""
"""Reshipments, those first that are still here."""

_AGREED = """
    SELECT cases.id FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.state = 'agreed' AND return_case.goods_back = 1
    ORDER BY (SELECT count(*) FROM return_line WHERE case_id = cases.id) DESC, cases.id DESC LIMIT 1
"""
_TO_INSPECT = """
    SELECT id FROM cases WHERE kind = 'return' AND state = 'arrived'
    ORDER BY (SELECT sum(quantity) FROM return_line WHERE case_id = cases.id) DESC, id DESC LIMIT 1
"""
_TO_PACK = """
    SELECT id FROM cases
    WHERE kind = 'reshipment' AND state IN ('to_pack', 'packed') AND closed_at IS NULL
    ORDER BY opened_at
"""
_CLAIMED = "SELECT case_id FROM courier_claim ORDER BY id DESC LIMIT 1"
TELLING = {
    "return_slip": Telling("100x150", _AGREED),
    "packing_slip": Telling("A5", f"SELECT id FROM ({GOING_OUT}) LIMIT 1"),
    "address_label": Telling("sheet:a4-2x4", GOING_OUT, start=3),
    "return_label": Telling("60x40", _AGREED),
    "inspection_sheet": Telling("A4", _TO_INSPECT),
    "packing_list": Telling("A4", _TO_PACK),
    "evidence_pack": Telling("letter", _CLAIMED),
}


def write_papers(stage: Stage, folder: Path) -> list[Path]:
    """Write each document of TELLING as PDF, its first page as PNG, and return the PDFs."""
    with system_errors_as_sentences():
        folder.mkdir(parents=True, exist_ok=True)
    with stage.driver.desk.reading() as reader:
        return [_write(stage, reader, document, folder) for document in TELLING]


def _write(stage: Stage, reader: Reader, document: str, folder: Path) -> Path:
    paper, cases, start = TELLING[document]
    choice = replace(stage.driver.desk.settings.now.paper_choice(document), paper=paper)
    ids = tuple(case_id for (case_id,) in reader.rows(cases))
    wanted = PaperWanted(document, ids, choice, current_language(), start=start)
    content = make(reader, wanted, lambda _done: None).paper.content
    name = f"{document}-{paper}".replace("_", "-").replace(":", "-")
    path = folder / f"{name}.pdf"
    write_whole(path, content)
    save_picture(_first_page(content), path.with_suffix(".png"))
    return path


def _first_page(content: bytes) -> QImage:
    """Return it in the dots of a label printer."""
    document, source = QPdfDocument(), QBuffer()
    source.setData(QByteArray(content))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    size = document.pagePointSize(0) * (LEAST_DPI / _POINTS_PER_INCH)
    page = QImage(size.toSize(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, page.size()))
    painter.end()
    return page
