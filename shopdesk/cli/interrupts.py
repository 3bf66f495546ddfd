"""Ctrl+C and an asked-for end, held back while something must be brought to its own end first.

with Interrupts() as interrupts:
    work(is_cancelled=lambda: interrupts.is_heard)
"""

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self

from shopdesk.cli.streams import complain

_Handler = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_KILLED = 128
"""What shells add to the number of the signal that ended a program."""


class Interrupts:
    """Hears the first signal; the second ends the program as ever. For the main thread only."""

    def __init__(self) -> None:
        self._before: dict[int, _Handler] = {}
        self._heard = 0

    @property
    def is_heard(self) -> bool:
        """Whether somebody wants an end."""
        return self._heard != 0

    def end(self, sentence: str) -> None:
        """End the program with a sentence if somebody wanted that; else return."""
        if self._heard:
            complain(sentence)
            raise SystemExit(_KILLED + self._heard)

    def __enter__(self) -> Self:
        """Hold signals back from now on."""
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Let them through again."""
        self._let_through()

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self._heard = number
        self._let_through()

    def _let_through(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
