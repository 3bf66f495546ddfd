"""`make-data`: a shop of any size."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from shopdesk.cli.command import Command, Meter
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.streams import say
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.sample.build import build_sample

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
    build_sample(
        folder.database,
        now=datetime.now(UTC),
        cases=words.cases,
        seed=words.seed,
        progress=meter,
    )
    meter.end()
    say(str(folder.database))
    return 0


MAKE_DATA = Command("make-data", N_("make a shop of any size to measure"), _make_arguments, _make)
