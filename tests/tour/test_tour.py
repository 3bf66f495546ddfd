"""The tour lives its day in the real window, and leaves what it says it leaves."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopdesk.rules.documents import DOCUMENTS
from shopdesk.tour.command import LOOKS
from shopdesk.tour.day import live_the_day
from shopdesk.tour.driver import Driver
from shopdesk.tour.export_file import write_export
from shopdesk.tour.papers import PAPERS, TELLING
from shopdesk.tour.scenes import SCENES
from shopdesk.tour.stage import set_stage

ROOT = Path(__file__).parents[2]
DAY = (
    "today",
    "import",
    "new-return",
    "slip",
    "received",
    "inspection",
    "settlement",
    "settled",
    "kept-parcel",
    "exchange",
    "goods-out",
    "many",
    "new-complaint",
    "complaint",
    "packing",
    "send-many",
    "tracking",
    "call",
    "search",
    "reports",
)


def test_a_day_is_lived_and_printed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "orders_export_1.csv"
    write_export(export, datetime.now(UTC))
    driver = Driver(tmp_path / "shop", tmp_path / "seen")
    try:
        live_the_day(set_stage(driver, export), tmp_path / "seen")
    finally:
        driver.close()
        driver.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen = sorted(path.stem for path in (tmp_path / "seen").glob("*.png"))
    assert seen == [f"day-{nth:02}-{name}" for nth, name in enumerate(DAY, 1)]
    papers = list((tmp_path / "seen").glob("*.pdf"))
    assert len(papers) == 3
    assert all(PdfReader(paper).pages for paper in papers)
    said = capsys.readouterr().out
    for sentence in (
        "A return was logged and agreed",
        "A parcel was scanned and received",
        "A return that had arrived was settled",
        "A parcel without a return was kept",
        "A replacement was sent",
        " reminded",
        "A complaint was answered, and the buyer chose",
        "Parcels were sent",
        "A courier's page was understood",
        "A call was logged",
    ):
        assert sentence in said
    assert all(str(paper) in said for paper in papers)


@pytest.mark.soak
def test_every_page_is_seen_in_both_languages_and_themes(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "main.py", "tour", "-o", str(tmp_path / "seen")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (process.returncode, process.stderr) == (0, "")
    assert len(list((tmp_path / "seen").glob("*.png"))) == len(LOOKS) * (len(SCENES) + 1)
    papers = list((tmp_path / "seen" / PAPERS).iterdir())
    assert sorted(paper.suffix for paper in papers) == [".pdf"] * 7 + [".png"] * 7
    assert [*TELLING] == [*DOCUMENTS]
