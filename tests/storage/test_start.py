"""Every way a start can go: each with its own outcome, and nothing written before it is well."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from shopdesk.desk import Desk
from shopdesk.errors import StorageError
from shopdesk.paths import DataFolder
from shopdesk.storage import start as start_module
from shopdesk.storage.backups import make_backup
from shopdesk.storage.checks import find_damage
from shopdesk.storage.database import Database
from shopdesk.storage.manifests import BackupReason
from shopdesk.storage.reader import Reader
from shopdesk.storage.restore import READY, restore
from shopdesk.storage.start import (
    Action,
    AlreadyOpen,
    NeedsUpgrade,
    NewShop,
    Outcome,
    Ready,
    Refused,
    start,
)
from tests.migrations.future import later_history
from tests.storage.full_disks import can_mount, fill_up, small_disk
from tests.storage.shops import change, labels, make_shop, opened

TEMPORARY = "This folder is for temporary files"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return make_shop(tmp_path / "shop")


def begin(folder: DataFolder) -> Outcome:
    return start(folder, lambda: None)


def refusal(folder: DataFolder) -> Refused:
    outcome = begin(folder)
    assert isinstance(outcome, Refused)
    return outcome


def snapshot(folder: DataFolder) -> dict[str, bytes]:
    """Return every file with something in it; SQLite's memory map of readers is none."""
    files = (path for path in folder.root.rglob("*") if path.is_file())
    return {
        str(path): data
        for path in files
        if not path.name.endswith("-shm") and (data := path.read_bytes())
    }


def test_a_sound_shop_is_ready(folder: DataFolder) -> None:
    outcome = begin(folder)
    assert isinstance(outcome, Ready)
    assert not outcome.needs_thorough_check
    assert [warning[: len(TEMPORARY)] for warning in outcome.warnings] == [TEMPORARY]


def test_an_empty_folder_is_a_new_shop(tmp_path: Path) -> None:
    assert isinstance(begin(DataFolder(tmp_path / "none")), NewShop)
    assert not (tmp_path / "none").exists()


def test_a_synced_folder_is_refused_before_it_is_made(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "Dropbox" / "shop")
    assert refusal(folder).actions == (Action.CHOOSE_FOLDER,)
    assert not folder.root.exists()


def test_a_folder_that_cannot_be_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = DataFolder(tmp_path / "file" / "shop")
    found = start(folder, lambda: folder.root.mkdir(parents=True))
    assert isinstance(found, Refused)
    assert "folder is gone" in found.sentence


def test_who_has_the_lock_decides(folder: DataFolder) -> None:
    assert start(folder, AlreadyOpen) == AlreadyOpen()
    held = Refused("held", (Action.TAKE_OVER,), "other-pc")
    assert start(folder, lambda: held) == held


@can_mount
def test_a_full_disk_is_refused_and_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 2048) as disk:
        folder = make_shop(disk / "shop")
        monkeypatch.setattr(start_module, "ROOM_BYTES", 512 * 1024)
        fill_up(disk)
        found = refusal(folder)
        assert "Free 2 MB" in found.sentence
        assert Action.RETRY in found.actions


def test_a_missing_file_beside_backups_is_never_a_new_shop(folder: DataFolder) -> None:
    make_backup(folder, BackupReason.CLOSING)
    folder.database.unlink()
    found = refusal(folder)
    assert "1 backup of it is here" in found.sentence
    assert found.actions[0] is Action.RESTORE
    assert not folder.database.exists()


@pytest.mark.parametrize(
    ("sql", "words", "action"),
    [
        ("PRAGMA application_id=1", "not a ShopDesk file", Action.CHOOSE_FOLDER),
        ("PRAGMA user_version=99", "newer ShopDesk", Action.GET_NEWER),
        ("CREATE VIEW v AS SELECT 1", "Another program has changed", Action.RESTORE),
        (
            "CREATE TRIGGER t AFTER INSERT ON orders BEGIN DELETE FROM cases; END",
            "Another program has changed",
            Action.RESTORE,
        ),
        ("DROP INDEX ix_cases_open", "Another program has changed", Action.RESTORE),
        ("DROP TABLE alembic_version", "Another program has changed", Action.RESTORE),
        ("UPDATE alembic_version SET version_num='zz99'", "Another program", Action.RESTORE),
    ],
)
def test_a_file_that_is_not_ours_as_we_know_it_is_refused_untouched(
    folder: DataFolder, sql: str, words: str, action: Action
) -> None:
    with opened(folder.database) as connection:
        connection.execute(sql)
    before = snapshot(folder)
    found = refusal(folder)
    assert words in found.sentence
    assert found.actions[0] is action
    assert snapshot(folder) == before


