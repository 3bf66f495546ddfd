"""One program a folder: real second processes, killed ones, and locks of other computers."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from shopdesk import instance as instance_module
from shopdesk.instance import Instance, server_name
from shopdesk.paths import DataFolder
from shopdesk.storage.start import Action, AlreadyOpen, Refused
from tests.storage.full_disks import can_mount, fill_up, small_disk

SECOND = """
import os, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from shopdesk.instance import Instance
from shopdesk.paths import DataFolder

application = QCoreApplication([])
program = Instance(DataFolder(Path(sys.argv[1])))
print(type(program.hold()).__name__, flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0))).start()
application.exec()
"""
"""Takes the folder, says how that went, and stays until its input ends."""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "shop")


Program = subprocess.Popen[str]
Starter = Callable[[], Program]


@pytest.fixture
def another_program(folder: DataFolder) -> Iterator[Starter]:
    """Start further programs on the folder; all of them end with the test."""
    with ExitStack() as programs:

        def begin() -> Program:
            program = programs.enter_context(_begun(folder))
            programs.callback(program.communicate, timeout=10)
            return program

        yield begin


def _begun(folder: DataFolder) -> Program:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(program: Program) -> str:
    assert program.stdout
    return program.stdout.readline().strip()


def test_a_second_start_raises_the_first(
    qtbot: QtBot, folder: DataFolder, another_program: Starter
) -> None:
    first = Instance(folder)
    assert first.hold() is None
    with qtbot.waitSignal(first.raised, timeout=10_000):
        second = another_program()
    assert said(second) == AlreadyOpen.__name__
    first.release()


def test_two_starts_at_once_have_one_winner(another_program: Starter) -> None:
    programs = [another_program() for _ in range(2)]
    answers = sorted(said(program) for program in programs)
    assert answers == [AlreadyOpen.__name__, "NoneType"]


def test_holding_twice_is_holding_once(qtbot: QtBot, folder: DataFolder) -> None:
    holder = Instance(folder)
    assert [holder.hold(), holder.hold()] == [None, None]
    holder.release()


def test_a_folder_let_go_is_free(qtbot: QtBot, folder: DataFolder) -> None:
    for _ in range(2):
        holder = Instance(folder)
        assert holder.hold() is None
        holder.release()


def test_the_lock_of_a_killed_program_counts_for_nothing(
    qtbot: QtBot, folder: DataFolder, another_program: Starter
) -> None:
    killed = another_program()
    assert said(killed) == "NoneType"
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert folder.lock.exists()
    holder = Instance(folder)
    assert holder.hold() is None
    holder.release()


def test_another_computers_lock_names_it_and_can_be_taken_over(
    qtbot: QtBot, folder: DataFolder
) -> None:
    folder.root.mkdir()
    _lock_from_elsewhere(folder.lock)
    holder = Instance(folder)
    found = holder.hold()
    assert isinstance(found, Refused)
    assert found.host == "old-laptop"
    assert "old-laptop" in found.sentence
    assert Action.TAKE_OVER in found.actions
    assert holder.take_over() is None
    holder.release()


def test_a_program_that_does_not_answer_is_told_apart(
    qtbot: QtBot,
    folder: DataFolder,
    another_program: Starter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(instance_module, "TIMEOUT_MS", 200)
    program = another_program()
    assert said(program) == "NoneType"
    os.kill(program.pid, signal.SIGSTOP)
    found = Instance(folder).hold()
    os.kill(program.pid, signal.SIGCONT)
    assert isinstance(found, Refused)
    assert found.actions == (Action.RETRY,)


@pytest.mark.parametrize("left", [b"", b"\0" * 60, b"half a word"])
def test_a_lock_that_a_power_loss_left_unreadable_is_nobodys(
    qtbot: QtBot, folder: DataFolder, left: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance_module, "TIMEOUT_MS", 200)
    folder.root.mkdir()
    folder.lock.write_bytes(left)
    program = Instance(folder)
    assert program.hold() is None
    program.release()


@pytest.mark.skipif(os.name == "nt", reason="a file that is open is not written to on Windows")
def test_a_lock_of_a_live_program_holds_even_unreadable(
    qtbot: QtBot,
    folder: DataFolder,
    another_program: Starter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(instance_module, "TIMEOUT_MS", 200)
    first = another_program()
    assert said(first) == "NoneType"
    folder.lock.write_bytes(b"")
    first.send_signal(signal.SIGSTOP)
    try:
        assert isinstance(Instance(folder).hold(), Refused)
    finally:
        first.send_signal(signal.SIGCONT)


@can_mount
def test_a_full_disk_is_not_called_a_second_program(qtbot: QtBot, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        folder = DataFolder(disk / "shop")
        folder.root.mkdir()
        fill_up(disk)
        found = Instance(folder).hold()
    assert isinstance(found, Refused)
    assert "disk is full" in found.sentence


def test_the_way_to_a_folder_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert server_name(tmp_path / "link" / "shop") == server_name(tmp_path / "shop")


def _lock_from_elsewhere(path: Path) -> None:
    """Write a lock as Qt does on a computer that is called old-laptop."""
    lock = QLockFile(str(path))
    assert lock.tryLock(0)
    lines = path.read_text().splitlines()
    lock.unlock()
    lines[2:] = ["old-laptop", "0" * 32, "00000000-0000-0000-0000-000000000000"]
    path.write_text("\n".join(lines) + "\n")
