"""What a command of the command line is: its words, its arguments, what it does."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, StorageError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.storage.files import keep_off
from shopdesk.storage.start import NeedsUpgrade, NewShop, Refused, start
from shopdesk.storage.upgrade import upgrade


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `summary` is marked for translation, `run` returns the exit code."""

    name: str
    summary: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[DataFolder, Namespace], int]


def output_of(folder: DataFolder, words: Namespace) -> Path:
    """Return the file that `-o` names; refuses one that the shop lives by."""
    path: Path = words.output
    keep_off(folder, path)
    return path


def paper_of(folder: DataFolder, words: Namespace) -> Path:
    """Return the file that `-o` names for a paper; refuses a name that tells of no PDF."""
    path = output_of(folder, words)
    if path.suffix.lower() != ".pdf":
        raise DomainError(
            _("“{name}” cannot be written: end the name in .pdf.").format(name=path.name)
        )
    return path


class Meter:
    """Progress on a terminal: one line that counts; silent where the output goes elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._seen = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show how far the work is."""
        if self._seen:
            sys.stderr.write(f"\r{self._what} {done * 100 // max(1, total)} %")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._seen:
            sys.stderr.write("\r\033[K")


@contextmanager
def opened(folder: DataFolder, *, only_reads: bool = False) -> Iterator[Desk]:
    """Open a shop that is there already, brought up to date, for one command.

    A command that only reads needs no room on the disk.

    A window may have it open meanwhile: SQLite lets both work. Raises StorageError if the shop
    cannot be opened, DomainError if there is none.
    """
    outcome = start(folder, lambda: None, needs_room=not only_reads)
    if isinstance(outcome, Refused):
        raise StorageError(outcome.sentence)
    if isinstance(outcome, NewShop):
        raise DomainError(
            _("There is no shop in {folder} yet. Start ShopDesk once, or name its folder.").format(
                folder=folder.root
            )
        )
    if isinstance(outcome, NeedsUpgrade):
        upgrade(folder)
    desk = Desk(folder)
    try:
        yield desk
    finally:
        desk.close()
