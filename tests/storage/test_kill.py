"""A write that was acknowledged is there after a kill; one that was not is there whole or not."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from shopdesk.errors import StorageError
from shopdesk.models import Customer, CustomerHandle
from shopdesk.paths import DataFolder
from shopdesk.storage.connection import connect
from shopdesk.storage.database import Database
from tests.storage.full_disks import can_mount, fill_up, small_disk
from tests.storage.shops import make_shop, opened

ANSWER_BYTES = 10


def write_one(database: Database, number: int) -> None:
    """Write a customer and their handle, both named by the number, as one change."""
    with database.write("Customer added", by="Li", values={"number": number}) as unit:
        customer = Customer(name=f"n{number}", created_at=datetime.now(UTC))
        customer.handles = [CustomerHandle(platform="kill", handle=f"n{number}")]
        unit.session.add(customer)


def test_no_acknowledged_write_is_lost_by_a_kill(tmp_path: Path) -> None:
    _kill_while_writing(make_shop(tmp_path), kills=6)


@pytest.mark.soak
def test_no_acknowledged_write_is_lost_by_a_thousand_kills(tmp_path: Path) -> None:
    _kill_while_writing(make_shop(tmp_path), kills=1000)


@can_mount
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4096) as disk:
        folder = make_shop(disk / "shop")
        database = Database(folder.database)
        kept: list[int] = []
        for left in (0, 8192, 100_000):
            ballast = fill_up(disk, leave_bytes=left)
            with pytest.raises(StorageError, match="full"):
                _write_on(database, kept)
            ballast.unlink()
            write_one(database, len(kept))
            kept.append(len(kept))
        database.close()
        with opened(folder.database) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            names = "SELECT count(*) FROM customer WHERE name LIKE 'n%'"
            assert connection.execute(names).fetchone() == (len(kept),)


def _write_on(database: Database, kept: list[int]) -> None:
    while True:
        write_one(database, len(kept))
        kept.append(len(kept))


def _kill_while_writing(folder: DataFolder, *, kills: int) -> None:
    acknowledged = 0
    for seed in range(kills):
        with _writer(folder, acknowledged) as (child, answers):
            first = os.read(answers, ANSWER_BYTES)
            time.sleep(Random(seed).uniform(0, 0.05))  # noqa: S311
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            acknowledged = _last_of(first, answers)
        acknowledged = _count_kept(folder, acknowledged)
    assert acknowledged >= kills


@contextmanager
def _writer(folder: DataFolder, first: int) -> Iterator[tuple[int, int]]:
    """Start a child that writes from a number onwards, and says each one after it was kept."""
    answers, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        _write_for_ever(folder, first, mouth)
    os.close(mouth)
    try:
        yield child, answers
    finally:
        os.close(answers)


def _write_for_ever(folder: DataFolder, first: int, mouth: int) -> None:
    try:
        database = Database(folder.database)
        number = first
        while True:
            number += 1
            write_one(database, number)
            os.write(mouth, b"%0*d" % (ANSWER_BYTES, number))
    finally:
        os._exit(1)


def _last_of(said: bytes, answers: int) -> int:
    while part := os.read(answers, 1 << 16):
        said += part
    return int(said[-ANSWER_BYTES:])


def _count_kept(folder: DataFolder, acknowledged: int) -> int:
    """Hold what is there against what was said; returns the last number that is there."""
    connection = connect(folder.database)
    numbers = [
        int(name[1:])
        for (name,) in connection.execute(
            "SELECT name FROM customer WHERE name LIKE 'n%' ORDER BY id"
        )
    ]
    handles = connection.execute(
        "SELECT count(*) FROM customer_handle WHERE platform = 'kill'"
    ).fetchone()[0]
    changes = connection.execute(
        "SELECT count(*) FROM change WHERE label = 'Customer added'"
    ).fetchone()[0]
    damage = connection.execute("PRAGMA quick_check").fetchall()
    connection.close()
    assert damage == [("ok",)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert acknowledged <= len(numbers) <= acknowledged + 1
    assert handles == changes == len(numbers)
    return len(numbers)
