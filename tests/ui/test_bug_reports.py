"""A mistake that nobody caught is told on the GUI thread, whichever thread made it."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from shopdesk.ui.bug_reports import log_qt_messages, watching_for_bugs


def _stumble() -> None:
    raise LookupError("missing")


def test_a_mistake_in_a_thread_is_told_on_the_gui_thread(qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    parent = QObject()

    def tell(error: BaseException) -> None:
        told.append((str(error), threading.current_thread() is threading.main_thread()))

    with watching_for_bugs(tell, parent):
        thread = threading.Thread(target=_stumble)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: told == [("missing", True)])


def test_a_mistake_in_the_window_is_told_and_the_hook_is_left_as_it_was(qtbot: QtBot) -> None:
    told: list[BaseException] = []
    parent = QObject()
    before = sys.excepthook, threading.excepthook
    error = ValueError("bad")
    with watching_for_bugs(told.append, parent):
        sys.excepthook(ValueError, error, None)
        qtbot.waitUntil(lambda: told == [error])
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.no_qt_log
def test_qts_words_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    log_qt_messages()
    try:
        qWarning("a word from Qt")
        qWarning("This plugin does not support propagateSizeHints()")
    finally:
        qInstallMessageHandler(None)
    assert [record.getMessage() for record in caplog.records] == ["default: a word from Qt"]
    assert caplog.records[0].levelno == logging.WARNING
