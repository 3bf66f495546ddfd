"""Work off the GUI thread: late answers are dropped, and trouble reaches whom it should."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.errors import DomainError, FieldError, ShopDeskError
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.operations import Operations
from tests.ui.base.fake_shop import FakeDesk


@pytest.fixture
def operations(tmp_path: Path, qtbot: QtBot) -> Iterator[Operations]:
    made = Operations(FakeDesk(tmp_path, 3))
    yield made
    made.close()


def test_an_answer_comes_back_on_the_gui_thread(operations: Operations, qtbot: QtBot) -> None:
    threads: list[object] = []
    operations.query(
        "n",
        lambda reader: (threading.current_thread(), reader.rows("SELECT count(*) FROM r")),
        lambda got: threads.extend((got[0], threading.current_thread(), got[1])),
    )
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert threads[2] == [(3,)]


def test_a_late_answer_never_overwrites_a_newer_one(operations: Operations, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []

    def slow(_reader: Reader) -> str:
        gate.wait(5)
        return "old"

    operations.query("page", slow, got.append)
    operations.query("page", lambda _reader: "new", got.append)
    operations.query("other", lambda _reader: "other", got.append)
    gate.set()
    qtbot.waitUntil(lambda: "other" in got)
    assert got == ["new", "other"]


def test_a_question_that_nobody_waits_for_is_stopped(operations: Operations, qtbot: QtBot) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    started = threading.Event()
    got: list[object] = []

    def work(reader: Reader) -> object:
        started.set()
        return reader.rows(endless)

    operations.query("page", work, got.append)
    assert started.wait(5)
    qtbot.wait(20)
    operations.query("page", lambda reader: reader.rows("SELECT 1"), got.append)
    qtbot.waitUntil(lambda: got == [[(1,)]])


def test_parts_come_in_order_and_stop_when_asked_anew(operations: Operations, qtbot: QtBot) -> None:
    gate = threading.Event()
    parts: list[int] = []
    made: list[int] = []

    def work(_reader: Reader) -> Iterator[int]:
        for n in range(1_000):
            made.append(n)
            yield n
            if n == 1:
                gate.wait(5)

    operations.stream("ids", work, parts.append)
    qtbot.waitUntil(lambda: parts == [0, 1])
    operations.drop("ids")
    gate.set()
    operations.query("end", lambda _reader: -1, parts.append)
    qtbot.waitUntil(lambda: parts[-1] == -1)
    assert parts == [0, 1, -1]
    assert len(made) < 5


def test_a_write_tells_its_change_to_all_pages(operations: Operations, qtbot: QtBot) -> None:
    done: list[tuple[object, Change]] = []
    with qtbot.waitSignal(operations.changed) as told:
        operations.write("Declined", lambda _s: 42, lambda *answer: done.append(answer))
    assert done == [(42, Change(1, "Declined"))]
    assert told.args == [Change(1, "Declined")]


def _refused(_session: Session) -> None:
    raise FieldError("name", "Enter a name.")


def test_a_refusal_goes_to_the_form_that_asked(operations: Operations, qtbot: QtBot) -> None:
    got: list[ShopDeskError] = []
    operations.write("Named", _refused, refused=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0].sentence == "Enter a name."


def test_a_refusal_that_no_form_takes_is_told_by_the_window(
    operations: Operations, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(operations.refused) as told:
        operations.write("Named", _refused)
    assert isinstance(told.args[0], FieldError)


def test_a_refused_reading_is_told_and_ends(operations: Operations, qtbot: QtBot) -> None:
    def work(_reader: Reader) -> Iterator[bool]:
        raise DomainError("Not now.")

    ended: list[bool] = []
    with qtbot.waitSignal(operations.refused):
        operations.stream("k", work, ended.append, lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])


def test_a_mistake_of_ours_is_not_called_a_refusal(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.failed) as told:
        operations.write("Divided", lambda _s: 1 // 0, refused=lambda _error: pytest.fail("no"))
    assert isinstance(told.args[0], ZeroDivisionError)


def test_closing_lets_the_running_write_end(tmp_path: Path, qtbot: QtBot) -> None:
    desk = FakeDesk(tmp_path, 1)
    before = set(threading.enumerate())
    operations = Operations(desk)
    gate = threading.Event()
    operations.write("Slow", lambda _s: gate.wait(0.2))
    operations.close()
    assert desk.written == [("Slow", None)]
    names = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not [name for name in names if name.startswith(("reader", "writer"))]


def test_a_job_without_the_shop_comes_back_and_may_be_refused(
    operations: Operations, qtbot: QtBot
) -> None:
    got: list[object] = []

    def full() -> str:
        raise DomainError("The disk is full.")

    operations.work("pdf", threading.current_thread, got.append)
    operations.work("copy", full, got.append, lambda error: got.append(error.sentence))
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[0] is not threading.main_thread()
    assert got[1] == "The disk is full."
