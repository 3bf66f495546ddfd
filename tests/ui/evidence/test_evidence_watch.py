"""Once a week all evidence is looked through: mended from a backup, or marked and told."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.evidence import attach
from shopdesk.storage.attachments import place_of, store_bytes
from shopdesk.storage.backups import make_backup
from shopdesk.storage.manifests import BackupReason
from shopdesk.ui.evidence_watch import EvidenceWatch
from tests.pictures import picture
from tests.ui.evidence.conftest import AtWork


def add(at_work: AtWork, colour: str) -> StoredFile:
    stored = store_bytes(at_work.desk.folder, picture(colour=colour), "a.jpg")
    at_work.desk.write("Added", lambda s: attach(s, [stored], EvidencePlace(at_work.case_id)))
    return stored


def lose(at_work: AtWork, stored: StoredFile) -> None:
    place_of(at_work.desk.folder.attachments, stored.file_name).unlink()


@pytest.fixture
def watch(at_work: AtWork) -> EvidenceWatch:
    return at_work.window.evidence_watch


def test_what_a_backup_has_is_mended_and_the_rest_is_marked_and_told(
    at_work: AtWork, watch: EvidenceWatch
) -> None:
    kept = add(at_work, "#112233")
    make_backup(at_work.desk.folder, BackupReason.BY_HAND)
    gone = add(at_work, "#445566")
    lose(at_work, kept)
    lose(at_work, gone)
    told: list[str] = []
    watch.told.connect(told.append)
    watch.look_if_due()
    at_work.until(lambda: any(row.trouble for row in at_work.kept()))
    assert [row.trouble for row in at_work.kept()] == ["", "missing"]
    assert told == ["1 file of the evidence is missing or changed. Its return shows since when."]
    assert place_of(at_work.desk.folder.attachments, kept.file_name).exists()


def test_a_look_comes_once_a_week_whatever_the_settings_say(
    at_work: AtWork, watch: EvidenceWatch
) -> None:
    settings = at_work.desk.settings
    yesterday = datetime.now(UTC) - timedelta(days=1)
    settings.change(evidence_looked_at=yesterday.isoformat())
    watch.look_if_due()
    assert watch._running is None
    for last in ("once upon a time", (yesterday - timedelta(days=7)).isoformat()):
        settings.change(evidence_looked_at=last)
        watch.look_if_due()
        at_work.until(lambda last=last: settings.now.evidence_looked_at != last)  # type: ignore[misc]
