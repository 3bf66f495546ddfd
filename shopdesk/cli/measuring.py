"""`make-data` and `bench`: shops of any size, and what the desk takes on them."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, datetime

from shopdesk.cli.command import Command, Meter, say
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.sample.build import build_sample

MOST_CASES = 5_000_000
SEED = 7


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_CASES:
        raise ArgumentTypeError(
            _("“{text}” is no number from 1 to {most}").format(text=text, most=MOST_CASES)
        )
    return int(text)


def _make_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--cases", type=_count, required=True, metavar="N")
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
