"""Old .xls files read in a process of their own.

One wrong byte in the place of a cell makes the reader ask for gigabytes and end its process, so
that must not be ours. The .xlsx format can be looked through beforehand, and needs no child.
"""

import os
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import current_language, speak
from shopdesk.importing.guards import damaged_workbook

Sheets = list[tuple[str, list[list[str]]]]
"""Names of sheets, and their rows of text."""

TIMEOUT_S = 20
MEMORY_BYTES = 1 << 30


def read_apart(read: Callable[[Path], Sheets], path: Path) -> Sheets:
    """Run `read(path)` in a child with a limit of time and, where there is one, of memory.

    Raises:
        DomainError: The child ended without an answer, or what it raised of this kind.
    """
    context = get_context("spawn")
    answers, its_end = context.Pipe(duplex=False)
    child = context.Process(
        target=_answer, args=(read, path, current_language(), its_end), daemon=True
    )
    child.start()
    its_end.close()
    try:
        answer = answers.recv() if answers.poll(TIMEOUT_S) else None
    except (EOFError, OSError):
        answer = None
    finally:
        answers.close()
        child.kill()
        child.join()
    return _sheets(answer)


def _sheets(answer: Sheets | DomainError | None) -> Sheets:
    if answer is None:
        raise damaged_workbook()
    if isinstance(answer, DomainError):
        raise answer
    return answer


def _answer(read: Callable[[Path], Sheets], path: Path, language: str, answers: Connection) -> None:
    """Send what `read` gives; a reader that gives up says so on stderr, which nobody needs."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit_memory()
    speak(language)
    try:
        answers.send(read(path))
    except DomainError as error:
        answers.send(error)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows refuses what it has not
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
