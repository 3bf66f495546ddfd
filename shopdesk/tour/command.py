"""`shopdesk tour`: pictures of every page, every paper, and with --day a day in the sample shop."""

import os
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.cli.command import Command
from shopdesk.cli.streams import say
from shopdesk.i18n import N_, _, current_language
from shopdesk.paths import DataFolder
from shopdesk.storage.files import system_errors_as_sentences

if TYPE_CHECKING:
    from shopdesk.tour.driver import Driver
    from shopdesk.ui.skin import ThemeChoice

LOOKS: tuple[tuple[str, "ThemeChoice"], ...] = (
    ("en", "light"),
    ("en", "dark"),
    ("zh_CN", "light"),
    ("zh_CN", "dark"),
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help=_("where pictures go")
    )
    parser.add_argument("--day", action="store_true", help=_("then live a day, and print it"))


def _run(_folder: DataFolder, words: Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from shopdesk.tour.driver import Driver

    language = current_language()
    with system_errors_as_sentences():
        words.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shopdesk-tour-") as scratch:
        driver = Driver(Path(scratch) / "shop", words.output)
        try:
            _visit(driver, Path(scratch), words, language)
        finally:
            driver.close()
    say(_("Pictures are in {folder}").format(folder=words.output))
    return 0


def _visit(driver: "Driver", scratch: Path, words: Namespace, language: str) -> None:
    from shopdesk.tour.day import live_the_day
    from shopdesk.tour.export_file import write_export
    from shopdesk.tour.papers import PAPERS, write_papers
    from shopdesk.tour.scenes import SCENES
    from shopdesk.tour.stage import set_stage

    export = scratch / "orders_export_1.csv"
    write_export(export, datetime.now(UTC))
    stage = set_stage(driver, export)
    write_papers(stage, words.output / PAPERS)
    for spoken, theme in ((language, "light"),) if words.day else LOOKS:
        driver.wear(spoken, theme)
        for scene in SCENES:
            scene.set(stage)
            driver.shoot(f"{scene.name}-{spoken}-{theme}")
            scene.strike(stage)
            driver.hush()
        driver.shoot_welcome(f"welcome-{spoken}-{theme}", scratch / f"new-{spoken}-{theme}")
    if words.day:
        live_the_day(stage, words.output)


COMMAND = Command("tour", N_("take pictures of every page"), _arguments, _run)
