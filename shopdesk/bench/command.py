"""`shopdesk bench`: every figure beside the bare cost of the same work, taken in the same run."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from shopdesk.bench.ground import FEWEST_CASES, Ground, copied_ground, made_ground
from shopdesk.bench.measure import Measure, Result, take
from shopdesk.bench.report import as_json, conditions_of, head_line, line_of
from shopdesk.cli.command import Command, Meter
from shopdesk.cli.measuring import MOST_CASES
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.streams import say
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder

CASES = 20_000


def all_measures(ground: Ground) -> Iterator[Measure]:
    """Yield every measure in the order of the report; starts first, on a file at rest."""
    from shopdesk.bench.days import day_measures
    from shopdesk.bench.everything import everything_measures
    from shopdesk.bench.lists import list_measures
    from shopdesk.bench.months import month_measures
    from shopdesk.bench.openings import opening_measures
    from shopdesk.bench.painting import paint_measures
    from shopdesk.bench.papers import paper_measures
    from shopdesk.bench.saves import save_measures
    from shopdesk.bench.scans import scan_measures
    from shopdesk.bench.searches import search_measures
    from shopdesk.bench.starts import start_measures

    areas: tuple[Callable[[Ground], Iterator[Measure]], ...] = (
        start_measures,
        list_measures,
        day_measures,
        paint_measures,
        search_measures,
        everything_measures,
        opening_measures,
        scan_measures,
        month_measures,
        paper_measures,
        save_measures,
    )
    for area in areas:
        yield from area(ground)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--cases",
        type=whole_number(FEWEST_CASES, MOST_CASES),
        metavar="N",
        help=_("make a shop of so many cases to measure; without it, --data-dir is measured"),
    )
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))


def _run(folder: DataFolder, words: Namespace) -> int:
    with _ground(folder, words) as ground:
        conditions = conditions_of(ground)
        if words.json:
            results = [take(measure) for measure in all_measures(ground)]
            say(json.dumps(as_json(conditions, results), indent=1))
        else:
            say(conditions.line)
            say(head_line())
            for measure in all_measures(ground):
                _tell(take(measure))
    return 0


def _tell(result: Result) -> None:
    say(line_of(result))


def _ground(folder: DataFolder, words: Namespace) -> AbstractContextManager[Ground]:
    """Return a copy of the folder that was named, else a shop made for the measuring."""
    if words.cases is None and hasattr(words, "data_dir"):
        return copied_ground(folder)
    return made_ground(words.cases or CASES, Meter(_("Making")))


COMMAND = Command("bench", N_("measure the desk beside the bare cost"), _arguments, _run)
