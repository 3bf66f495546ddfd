"""Sweeping evidence that nothing names any more, from the shop's folder and from its backups."""

import logging
from collections.abc import Container
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shopdesk.paths import ATTACHMENTS, DataFolder
from shopdesk.storage.attachments import kept_names, place_of, sweep_drafts
from shopdesk.storage.backup_list import backup_names
from shopdesk.storage.evidence_files import named_files
from shopdesk.storage.manifests import Manifest, manifest_path

KEPT_FOR = timedelta(days=7)
"""How long a file may wait for the row that names it, such as beside a form left open."""

log = logging.getLogger(__name__)


def sweep_orphans(folder: DataFolder, at: datetime | None = None) -> int:
    """Drop kept files of over a week that no row, no undo and no backup names; returns how many.

    A backup without a readable manifest may name anything: nothing is swept while there is one.
    """
    in_backups = _named_by_backups(folder)
    if in_backups is None:
        return 0
    named = {file.file_name for file in named_files(folder.database)}
    limit = (at or datetime.now(UTC)) - KEPT_FOR
    copies = folder.backups / ATTACHMENTS
    for root in (folder.attachments, copies):
        sweep_drafts(root)
    swept = _sweep(folder.attachments, named | in_backups, limit)
    return swept + _sweep(copies, in_backups, limit)


def _named_by_backups(folder: DataFolder) -> set[str] | None:
    named: set[str] = set()
    for name in backup_names(folder):
        manifest = Manifest.load(manifest_path(folder.backups / str(name)))
        if manifest is None:
            return None
        named.update(manifest.evidence)
    return named


def _sweep(root: Path, named: Container[str], limit: datetime) -> int:
    swept = 0
    for name in list(kept_names(root)):
        place = place_of(root, name)
        with suppress(OSError):
            if name not in named and _written_at(place) < limit:
                place.unlink()
                swept += 1
    if swept:
        log.info("%d kept files that nothing names were swept from %s", swept, root)
    return swept


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
