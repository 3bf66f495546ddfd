"""Where the program is put together: the words it was started with, the log, the window."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from shopdesk.i18n import N_
from shopdesk.paths import DataFolder, sample_folder, shop_folder

if TYPE_CHECKING:
    from shopdesk.cli.command import Command
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Start ShopDesk and return its exit code; without a command it opens the window."""
    if getattr(sys, "frozen", False):
        _serve_as_worker()
    try:
        return _start(sys.argv[1:] if words is None else words)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED


def _start(words: Sequence[str]) -> int:
    if not words:
        return open_window(shop_folder())
    from shopdesk.cli.main import folder_of, parse, run_command

    asked = parse(words, _windowed())
    if asked.command is None:
        return open_window(folder_of(asked), language=getattr(asked, "lang", ""))
    return run_command(asked)


def _serve_as_worker() -> None:
    """Do the work of a process that a frozen build started beside itself, and end; else nothing."""
    from multiprocessing import freeze_support

    freeze_support()


def open_window(folder: DataFolder, *, language: str = "", sample: bool = False) -> int:
    """Open a shop's window and stay until it is closed."""
    from shopdesk.ui.program import Program

    return Program(folder, language=language, sample=sample).run()


def _windowed() -> "tuple[Command, ...]":
    """Return the commands that open a window or drive one."""
    from shopdesk.bench.command import COMMAND as BENCH
    from shopdesk.cli.command import Command
    from shopdesk.tour.command import COMMAND as TOUR

    return (
        Command("demo", N_("open the sample shop"), lambda _parser: None, _demo),
        TOUR,
        BENCH,
    )


def _demo(folder: DataFolder, words: Namespace) -> int:
    from shopdesk.sample.freshness import keep_off_shops

    place = folder if hasattr(words, "data_dir") else sample_folder()
    keep_off_shops(place)
    return open_window(place, language=getattr(words, "lang", ""), sample=True)
