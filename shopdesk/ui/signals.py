"""Ctrl+C in the terminal, and the system's word to end: the window is left as when it is closed."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

_NUMBERS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def ending_on_signals(end: Callable[[], None]) -> Iterator[None]:
    """Call `end` on the GUI thread when the program is told to end, in the block.

    Python runs its handlers between its own steps only, and Qt's loop takes none while it waits:
    so each signal writes to a socket, and Qt wakes up to read it.
    """
    waker, woken = socket.socketpair()
    waker.setblocking(False)
    woken.setblocking(False)
    notifier = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: woken.recv(64))
    earlier_wakeup = signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, lambda *_: end()) for number in _NUMBERS}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(earlier_wakeup)
        notifier.setEnabled(False)
        waker.close()
        woken.close()
