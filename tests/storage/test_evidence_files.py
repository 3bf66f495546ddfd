"""Backups take evidence along once, restores bring it back, and only what nobody names goes."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.desk import Desk
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.evidence import attach, remove_evidence
from shopdesk.storage.attachments import kept_names, place_of, store_bytes
from shopdesk.storage.backups import make_backup, save_copy
from shopdesk.storage.evidence_files import Finding, named_files, verify_all
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
