"""The command line: `shopdesk` alone opens the window, the other words do one thing and end.

Trouble is one sentence on stderr. The exit code is 0 when done, 1 when it could not be done,
2 when the words make no sense.
"""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from shopdesk import __version__
from shopdesk.cli import exporting, importing, keeping, measuring, papers
from shopdesk.cli.command import Command
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import LANGUAGES, PSEUDO, _, speak, system_language
from shopdesk.paths import DataFolder, shop_folder
from shopdesk.settings import SettingsFile

COMMANDS: tuple[Command, ...] = (
    importing.COMMAND,
    exporting.COMMAND,
    papers.SLIP,
    papers.SUMMARY,
    keeping.BACKUP,
    keeping.RESTORE,
    keeping.CHECK,
    measuring.MAKE_DATA,
)


class _Parser(ArgumentParser):
    """Says what is wrong in one line, without a page of usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            2, _("{problem} (try: {program} --help)\n").format(problem=message, program=self.prog)
        )


def parse(words: Sequence[str], more: Sequence[Command] = ()) -> Namespace:
    """Return what the words ask for; `command` is None for the window."""
    common = _Parser(add_help=False)
    common.add_argument(
        "--data-dir", type=Path, default=SUPPRESS, metavar="DIR", help=_("the shop's folder")
    )
    common.add_argument("--lang", choices=(*LANGUAGES, PSEUDO), default=SUPPRESS)
    parser = _Parser(prog="shopdesk", parents=[common], description=_("Opens the window."))
    parser.add_argument("--version", action="version", version=f"ShopDesk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in (*COMMANDS, *more):
        own = commands.add_parser(command.name, parents=[common], help=_(command.summary))
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser.parse_args(words)


def choose_language(words: Namespace, folder: DataFolder) -> None:
    """Speak the language asked for, else the one chosen in the window, else the system's."""
    chosen = SettingsFile(folder.settings).now.language
    speak(getattr(words, "lang", "") or chosen or system_language())


def run_command(words: Namespace) -> int:
    """Do one command; trouble becomes its sentence and exit code 1."""
    folder = folder_of(words)
    choose_language(words, folder)
    run: Callable[[DataFolder, Namespace], int] = words.run
    try:
        return run(folder, words)
    except ShopDeskError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 1


def folder_of(words: Namespace) -> DataFolder:
    """Return the folder that the words name, or the person's own shop."""
    named = getattr(words, "data_dir", None)
    return DataFolder(named) if named else shop_folder()
