"""An upgrade happens whole or not at all: killed, without room, or with a fault of ours in it."""

import shutil
from pathlib import Path

import pytest

from shopdesk.errors import StorageError
from shopdesk.paths import DataFolder
from shopdesk.storage import upgrade as upgrade_module
from shopdesk.storage.backup_list import is_intact, list_backups
from shopdesk.storage.connection import Connection
from shopdesk.storage.manifests import BackupReason
from shopdesk.storage.migrations import HISTORY, History, Revision
from shopdesk.storage.shape import Shape, shape_of
from shopdesk.storage.upgrade import create, upgrade
from tests.migrations.future import later_history
from tests.migrations.loading import LANDED, assert_kept, contents, load
from tests.storage.full_disks import can_mount, fill_up, small_disk
from tests.storage.killing import kill_at_random
from tests.storage.shops import make_shop, opened


@pytest.fixture
def later(tmp_path: Path) -> History:
    return later_history(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return make_shop(tmp_path / "shop")


def test_a_new_file_is_of_the_newest_shape(tmp_path: Path) -> None:
    create(tmp_path / "deep" / "shop.db")
    with opened(tmp_path / "deep" / "shop.db") as connection:
        assert shape_of(connection) is Shape.CURRENT
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["shop.db"]


def test_a_file_that_is_there_is_never_made_anew(folder: DataFolder) -> None:
    before = folder.database.read_bytes()
    with pytest.raises(FileExistsError):
        create(folder.database)
    assert folder.database.read_bytes() == before


def test_an_upgrade_keeps_the_old_file_as_a_backup(folder: DataFolder, later: History) -> None:
    with opened(folder.database) as connection:
        before = contents(connection)
    backup = upgrade(folder, history=later)
    with opened(folder.database) as connection:
        _assert_new(connection, before, later)
    assert backup.name.reason is BackupReason.UPGRADE
    assert is_intact(backup)
    with opened(backup.path) as connection:
        assert contents(connection) == before


def test_a_rebuilt_table_keeps_its_children(folder: DataFolder, later: History) -> None:
    upgrade(folder, history=later)
    with opened(folder.database) as connection:
        assert connection.execute("SELECT count(*) FROM customer_handle").fetchone() == (3,)


def test_a_fault_of_ours_leaves_the_old_shape(folder: DataFolder, later: History) -> None:
    wrong = History((*later.revisions[:-1], Revision("9002", "misprint")), later.folders)
    with pytest.raises(RuntimeError, match="misprint"):
        upgrade(folder, history=wrong)
    with opened(folder.database) as connection:
        assert shape_of(connection) is Shape.CURRENT


def test_an_orphan_is_found_before_the_end(
    folder: DataFolder, later: History, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(folder.database) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM customer WHERE id = 2")
    with pytest.raises(StorageError, match="damaged"):
        upgrade(folder, history=later)


def test_without_room_nothing_is_begun(
    folder: DataFolder, later: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade_module, "ROOM_FACTOR", 10**9)
    with pytest.raises(StorageError, match="Free"):
        upgrade(folder, history=later)
    assert list_backups(folder) == []


@can_mount
def test_a_disk_that_fills_up_half_way_leaves_the_old_shape(
    tmp_path: Path, later: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade_module, "require_room", lambda *_: None)
    monkeypatch.setattr(upgrade_module, "make_backup", lambda *_: None)
    with small_disk(tmp_path / "disk", 4096) as disk:
        folder = make_shop(disk / "shop")
        before = folder.database.read_bytes()
        for left in (0, 8_192, 40_960):
            ballast = fill_up(disk, leave_bytes=left)
            with pytest.raises(StorageError, match="full"):
                upgrade(folder, history=later)
            ballast.unlink()
            with opened(folder.database) as connection:
                assert shape_of(connection) is Shape.CURRENT
        assert folder.database.read_bytes() == before
        upgrade(folder, history=later)


def test_a_killed_upgrade_is_whole_or_not_begun(tmp_path: Path, later: History) -> None:
    for name in LANDED:
        _kill_upgrades(name, tmp_path, later, 6)


@pytest.mark.soak
def test_a_hundred_killed_upgrades_are_whole_or_not_begun(tmp_path: Path, later: History) -> None:
    for name in LANDED:
        _kill_upgrades(name, tmp_path, later, 100)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_creation_leaves_a_whole_file_or_none(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "shop.db"
    kill_at_random(lambda: create(path), within_s=0.06, seed=seed)
    if not path.exists():
        create(path)
    with opened(path) as connection:
        assert shape_of(connection) is Shape.CURRENT


def _kill_upgrades(name: str, tmp_path: Path, later: History, count: int) -> None:
    """Kill an upgrade at many moments; each time the file is old or new, and can go on."""
    old = tmp_path / f"{name}.db"
    load(name, old)
    with opened(old) as connection:
        before = contents(connection)
    for seed in range(count):
        folder = DataFolder(tmp_path / f"{name}-{seed}")
        folder.root.mkdir()
        shutil.copy(old, folder.database)
        kill_at_random(lambda f=folder: upgrade(f, history=later), within_s=0.12, seed=seed)  # type: ignore[misc]
        _assert_old_or_new(folder, before, later)
        shutil.rmtree(folder.root)


def _assert_old_or_new(
    folder: DataFolder, before: dict[str, list[dict[str, object]]], later: History
) -> None:
    with opened(folder.database) as connection:
        shape = shape_of(connection, later)
        assert shape in (Shape.OLDER, Shape.CURRENT)
        if shape is Shape.OLDER:
            assert contents(connection) == before
    if shape is Shape.OLDER:
        upgrade(folder, history=later)
    with opened(folder.database) as connection:
        _assert_new(connection, before, later)


def _assert_new(
    connection: Connection, before: dict[str, list[dict[str, object]]], later: History
) -> None:
    assert shape_of(connection, later) is Shape.CURRENT
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert_kept(before, contents(connection))


def test_today_and_the_program_agree() -> None:
    assert HISTORY.head.name in LANDED
