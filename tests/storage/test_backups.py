"""A backup that counts is whole; whatever hinders one leaves the earlier ones alone."""

import statistics
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.errors import StorageError
from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import (
    BackupRow,
    BackupState,
    is_intact,
    last_backup_at,
    list_backups,
    newest_intact,
)
from shopdesk.storage.backups import back_up_if_changed, make_backup, save_copy
from shopdesk.storage.manifests import BackupReason, manifest_path
from tests.migrations.loading import contents
from tests.storage.full_disks import can_mount, fill_up, small_disk
from tests.storage.killing import kill_at_random, killed_at_touch
from tests.storage.shops import change, labels, make_shop, opened

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return make_shop(tmp_path / "shop")


def back_up(folder: DataFolder, at: datetime = NOON) -> BackupRow:
    return make_backup(folder, BackupReason.BY_HAND, at)


def test_a_backup_holds_what_the_shop_holds(folder: DataFolder) -> None:
    row = back_up(folder)
    with opened(folder.database) as shop, opened(row.path) as copy:
        assert contents(copy) == contents(shop)
    assert row.contents is not None
    assert row.contents.rows == {"orders": 3, "cases": 3, "customer": 3}
    assert row.contents.last_change_id == 3


def test_the_list_tells_what_is_there_newest_first(folder: DataFolder) -> None:
    made = [back_up(folder, NOON - timedelta(hours=hours)) for hours in range(3)]
    assert list_backups(folder) == made[::-1]
    assert last_backup_at(folder) == made[-1].name.made_at


def test_without_a_backup_there_is_none(folder: DataFolder) -> None:
    assert (list_backups(folder), last_backup_at(folder), newest_intact(folder)) == ([], None, None)


def test_a_file_in_the_place_of_the_backups_is_none(folder: DataFolder) -> None:
    folder.backups.touch()
    assert (list_backups(folder), last_backup_at(folder)) == ([], None)
    with pytest.raises(StorageError):
        make_backup(folder, BackupReason.CLOSING)


def test_only_a_changed_shop_is_backed_up_again(folder: DataFolder) -> None:
    assert back_up_if_changed(folder, BackupReason.CLOSING)
    assert back_up_if_changed(folder, BackupReason.CLOSING) is None
    change(folder, "more")
    assert back_up_if_changed(folder, BackupReason.REGULAR)


def test_writes_in_the_journal_are_in_the_backup(folder: DataFolder) -> None:
    with opened(folder.database):
        change(folder, "in the journal")
        row = back_up(folder)
    assert labels(row.path) == ["in the journal"]


def test_a_copy_of_ones_own_choice_replaces_only_when_it_is_whole(folder: DataFolder) -> None:
    target = folder.root.parent / "stick" / "copy.db"
    target.parent.mkdir()
    save_copy(folder.database, target)
    change(folder, "later")
    save_copy(folder.database, target)
    assert labels(target) == ["later"]
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]


def test_no_copy_takes_the_place_of_what_it_copies(folder: DataFolder) -> None:
    before = folder.database.stat().st_ino
    for own in (folder.database, folder.root / "backups" / ".." / "shop.db", folder.settings):
        with pytest.raises(StorageError, match="belongs to the shop"):
            save_copy(folder.database, own)
    assert folder.database.stat().st_ino == before


def test_a_copy_into_a_missing_folder_says_so(folder: DataFolder) -> None:
    with pytest.raises(StorageError):
        save_copy(folder.database, folder.root / "gone" / "copy.db")


def test_a_cut_backup_is_told_by_its_size_and_a_changed_one_by_reading(folder: DataFolder) -> None:
    good, changed, cut = (back_up(folder) for _ in range(3))
    cut.path.write_bytes(cut.path.read_bytes()[:-4096])
    data = bytearray(changed.path.read_bytes())
    data[-100] ^= 4
    changed.path.write_bytes(data)
    assert list_backups(folder)[0].state is BackupState.DAMAGED
    assert [is_intact(row) for row in (good, changed)] == [True, False]
    assert newest_intact(folder) == good


def test_a_backup_without_its_manifest_is_not_vouched_for(folder: DataFolder) -> None:
    row = back_up(folder)
    manifest_path(row.path).unlink()
    assert list_backups(folder)[0].state is BackupState.UNVERIFIED
    assert last_backup_at(folder) is None
    assert newest_intact(folder) == list_backups(folder)[0]


