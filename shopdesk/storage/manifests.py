"""What is written down beside each backup, and what its name alone says."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from shopdesk.i18n import N_
from shopdesk.storage.files import move_into_place

_NAME = re.compile(r"shop-(\d{6,})-(\d{8}T\d{6})Z-([a-z]+)\.db")
_TIME = "%Y%m%dT%H%M%S"


class BackupReason(StrEnum):
    """Why a backup was made; part of its name."""

    CLOSING = "closing"
    REGULAR = "regular"
    UPGRADE = "upgrade"
    IMPORT = "import"
    BY_HAND = "byhand"


REASON_LABELS = {
    BackupReason.CLOSING: N_("At closing"),
    BackupReason.REGULAR: N_("While working"),
    BackupReason.UPGRADE: N_("Before an update"),
    BackupReason.IMPORT: N_("Before an import"),
    BackupReason.BY_HAND: N_("By hand"),
}


@dataclass(frozen=True, slots=True)
class BackupName:
    """A backup's own serial, which orders them whatever the clock said, its time and reason."""

    serial: int
    made_at: datetime
    reason: BackupReason

    def __str__(self) -> str:
        stamp = self.made_at.astimezone(UTC).strftime(_TIME)
        return f"shop-{self.serial:06}-{stamp}Z-{self.reason}.db"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read a file's name, or return None if it is not that of a backup."""
        found = _NAME.fullmatch(text)
        if not found or found[3] not in set(BackupReason):
            return None
        made_at = datetime.strptime(found[2], _TIME).replace(tzinfo=UTC)
        return cls(int(found[1]), made_at, BackupReason(found[3]))


@dataclass(frozen=True, slots=True)
class Contents:
    """What a shop's file holds: rows of the main tables, and the last recorded change."""

    revision: str
    last_change_id: int
    last_change_at: int
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The proof of a verified backup; times are seconds since 1970.

    `evidence` names the files, `<sha256>.<kind>`, that lie beside the backups for it.
    """

    serial: int
    made_at: int
    reason: str
    size_bytes: int
    sha256: str
    contents: Contents
    evidence: tuple[str, ...] = ()

    def save(self, path: Path) -> None:
        """Write the manifest, whole or not at all."""
        draft = path.with_suffix(".json.tmp")
        draft.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        move_into_place(draft, path)

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """Read a manifest, or return None if it is missing or cannot be understood."""
        try:
            fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            contents = Contents(**fields.pop("contents"))
            evidence = tuple(fields.pop("evidence", ()))
            return cls(**fields, contents=contents, evidence=evidence)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None


def manifest_path(backup: Path) -> Path:
    """Return where a backup's manifest lies: beside it."""
    return backup.with_suffix(".json")
