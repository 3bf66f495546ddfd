"""The shop that is measured on: a copy, or one made for it, gone when the bench ends."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from shopdesk.cli.command import opened
from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.paths import APP_NAME, DataFolder
from shopdesk.sample.build import build_sample
from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.reader import Reader

FEWEST_CASES = 1_000
"""In a smaller shop there is not enough of everything that is measured."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Ground:
    """A shop of its own folder; `bare` and `writer` are the driver's own, set up as ours are."""

    folder: DataFolder
    desk: Desk
    reader: Reader
    bare: Connection
    writer: Connection

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return int(self.reader.value("SELECT count(*) FROM cases"))

    @property
    def orders(self) -> int:
        """How many orders there are."""
        return int(self.reader.value("SELECT count(*) FROM orders"))


@contextmanager
def made_ground(cases: int, progress: Progress) -> Iterator[Ground]:
    """Make a shop of so many cases for the block."""
    with _scratch() as folder:
        build_sample(folder.database, now=datetime.now(UTC), cases=cases, progress=progress)
        with _opened(folder) as ground:
            yield ground


@contextmanager
def copied_ground(source: DataFolder) -> Iterator[Ground]:
    """Copy a shop for the block; nothing is written to the shop itself.

    Raises DomainError if there is none or too small a one, StorageError if it cannot be opened.
    """
    if not source.database.exists():
        raise DomainError(
            _("There is no shop in {folder} to measure. Name another folder.").format(
                folder=source.root
            )
        )
    with _scratch() as folder:
        _copy(source.database, folder.database)
        with _opened(folder) as ground:
            if ground.cases < FEWEST_CASES:
                raise DomainError(
                    _("This shop is too small to measure; take one of {count} cases.").format(
                        count=FEWEST_CASES
                    )
                )
            yield ground


def _copy(source: Path, target: Path) -> None:
    with closing(connect(source, read_only=True)) as shop, closing(connect(target)) as copy:
        shop.backup(copy)


@contextmanager
def _scratch() -> Iterator[DataFolder]:
    """Lend a folder beside the person's caches: on a real disk, where a save costs what it does."""
    place = user_cache_path(APP_NAME, appauthor=False, ensure_exists=True)
    with TemporaryDirectory(dir=place, prefix="bench-") as name:
        yield DataFolder(Path(name))


@contextmanager
def _opened(folder: DataFolder) -> Iterator[Ground]:
    with (
        opened(folder) as desk,
        closing(connect(folder.database)) as writer,
        closing(Reader(folder.database)) as reader,
        closing(connect(folder.database, read_only=True)) as bare,
    ):
        yield Ground(folder, desk, reader, bare, writer)
