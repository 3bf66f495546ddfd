"""A restored shop is the backup's, whole; a kill leaves the old one or the new one."""

import os
import shutil
from pathlib import Path

import pytest

from shopdesk.errors import StorageError
from shopdesk.paths import DataFolder
from shopdesk.storage.backups import make_backup
from shopdesk.storage.connection import connect
from shopdesk.storage.manifests import BackupReason
from shopdesk.storage.restore import READY, changes_since, check_restorable, finish_restore, restore
from tests.migrations.loading import contents
from tests.storage.killing import kill_at_random, killed_at_touch
from tests.storage.shops import change, labels, make_shop, opened

CHECKED_KILLS = 60
"""More than a restore has steps: every one of them is tried."""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return make_shop(tmp_path)


def back_up(folder: DataFolder) -> Path:
    return make_backup(folder, BackupReason.BY_HAND).path


def test_a_restored_shop_holds_what_the_backup_holds(folder: DataFolder) -> None:
    change(folder, "before")
    backup = back_up(folder)
    change(folder, "after")
    restore(folder, backup)
    assert labels(folder.database) == ["before"]
    with opened(folder.database) as restored, opened(backup) as kept:
        assert contents(restored) == contents(kept)


def test_the_old_file_is_set_aside_with_its_journal(folder: DataFolder) -> None:
    backup = back_up(folder)
    _leave_journal(folder, "only in the journal")
    aside = restore(folder, backup).aside
    assert {path.name for path in aside.iterdir()} >= {"shop.db", "shop.db-wal"}
    assert labels(aside / "shop.db") == ["only in the journal"]
    assert labels(folder.database) == []


def test_what_a_restore_would_take_back_is_listed(folder: DataFolder) -> None:
    backup = back_up(folder)
    change(folder, "first")
    change(folder, "second")
    since = changes_since(folder, backup)
    assert since is not None
    assert (since.total, [lost.label for lost in since.newest]) == (2, ["second", "first"])


def test_files_that_went_separate_ways_are_not_compared(folder: DataFolder) -> None:
    first = back_up(folder)
    change(folder, "one way", at=1_790_000_001)
    second = back_up(folder)
    restore(folder, first)
    change(folder, "another way", at=1_790_000_002)
    assert changes_since(folder, second) is None


@pytest.mark.parametrize("content", [b"", b"PDF?" * 4096])
def test_a_file_of_another_kind_is_refused(folder: DataFolder, content: bytes) -> None:
    stranger = folder.root / "stranger.db"
    stranger.write_bytes(content)
    with pytest.raises(StorageError, match="not a ShopDesk file"):
        restore(folder, stranger)
    assert labels(folder.database) == []


def test_a_missing_file_is_refused(folder: DataFolder) -> None:
    with pytest.raises(StorageError, match="no such backup"):
        check_restorable(folder.root / "gone.db")


def test_a_backup_with_one_changed_bit_is_refused(folder: DataFolder) -> None:
    backup = back_up(folder)
    damaged = bytearray(backup.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    backup.write_bytes(damaged)
    with pytest.raises(StorageError, match="damaged"):
        restore(folder, backup)


def test_a_newer_shop_is_refused(folder: DataFolder) -> None:
    backup = folder.root / "newer.db"
    shutil.copy(folder.database, backup)
    with opened(backup) as connection:
        connection.execute("PRAGMA user_version=999")
    with pytest.raises(StorageError, match="newer ShopDesk"):
        restore(folder, backup)


def test_a_shop_that_is_gone_comes_back(folder: DataFolder) -> None:
    change(folder, "kept")
    backup = back_up(folder)
    folder.database.unlink()
    restore(folder, backup)
    assert labels(folder.database) == ["kept"]


def test_a_kill_before_any_step_leaves_old_or_new(tmp_path: Path) -> None:
    ends = set()
    for number in range(CHECKED_KILLS):
        folder, backup = _old_and_new(tmp_path / str(number))
        killed = killed_at_touch(lambda f=folder, b=backup: restore(f, b), number)  # type: ignore[misc]
        ends.add(_end_of(folder))
        if not killed:
            break
    assert not killed, "raise CHECKED_KILLS: there are more steps"
    assert ends == {"old", "new"}


def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    _kills_at_any_moment(tmp_path, 5)


@pytest.mark.soak
def test_a_kill_at_any_of_a_thousand_moments_leaves_old_or_new(tmp_path: Path) -> None:
    _kills_at_any_moment(tmp_path, 1000)


def test_a_second_kill_while_the_start_finishes_is_as_harmless(tmp_path: Path) -> None:
    folder, backup = _old_and_new(tmp_path)
    ready = folder.root / f"{READY}000001"
    for second in range(CHECKED_KILLS):
        shutil.copy(backup, ready)
        if not killed_at_touch(lambda: finish_restore(folder), second):
            break
        assert _end_of(folder) == "new"


def _kills_at_any_moment(tmp_path: Path, count: int) -> None:
    for seed in range(count):
        folder, backup = _old_and_new(tmp_path / str(seed))
        kill_at_random(
            lambda f=folder, b=backup: restore(f, b),  # type: ignore[misc]
            within_s=0.05,
            seed=seed,
        )
        _end_of(folder)
        shutil.rmtree(folder.root)


def _old_and_new(root: Path) -> tuple[DataFolder, Path]:
    """Return a shop whose newest write lies in its journal, and a backup of before."""
    folder = make_shop(root)
    change(folder, "new")
    backup = back_up(folder)
    with opened(folder.database) as connection:
        connection.execute("DELETE FROM change WHERE id > 3")
    _leave_journal(folder, "old")
    return folder, backup


def _leave_journal(folder: DataFolder, words: str) -> None:
    """Write as a program does that is killed right after."""
    child = os.fork()
    if child == 0:
        connection = connect(folder.database)
        change(folder, words)
        connection.execute("SELECT 1 FROM change").fetchone()
        os._exit(0)
    os.waitpid(child, 0)
    journal = folder.database.with_name("shop.db-wal")
    assert journal.stat().st_size > 0


def _end_of(folder: DataFolder) -> str:
    """Start as the program does, and tell which shop is there; never a mixture."""
    finish_restore(folder)
    found = labels(folder.database)
    assert found in (["old"], ["new"])
    return found[0]
