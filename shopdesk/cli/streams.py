"""Where answers and complaints go: terminals, files, pipes, or nowhere at all."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shopdesk.errors import StorageError
from shopdesk.storage.files import system_errors_as_sentences

_KEPT = "\n\t"
_CONTROLS = {n: "\ufffd" for n in (*range(32), *range(127, 160)) if chr(n) not in _KEPT}
"""Signs that a terminal obeys; names and notes of buyers may hold some."""


def steady() -> None:
    """Make the streams take any text; a closed one swallows it."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> io.TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")


def say(sentence: str) -> None:
    """Print one line of the answer; raises StorageError where it cannot be written."""
    answer(plain(sentence))


def answer(text: str) -> None:
    """Print an answer that a program reads, to the letter."""
    with _answering():
        sys.stdout.write(f"{text}\n")


def complain(sentence: str) -> None:
    """Print one line of trouble."""
    sys.stderr.write(f"{plain(sentence)}\n")


def finish() -> None:
    """Write what is still held back; raises StorageError where it cannot be written."""
    with _answering():
        sys.stdout.flush()


def hush() -> None:
    """Drop the rest of the answer: nobody reads it, and Python shall not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain(text: str) -> str:
    """Return a text that a terminal shows and does not obey."""
    return text.translate(_CONTROLS)


@contextmanager
def _answering() -> Iterator[None]:
    """Tell of a full disk behind the answer; a reader that went away is no trouble to tell."""
    try:
        with system_errors_as_sentences():
            yield
    except StorageError as error:
        hush()
        if isinstance(error.__cause__, BrokenPipeError):
            raise error.__cause__ from None
        raise
