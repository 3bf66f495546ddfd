"""The program as the system runs it: two at once, its end, and kills in the midst of saving."""

import os
import signal
import time
from random import Random

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from shopdesk.desk import Desk
from shopdesk.instance import call
from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import list_backups
from shopdesk.storage.backups import make_backup
from shopdesk.storage.checks import find_damage
from shopdesk.storage.manifests import BackupReason
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.program import Program
from shopdesk.ui.refusal import RefusalWindow
from tests.ui.program.conftest import Begin
from tests.ui.program.processes import PATIENCE_S, running

LONGEST_BUSY_S = 0.4


def test_a_second_start_brings_the_first_to_the_front_and_ends(
    begin: Begin, shop: DataFolder
) -> None:
    run = begin(shop)
    window = run.shows(DeskWindow)
    window.showMinimized()
    with running(shop, "main.py", "--data-dir", str(shop.root)) as second:
        run.until(lambda: not window.isMinimized())
        said = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 0
    assert said == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
@pytest.mark.parametrize(
    "told",
    [
        signal.SIGTERM,
        *(pytest.param(told, marks=pytest.mark.soak) for told in (signal.SIGINT, signal.SIGHUP)),
    ],
)
def test_a_program_told_to_end_leaves_as_when_it_is_closed(
    shop: DataFolder, told: signal.Signals
) -> None:
    """The soak adds Ctrl+C and a terminal that is closed."""
    with running(shop, "main.py", "--data-dir", str(shop.root)) as program:
        deadline = time.monotonic() + PATIENCE_S
        while not is_listened_to(shop) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        program.send_signal(told)
        said = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, said) == (0, ("", ""))
    assert len(list_backups(shop)) == 1
    assert not shop.lock.exists()


def is_listened_to(shop: DataFolder) -> bool:
    """Whether a program that holds the folder runs its loop: it answers calls then."""
    return shop.lock.exists() and call(shop)


def test_a_restore_out_of_a_refusal_goes_on_and_closing_the_window_ends(
    shop: DataFolder, qtbot: QtBot
) -> None:
    make_backup(shop, BackupReason.CLOSING)
    shop.database.unlink()
    program = Program(shop)
    seen: list[str] = []

    def act() -> None:
        window = program.window
        if window is None or not window.isVisible():
            return
        if type(window).__name__ not in seen:
            seen.append(type(window).__name__)
            if isinstance(window, RefusalWindow):
                window.findChildren(QPushButton)[0].click()
        elif isinstance(window, DeskWindow):
            window.close()

    timer = QTimer(interval=50)
    timer.timeout.connect(act)
    timer.start()
    assert program.run() == 0
    assert seen == ["RefusalWindow", "DeskWindow"]


def test_a_killed_desk_loses_nothing_that_it_said_was_saved(shop: DataFolder) -> None:
    _kill_at_work(shop, kills=2)


@pytest.mark.soak
def test_a_desk_killed_a_hundred_times_loses_nothing(shop: DataFolder) -> None:
    _kill_at_work(shop, kills=100)


def _kill_at_work(shop: DataFolder, *, kills: int) -> None:
    kept = 0
    for seed in range(kills):
        told = _told_before_the_kill(shop, kept, seed)
        assert find_damage(shop.database, thorough=True) is None
        found = _saved_numbers(shop)
        assert told >= kept
        assert found == list(range(len(found)))
        assert told < len(found) <= told + 2  # at most one was saved and not yet told
        kept = len(found)


def _told_before_the_kill(shop: DataFolder, first: int, seed: int) -> int:
    """Return the last number that the desk said was saved before it was killed."""
    words = ("-m", "tests.ui.program.busy_desk", str(shop.root), str(first))
    with running(shop, *words) as desk:
        assert desk.stdout
        assert desk.stdout.readline() == "DeskWindow\n"
        last = desk.stdout.readline()
        time.sleep(Random(seed).uniform(0, LONGEST_BUSY_S))  # noqa: S311
        desk.kill()
        rest = desk.stdout.read().split("\n")
    whole = [line for line in (last.strip(), *rest[:-1]) if line]
    return int(whole[-1])


def _saved_numbers(shop: DataFolder) -> list[int]:
    """Return the numbers whose return is there, with its line and its recorded change."""
    desk = Desk(shop)
    with desk.reading() as reader:
        rows = reader.rows(
            "SELECT orders.number FROM orders JOIN cases ON cases.order_id = orders.id"
            " JOIN return_line ON return_line.case_id = cases.id"
            " WHERE orders.number LIKE 'K%' ORDER BY orders.id"
        )
        changes = reader.value("SELECT count(*) FROM change WHERE label = 'Return logged.'")
    desk.close()
    assert changes == len(rows)
    return [int(number[1:]) for (number,) in rows]