def test_the_backup_offered_is_one_that_this_program_can_read(folder: DataFolder) -> None:
    readable = back_up(folder)
    with opened(folder.database) as connection:
        connection.execute("PRAGMA user_version=99")
    back_up(folder)
    assert newest_intact(folder) == readable


def test_a_damaged_shop_costs_no_backup(folder: DataFolder) -> None:
    for days in range(30):
        back_up(folder, NOON - timedelta(days=60 - days))
    count = len(list_backups(folder))
    _damage(folder.database)
    with pytest.raises(StorageError, match="damaged"):
        back_up(folder)
    assert len(list_backups(folder)) == count


def test_old_backups_make_room_with_their_manifests(folder: DataFolder) -> None:
    for days in range(40):
        back_up(folder, NOON + timedelta(days=days))
    rows = list_backups(folder)
    assert 12 <= len(rows) < 30
    assert len(list(folder.backups.iterdir())) == 2 * len(rows)


def test_a_serial_is_never_given_twice(folder: DataFolder) -> None:
    (folder.backups).mkdir()
    (folder.backups / "000001.tmp").touch()
    assert [back_up(folder).name.serial for _ in range(2)] == [2, 3]


@can_mount
def test_a_full_disk_keeps_the_earlier_backups(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2048) as disk:
        folder = make_shop(disk / "shop")
        first = back_up(folder)
        for left in (0, 8192, 65536, 200_000):
            ballast = fill_up(disk, leave_bytes=left)
            with pytest.raises(StorageError, match="full"):
                back_up(folder)
            ballast.unlink()
            assert list_backups(folder) == [first]
            assert {path.suffix for path in folder.backups.iterdir()} == {".db", ".json"}
        assert back_up(folder).name.serial == 2


def test_a_kill_before_any_step_leaves_only_whole_backups(folder: DataFolder) -> None:
    back_up(folder)
    for number in range(20):
        if not killed_at_touch(lambda: back_up(folder), number):
            break
        assert all(is_intact(row) for row in list_backups(folder))
    assert newest_intact(folder) == list_backups(folder)[0]


def test_a_kill_at_any_moment_leaves_only_whole_backups(folder: DataFolder) -> None:
    for seed in range(5):
        kill_at_random(lambda: back_up(folder), within_s=0.04, seed=seed)
        assert all(is_intact(row) for row in list_backups(folder))


def test_a_live_backup_holds_no_writer_up(folder: DataFolder) -> None:
    _fill_with_megabytes(folder, 8)
    waits, rows = _write_beside(folder, backups=3)
    assert max(waits) < 0.2, f"slowest {max(waits):.3f} s, middle {statistics.median(waits):.4f} s"
    assert all(is_intact(row) for row in rows)


@pytest.mark.soak
def test_a_hundred_live_backups_are_good_and_hold_no_writer_up(folder: DataFolder) -> None:
    _fill_with_megabytes(folder, 64)
    waits, rows = _write_beside(folder, backups=100)
    assert max(waits) < 0.2, f"slowest {max(waits):.3f} s, middle {statistics.median(waits):.4f} s"
    assert all(is_intact(row) for row in rows if row.path.exists())


def _write_beside(folder: DataFolder, *, backups: int) -> tuple[list[float], list[BackupRow]]:
    """Write without pause while backups are made; return how long each write took, in seconds."""
    done = threading.Event()
    rows: list[BackupRow] = []

    def keep_backing_up() -> None:
        rows.extend(back_up(folder) for _ in range(backups))
        done.set()

    thread = threading.Thread(target=keep_backing_up)
    thread.start()
    waits = []
    with opened(folder.database) as connection:
        while not done.is_set():
            before = time.perf_counter()
            connection.execute(
                'INSERT INTO change (at, person, label, "values") VALUES (1, ?, ?, ?)',
                ("Li", "x" * 200, "{}"),
            )
            waits.append(time.perf_counter() - before)
            time.sleep(0.001)
    thread.join()
    assert len(rows) == backups
    return waits, rows


def _fill_with_megabytes(folder: DataFolder, count: int) -> None:
    with opened(folder.database) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO case_doc (doc) VALUES (?)", [("x" * 1000,)] * (count * 1000)
        )
        connection.execute("COMMIT")


def _damage(path: Path) -> None:
    """Write noise over the pages that hold the tables' rows."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8192] = b"\xa5" * 8192
    path.write_bytes(data)
