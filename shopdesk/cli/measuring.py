"""`make-data`: a shop of any size."""

import signal
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event

from shopdesk.cli.command import Command, Meter
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.streams import say
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.sample.build import BuildCancelledError, build_sample

MOST_CASES = 5_000_000
SEED = 7


def _make_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cases", type=whole_number(1, MOST_CASES), required=True, metavar="N")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S")


def _make(folder: DataFolder, words: Namespace) -> int:
    if folder.database.exists():
        raise DomainError(
            _("There is a shop in {folder} already. Name another folder with --data-dir.").format(
                folder=folder.root
            )
        )
    meter = Meter(_("Making"))
    with _stopped_by_ctrl_c() as is_asked_to_stop:
        build_sample(
            folder.database,
            now=datetime.now(UTC),
            cases=words.cases,
            seed=words.seed,
            progress=meter,
            cancelled=is_asked_to_stop,
        )
    meter.end()
    say(str(folder.database))
    return 0


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[Callable[[], bool]]:
    """Hear Ctrl+C as a question to ask, for the block, and end as it does.

    As an exception it could come while Python collects garbage, which ignores it: the long work
    would go on.
    """
    asked = Event()
    usual = signal.signal(signal.SIGINT, lambda _signal, _frame: asked.set())
    try:
        yield asked.is_set
    except BuildCancelledError as error:
        raise KeyboardInterrupt from error
    finally:
        signal.signal(signal.SIGINT, usual)


MAKE_DATA = Command("make-data", N_("make a shop of any size to measure"), _make_arguments, _make)
