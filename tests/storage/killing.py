"""Processes of our own that are killed in the midst of their work, as a power switch would."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import NoReturn

Work = Callable[[], object]

TOUCHING = frozenset({"os.rename", "os.remove", "os.mkdir"})


def killed_at_touch(work: Work, number: int) -> bool:
    """Do the work in a child that is killed before its `number`-th change to a folder (from 0).

    Returns False if the work ended before.
    """
    return _was_killed(_forked(lambda: _count_down(number), work))


def killed_after(work: Work, seconds: float) -> bool:
    """Do the work in a child that is killed after a time; False if it ended before."""
    child = _forked(lambda: None, work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _was_killed(child)


def kill_at_random(work: Work, *, within_s: float, seed: int) -> bool:
    """Do the work in a child that is killed at some moment of `within_s`, the same for a seed."""
    return killed_after(work, random.Random(seed).uniform(0, within_s))  # noqa: S311


def _forked(prepare: Work, work: Work) -> int:
    child = os.fork()
    return child or _end_after(prepare, work)


def _end_after(prepare: Work, work: Work) -> NoReturn:
    """Work and end at once: nothing of the test run's own may happen in the child."""
    status = 1
    try:
        prepare()
        work()
        status = 0
    finally:
        os._exit(status)


def _count_down(number: int) -> None:
    left = number

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in TOUCHING or (event == "open" and _writes(arguments)):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _was_killed(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False
