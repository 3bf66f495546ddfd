"""`shopdesk export`: all fields of a kind of record, as a table or as JSON."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from shopdesk.cli.command import Command, opened, output_of
from shopdesk.cli.streams import say
from shopdesk.exporting.files import export_to
from shopdesk.exporting.kinds import EXPORTS
from shopdesk.i18n import N_, _, ngettext
from shopdesk.paths import DataFolder


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=EXPORTS)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, help=_("a name ending in .csv, .xlsx or .json")
    )


def _run(folder: DataFolder, words: Namespace) -> int:
    target = output_of(folder, words)
    with opened(folder) as desk, desk.reading() as reader:
        count = export_to(reader, EXPORTS[words.kind], target)
    say(
        ngettext("{count} record in {file}", "{count} records in {file}", count).format(
            count=count, file=target
        )
    )
    return 0


COMMAND = Command("export", N_("write records as .csv, .xlsx or .json"), _arguments, _run)
