"""Catches what nobody caught: the log gets all of it, the person an honest sentence.

with watching_for_bugs(window.messages.bug, window):
    app.exec()
"""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_KNOWN_NOISE = "This plugin does not support"
"""Said where there is no screen, at every dialog."""


class _Carrier(QObject):
    """Brings a mistake from any thread to the GUI thread."""

    caught = Signal(object)


@contextmanager
def watching_for_bugs(tell: Callable[[BaseException], None], parent: QObject) -> Iterator[None]:
    """Hand every uncaught exception of any thread to `tell`, on the GUI thread, in the block."""
    carrier = _Carrier(parent)
    carrier.caught.connect(tell, Qt.ConnectionType.QueuedConnection)

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        carrier.caught.emit(error.with_traceback(trace))

    def uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            carrier.caught.emit(args.exc_value)

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = uncaught, uncaught_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before


def log_qt_messages() -> None:
    """Write Qt's own messages to the log instead of the terminal."""
    qInstallMessageHandler(_log_message)


def _log_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if _KNOWN_NOISE not in message:
        category = getattr(context, "category", None) or "default"
        qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
