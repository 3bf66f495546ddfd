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

from shopdesk.tour.command import LOOKS
from shopdesk.tour.day import live_the_day
from shopdesk.tour.driver import Driver
from shopdesk.tour.export_file import write_export
from shopdesk.tour.scenes import SCENES
from shopdesk.tour.stage import set_stage

ROOT = Path(__file__).parents[2]
DAY = (
    "day-01-import",
    "day-02-new-return",
    "day-03-slip",
    "day-04-received",
    "day-05-inspection",
    "day-06-settlement",
    "day-07-settled",
    "day-08-kept-parcel",
    "day-09-exchange",
    "day-10-goods-out",
    "day-11-many",
    "day-12-reports",
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
    assert sorted(path.stem for path in (tmp_path / "seen").glob("*.png")) == sorted(DAY)
    papers = list((tmp_path / "seen").glob("*.pdf"))
    assert len(papers) == 2
    assert all(PdfReader(paper).pages for paper in papers)
    said = capsys.readouterr().out
    for sentence in (
        "A return was logged and agreed",
        "A parcel was scanned and received",
        "A return that had arrived was settled",
        "A parcel without a return was kept",
        "A replacement was sent",
        "were reminded",
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
