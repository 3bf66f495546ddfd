"""CUPS, the print system of Linux and macOS: asked over IPP and by its commands.

Each answer is waited for `PATIENCE_S` seconds at most: a print system that hangs is trouble to
tell of, and no reason to hang as well.
"""

import http.client
import os
import shutil
import socket
import subprocess
from collections.abc import Sequence
from contextlib import closing

from shopdesk.i18n import _
from shopdesk.printers import ipp
from shopdesk.printers.order import PrinterError

PATIENCE_S = 8.0
_PORT = 631
_OK = 200
_COMMANDS = ("lp", "lpstat", "cancel")

_HERE = {"localhost": "127.0.0.1"}
"""This computer by number: a bare system may not know it by name."""


class UnansweredError(PrinterError):
    """The print system does not answer."""

    def __init__(self) -> None:
        super().__init__(
            _("The printing system of this computer does not answer. Start it again, then print.")
        )


class AbsentError(UnansweredError):
    """No print system runs."""


def is_there() -> bool:
    """Tell whether this computer prints through CUPS."""
    return all(shutil.which(name) for name in _COMMANDS)


def run(
    command: str, *words: str, patience_s: float | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one of CUPS' commands and return what it said, in English; raises UnansweredError."""
    program = shutil.which(command)
    if program is None:
        raise UnansweredError
    try:
        return subprocess.run(  # noqa: S603 - no shell, and the words are one argument each
            [program, *words],
            env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=patience_s or PATIENCE_S,
            start_new_session=True,  # Ctrl+C is ours: it must not end `lp` in the middle of a job
        )
    except subprocess.TimeoutExpired as error:
        raise UnansweredError from error


def ask(operation: ipp.Operation, path: str, wanted: Sequence[str] = ()) -> ipp.Answer:
    """Ask about the job, printer or server at `path`; raises UnansweredError."""
    request = ipp.question(operation, f"ipp://localhost{path}", _user(), wanted)
    try:
        with closing(_connection()) as connection:
            connection.request("POST", path, request, {"Content-Type": "application/ipp"})
            return _answer(connection.getresponse())
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise AbsentError from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnansweredError from error


def _answer(response: http.client.HTTPResponse) -> ipp.Answer:
    content = response.read()
    if response.status != _OK:
        raise UnansweredError
    return ipp.answer(content)


def _user() -> str:
    """Return whose jobs `lp` makes: CUPS lets nobody else take them back."""
    from pwd import getpwuid  # not on Windows, where there is no CUPS either

    try:
        return os.environ.get("CUPS_USER") or getpwuid(os.getuid()).pw_name
    except KeyError:
        return "unknown"


def _connection() -> http.client.HTTPConnection:
    """Return a way to the server that CUPS' commands use: a file, or a computer and a port."""
    place = run("lpstat", "-H").stdout.strip()
    if place.startswith("/"):
        return _FileConnection(place)
    host, _colon, port = place.rpartition(":")
    named = host.strip("[]") or place
    return http.client.HTTPConnection(
        _HERE.get(named, named), int(port) if host else _PORT, timeout=PATIENCE_S
    )


class _FileConnection(http.client.HTTPConnection):
    """HTTP through a socket that is a file."""

    def __init__(self, file: str) -> None:
        super().__init__("localhost", timeout=PATIENCE_S)
        self._file = file

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._file)
