"""The command line: `shopdesk` alone opens the window, the other words do one thing and end.

Trouble is one sentence on stderr. The exit code is 0 when done, 1 when it could not be done,
2 when the words make no sense.
"""

import logging
from argparse import SUPPRESS, ArgumentError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from shopdesk import __version__
from shopdesk.cli import (
    checking,
    exporting,
    importing,
    keeping,
    measuring,
    papers,
    printers,
    receiving,
    searching,
    summary,
    today,
    track,
)
from shopdesk.cli.command import Command
from shopdesk.cli.streams import complain, finish, steady
from shopdesk.cli.usage import Parser
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import LANGUAGES, PSEUDO, _, speak, system_language
from shopdesk.paths import DataFolder, shop_folder
from shopdesk.settings import SettingsFile

FAILED = 1

# What goes wrong in the depths is told in a sentence of its own; the log is the window's.
logging.getLogger("shopdesk").addHandler(logging.NullHandler())

COMMANDS: tuple[Command, ...] = (
    importing.COMMAND,
    exporting.COMMAND,
    receiving.COMMAND,
    track.COMMAND,
    *papers.COMMANDS,
    printers.COMMAND,
    summary.COMMAND,
    keeping.BACKUP,
    keeping.RESTORE,
    checking.CHECK,
    searching.COMMAND,
    today.COMMAND,
    measuring.MAKE_DATA,
)


def parse(words: Sequence[str], more: Sequence[Command] = ()) -> Namespace:
    """Return what the words ask for; `command` is None for the window.

    Help and complaints are in the language that the words ask for, wherever they stand in them.
    """
    steady()
    choose_language(_hints(words))
    common = _common()
    parser = Parser(prog="shopdesk", parents=[common], description=_("Opens the window."))
    parser.add_argument("--version", action="version", version=f"ShopDesk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in (*COMMANDS, *more):
        own = commands.add_parser(command.name, parents=[common], help=_(command.summary))
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser.parse_args(words)


def _common(*, strict: bool = True) -> Parser:
    """Return the words that stand before a command or after it; any language if not strict."""
    common = Parser(add_help=False, exit_on_error=strict)
    common.add_argument(
        "--data-dir", type=Path, default=SUPPRESS, metavar="DIR", help=_("the shop's folder")
    )
    common.add_argument(
        "--lang",
        choices=(*LANGUAGES, PSEUDO) if strict else None,
        default=SUPPRESS,
        help=_("the language of the answers"),
    )
    return common


def _hints(words: Sequence[str]) -> Namespace:
    """Return folder and language as far as they can be told before the rest makes sense."""
    try:
        return _common(strict=False).parse_known_args(words)[0]
    except ArgumentError:
        return Namespace()


def choose_language(words: Namespace) -> None:
    """Speak the language asked for, else the one chosen in the window, else the system's."""
    asked = getattr(words, "lang", "")
    if asked in {*LANGUAGES, PSEUDO}:
        speak(asked)
        return
    chosen = SettingsFile(folder_of(words).settings).now.language
    speak(chosen or system_language())


def run_command(words: Namespace) -> int:
    """Do one command; trouble becomes its sentence and exit code 1."""
    run: Callable[[DataFolder, Namespace], int] = words.run
    try:
        code = run(folder_of(words), words)
        finish()
    except ShopDeskError as error:
        complain(error.sentence)
        return FAILED
    except BrokenPipeError:  # whoever read the answer has gone
        return FAILED
    return code


def folder_of(words: Namespace) -> DataFolder:
    """Return the folder that the words name, or the person's own shop."""
    named = getattr(words, "data_dir", None)
    return DataFolder(named) if named else shop_folder()