@pytest.mark.parametrize("content", [b"", b"\0" * 9000, b"no database at all" * 500])
def test_a_file_of_another_kind_is_refused_untouched(folder: DataFolder, content: bytes) -> None:
    folder.database.write_bytes(content)
    before = snapshot(folder)
    assert "not a ShopDesk file" in refusal(folder).sentence
    assert snapshot(folder) == before


def test_an_older_file_needs_an_upgrade(folder: DataFolder, tmp_path: Path) -> None:
    outcome = start(folder, lambda: None, later_history(tmp_path))
    assert isinstance(outcome, NeedsUpgrade)


def test_damage_in_the_first_pages_is_refused_at_once(
    folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    data = bytearray(folder.database.read_bytes())
    data[4096:8192] = bytes(4096)
    folder.database.write_bytes(data)
    found = refusal(folder)
    assert (found.sentence, found.actions[0]) == (start_module.DAMAGED, Action.RESTORE)


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("column", ["X'43D7'", "sql || X'D7'"])
def test_damage_that_is_no_text_is_refused_at_once(folder: DataFolder, column: str) -> None:
    """SQLite quotes the schema that it cannot read, and the driver cannot read the quotation."""
    _spoil_schema(folder.database, column)
    assert refusal(folder).actions[0] is Action.RESTORE
    assert find_damage(folder.database, thorough=True)


@pytest.mark.usefixtures("caplog")
def test_a_header_of_no_known_kind_is_refused_at_once(folder: DataFolder) -> None:
    with folder.database.open("r+b") as file:
        file.seek(44)  # the number of the schema's format
        file.write(b"\0\0\0\x77")
    assert refusal(folder).actions[0] is Action.RESTORE
    assert find_damage(folder.database, thorough=True)


@pytest.mark.usefixtures("caplog")
def test_damage_that_is_no_text_is_told_while_the_shop_is_open(folder: DataFolder) -> None:
    _spoil_schema(folder.database)
    with pytest.raises(StorageError, match="damaged"):
        Reader(folder.database).rows("SELECT 1 FROM shop")
    with pytest.raises(StorageError, match="damaged"):
        Database(folder.database)


def test_a_desk_closes_whatever_became_of_the_file(
    folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(folder)
    desk.write("Noted", lambda session: session.execute(text("SELECT 1")))
    _spoil_schema(folder.database)
    desk.close()
    assert "the journal was left" in caplog.text


def test_damage_further_in_is_left_to_the_check_beside_the_work(folder: DataFolder) -> None:
    _lose_a_page(folder.database)
    assert isinstance(begin(folder), Ready)
    assert find_damage(folder.database, thorough=False)


def test_a_sound_file_has_no_damage(folder: DataFolder) -> None:
    assert [find_damage(folder.database, thorough=deep) for deep in (False, True)] == [None, None]


def test_a_row_without_its_parent_is_damage_to_the_thorough_check(folder: DataFolder) -> None:
    with opened(folder.database) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM customer WHERE id = 2")
    assert "lacks its customer" in (find_damage(folder.database, thorough=True) or "")


def test_after_a_rough_end_the_file_is_looked_through_first(
    folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    _lose_a_page(folder.database)
    folder.database.with_name("shop.db-wal").write_bytes(b"torn")
    assert refusal(folder).actions[0] is Action.RESTORE


def test_after_a_rough_end_a_large_file_is_looked_through_behind_the_window(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_module, "CHECKED_AT_ONCE_BYTES", 0)
    folder.database.with_name("shop.db-wal").write_bytes(b"torn")
    outcome = begin(folder)
    assert isinstance(outcome, Ready)
    assert outcome.needs_thorough_check


def test_a_restore_that_was_cut_short_is_finished(folder: DataFolder) -> None:
    backup = make_backup(folder, BackupReason.BY_HAND).path
    change(folder, "old")
    restore(folder, backup)
    change(folder, "new")
    folder.database.rename(folder.root / f"{READY}000002")
    assert isinstance(begin(folder), Ready)
    assert labels(folder.database) == ["new"]


def test_the_usual_start_is_quick_and_loads_nothing_heavy(folder: DataFolder) -> None:
    begin(folder)
    before = time.perf_counter()
    for _ in range(10):
        begin(folder)
    assert (time.perf_counter() - before) / 10 < 0.02
    code = "import sys, shopdesk.storage.start; print([m for m in HEAVY if m in sys.modules])"
    code = code.replace("HEAVY", "('sqlalchemy', 'alembic', 'babel', 'PySide6')")
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def _spoil_schema(path: Path, sql: str = "X'435245415445205441424C4520D7'") -> None:
    with opened(path) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            f"UPDATE sqlite_schema SET sql = CAST({sql} AS TEXT) WHERE name = 'courier'"
        )
        connection.execute("PRAGMA schema_version=999")


def _lose_a_page(path: Path) -> None:
    """Zero a page that holds orders, as a disk does with a bad sector."""
    with opened(path) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'orders'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)
