"""Making the sample shop's file: as a fresh shop gets it, then filled in bulk."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.sample.codes import Codes
from shopdesk.sample.evidence import keep_pictures
from shopdesk.sample.filling import Trade
from shopdesk.sample.indexes import without_indexes
from shopdesk.sample.papers import add_papers
from shopdesk.sample.plan import Plan, make_plan
from shopdesk.sample.printed import fill_print_log
from shopdesk.sample.reference import add_reference
from shopdesk.sample.search_index import fill_search
from shopdesk.sample.sink import Sink
from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.files import move_into_place
from shopdesk.storage.troubles import driver_errors_as_sentences
from shopdesk.storage.upgrade import create

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

# Nothing is journalled or synced: the file gets its name only when it is whole and on the disk.
_BULK_PRAGMAS = (
    "journal_mode=OFF",
    "synchronous=OFF",
    "foreign_keys=OFF",
    "secure_delete=OFF",
    "cache_size=-65536",
    "temp_store=FILE",
)


class BuildCancelledError(DomainError):
    """The person stopped the making of the sample; nothing is left of it."""


def build_sample(
    path: Path,
    *,
    now: datetime,
    cases: int | None = None,
    seed: int = 7,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a shop of made-up trade up to the last midnight (UTC) before `now`.

    Without `cases` it is the sample shop: some 450 returns of 8,100 orders in 13 months. With
    it, a shop to measure: exactly so many returns, 1.25 orders for each. The same seed, day and
    size give the same rows. The file is there whole or not at all; the photos that it names lie
    beside it, as evidence does.

    Args:
        path: a file that is not there yet, in a folder that may not be either.
        now: an aware time; nothing in the file is later.
        cases: how many returns, from 1 to a million and more.
        seed: any number.
        progress: told (done, total) some times a second.
        cancelled: asked as often; True stops the work.

    Raises:
        FileExistsError: something is at `path`.
        BuildCancelledError: `cancelled` said so.
        StorageError: the disk is full, or the like.
    """
    if path.exists():
        raise FileExistsError(path)
    plan = make_plan(now, cases)
    draft = path.with_name(f"{path.name}.draft")
    _remove(draft)
    try:
        create(draft)
        codes = add_reference(draft, plan)
        _fill(draft, plan, seed, codes, _Watch(plan, progress, cancelled))
        add_papers(draft, plan)
        keep_pictures(path.parent)
        move_into_place(draft, path)
    finally:
        _remove(draft)


class _Watch:
    """Tells how far the work is and hears whether it shall stop."""

    def __init__(self, plan: Plan, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._total = 2 * plan.cases + plan.orders
        self._progress = progress
        self._cancelled = cancelled

    def over(self, steps: Iterator[int], *, before: int) -> None:
        """Run through steps that yield how much they have done, after what was done before."""
        for done in steps:
            if self._cancelled and self._cancelled():
                raise BuildCancelledError(_("Stopped. No sample shop was made."))
            if self._progress:
                # Goods that go out again are indexed too; how many there are shows only then.
                self._progress(min(before + done, self._total), self._total)


def _fill(path: Path, plan: Plan, seed: int, codes: Codes, watch: _Watch) -> None:
    with driver_errors_as_sentences(path), closing(connect(path)) as connection:
        with _in_bulk(connection):
            with without_indexes(connection):
                watch.over(Trade(plan, seed, Sink(connection), codes).run(), before=0)
                fill_print_log(connection)
            watch.over(fill_search(connection), before=plan.cases)
        connection.execute("PRAGMA optimize=0x10002")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _in_bulk(connection: Connection) -> Iterator[None]:
    """Make the block one fast write that a crash would spoil, then journal as ever."""
    for pragma in _BULK_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    yield
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")


def _remove(draft: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        draft.with_name(f"{draft.name}{ending}").unlink(missing_ok=True)
