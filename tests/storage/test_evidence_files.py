"""Backups take evidence along once, restores bring it back, and only what nobody names goes."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BufferedReader, FileIO
from pathlib import Path

import pytest

from shopdesk.desk import Desk
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.evidence import attach, remove_evidence
from shopdesk.storage.attachments import kept_names, place_of, store_bytes
from shopdesk.storage.backups import make_backup, save_copy
from shopdesk.storage.evidence_files import Finding, mend_copies, named_files, verify_all
from shopdesk.storage.files import open_ordinary
from shopdesk.storage.manifests import BackupReason, Manifest, manifest_path
from shopdesk.storage.orphans import sweep_orphans
from shopdesk.storage.restore import restore
from tests.making import make_order, make_return
from tests.pictures import picture
from tests.storage.shops import opened


@pytest.fixture
def case_id(desk: Desk) -> int:
    return make_return(desk, make_order(desk))


def add(desk: Desk, case_id: int, colour: str = "#112233") -> StoredFile:
    stored = store_bytes(desk.folder, picture(colour=colour), f"{colour}.jpg")
    desk.write("Evidence", lambda s: attach(s, [stored], EvidencePlace(case_id)))
    return stored


def back_up(desk: Desk) -> Path:
    return make_backup(desk.folder, BackupReason.BY_HAND).path


def kept(root: Path) -> set[str]:
    return set(kept_names(root))


def lose(desk: Desk, stored: StoredFile) -> None:
    place_of(desk.folder.attachments, stored.file_name).unlink()


def test_a_backup_adds_only_new_files_and_names_all(desk: Desk, case_id: int) -> None:
    first = add(desk, case_id)
    back_up(desk)
    copy = place_of(desk.folder.backups / "att", first.file_name)
    written_at = copy.stat().st_mtime_ns
    second = add(desk, case_id, "#445566")
    manifest = Manifest.load(manifest_path(back_up(desk)))
    assert manifest is not None
    assert set(manifest.evidence) == {first.file_name, second.file_name}
    assert copy.stat().st_mtime_ns == written_at
    assert kept(desk.folder.backups / "att") == kept(desk.folder.attachments)


def test_a_missing_photo_does_not_keep_the_shop_from_its_backup(
    desk: Desk, case_id: int, caplog: pytest.LogCaptureFixture
) -> None:
    lose(desk, add(desk, case_id))
    there = add(desk, case_id, "#445566")
    manifest = Manifest.load(manifest_path(back_up(desk)))
    assert manifest is not None
    assert manifest.evidence == (there.file_name,)
    assert "missing" in caplog.text


def _a_folder(place: Path) -> None:
    (place / "with something in it").mkdir(parents=True)


STRANGERS: dict[str, Callable[[Path], None]] = {
    "folder": _a_folder,
    "pipe": os.mkfifo,
    "link to itself": lambda place: place.symlink_to(place.name),
    "link to a device": lambda place: place.symlink_to("/dev/zero"),
    "link to another file": lambda place: place.symlink_to("/etc/passwd"),
}


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_is_no_file_in_a_photos_place_stops_no_backup_and_is_mended(
    desk: Desk, case_id: int, stranger: str
) -> None:
    photo = add(desk, case_id)
    place = place_of(desk.folder.attachments, photo.file_name)
    lose(desk, photo)
    STRANGERS[stranger](place)
    assert [found.trouble for found in verify_all(desk.folder)] == ["missing"]
    assert make_backup(desk.folder, BackupReason.BY_HAND).lacking == 1
    store_bytes(desk.folder, picture(colour="#112233"), "again.jpg")
    assert [found.trouble for found in verify_all(desk.folder)] == [""]
    assert make_backup(desk.folder, BackupReason.BY_HAND).lacking == 0


@pytest.mark.usefixtures("caplog")
def test_a_disk_that_cannot_read_one_photo_keeps_the_others(
    desk: Desk, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotten, well = add(desk, case_id), add(desk, case_id, "#445566")
    really = open_ordinary

    def opened_on_a_bad_disk(path: Path) -> BufferedReader | _BadDisk:
        return _BadDisk(really(path)) if path.name == rotten.file_name else really(path)

    monkeypatch.setattr("shopdesk.storage.attachments.open_ordinary", opened_on_a_bad_disk)
    made = make_backup(desk.folder, BackupReason.BY_HAND)
    assert (made.lacking, kept(desk.folder.backups / "att")) == (1, {well.file_name})


class _BadDisk(FileIO):
    """A file whose blocks the disk does not give back."""

    def __init__(self, file: BufferedReader) -> None:
        super().__init__(os.dup(file.fileno()))
        file.close()

    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.usefixtures("caplog")
def test_a_rotted_copy_is_replaced_from_its_original_and_never_restored(
    desk: Desk, case_id: int
) -> None:
    photo = add(desk, case_id)
    backup = back_up(desk)
    copy = place_of(desk.folder.backups / "att", photo.file_name)
    _rot(copy)
    assert mend_copies(desk.folder) == 1
    assert copy.read_bytes() == picture(colour="#112233")
    _rot(copy)
    lose(desk, photo)
    assert mend_copies(desk.folder) == 0
    desk.close()
    assert restore(desk.folder, backup).lacking == 1
    assert kept(desk.folder.attachments) == set()


def test_a_restore_takes_a_photo_from_where_it_is_whole(
    desk: Desk, case_id: int, tmp_path: Path
) -> None:
    photo = add(desk, case_id)
    back_up(desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    save_copy(desk.folder.database, stick / "copy.db")
    desk.close()
    _rot(place_of(stick / "att", photo.file_name))
    _rot(place_of(desk.folder.attachments, photo.file_name))
    assert restore(desk.folder, stick / "copy.db").lacking == 0
    assert all(not found.trouble for found in verify_all(desk.folder))


def _rot(place: Path) -> None:
    """Change one bit, which leaves the size as it was."""
    data = bytearray(place.read_bytes())
    data[100] ^= 1
    place.write_bytes(data)


def test_a_restore_brings_missing_files_back(desk: Desk, case_id: int) -> None:
    lost, torn = add(desk, case_id), add(desk, case_id, "#445566")
    backup = back_up(desk)
    desk.close()
    lose(desk, lost)
    place_of(desk.folder.attachments, torn.file_name).write_bytes(b"torn")
    restore(desk.folder, backup)
    assert all(not found.trouble for found in verify_all(desk.folder))
    assert kept(desk.folder.attachments) == {lost.file_name, torn.file_name}


def test_a_copy_on_a_stick_has_its_photos_beside_it(
    desk: Desk, case_id: int, tmp_path: Path
) -> None:
    stored = add(desk, case_id)
    stick = tmp_path / "stick"
    stick.mkdir()
    save_copy(desk.folder.database, stick / "copy.db")
    desk.close()
    shutil.rmtree(desk.folder.attachments)
    restore(desk.folder, stick / "copy.db")
    assert kept(desk.folder.attachments) == {stored.file_name}


def test_what_is_missing_or_changed_is_found(desk: Desk, case_id: int) -> None:
    well, lost, torn = (add(desk, case_id, f"#00{n}000") for n in (1, 2, 3))
    lose(desk, lost)
    place = place_of(desk.folder.attachments, torn.file_name)
    place.write_bytes(place.read_bytes()[:-1] + b"?")
    found = {finding.file.file_name: finding.trouble for finding in verify_all(desk.folder)}
    assert found == {well.file_name: "", lost.file_name: "missing", torn.file_name: "changed"}


def test_a_look_can_be_stopped(desk: Desk, case_id: int) -> None:
    add(desk, case_id)
    assert list[Finding](verify_all(desk.folder, stop=lambda: True)) == []


def test_names_that_lead_elsewhere_are_not_followed(desk: Desk, case_id: int) -> None:
    add(desk, case_id)
    with opened(desk.folder.database) as connection:
        connection.execute("UPDATE attachment SET sha256 = '../../../etc/passwd', kind = 'jpg'")
        connection.execute("DELETE FROM changed_row")
    assert named_files(desk.folder.database) == []


def test_only_what_nobody_names_is_swept_after_a_week(desk: Desk, case_id: int) -> None:
    used, removed = add(desk, case_id), add(desk, case_id, "#445566")
    orphan = store_bytes(desk.folder, picture("png"), "never saved.png")
    desk.write("Removed", lambda s: remove_evidence(s, 2))
    now = datetime.now(UTC)
    assert sweep_orphans(desk.folder, now + timedelta(days=6)) == 0
    assert sweep_orphans(desk.folder, now + timedelta(days=8)) == 1
    assert kept(desk.folder.attachments) == {used.file_name, removed.file_name}
    assert orphan.file_name not in kept(desk.folder.attachments)


def test_what_a_backup_may_need_is_not_swept(desk: Desk, case_id: int) -> None:
    stored = add(desk, case_id)
    backup = back_up(desk)
    with opened(desk.folder.database) as connection:
        connection.execute("DELETE FROM attachment")
        connection.execute("DELETE FROM changed_row")
    later = datetime.now(UTC) + timedelta(days=30)
    assert sweep_orphans(desk.folder, later) == 0
    manifest_path(backup).rename(backup.with_suffix(".away"))
    assert sweep_orphans(desk.folder, later) == 0
    os.unlink(backup)  # noqa: PTH108 - as thinning does
    assert sweep_orphans(desk.folder, later) == 2
    assert kept(desk.folder.attachments) == kept(desk.folder.backups / "att") == set()
    assert stored.size > 0
