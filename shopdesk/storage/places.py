"""Is a folder a safe home for the shop's file?

SQLite needs a disk of this computer: on a network share its locks do not hold, and a program
that syncs folders copies a file while it is written, or puts an old one over it.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from shopdesk.i18n import N_, _
from shopdesk.storage.mounts import Disk, disk_of


class Verdict(Enum):
    """What follows for the start."""

    GOOD = "good"
    WARNED = "warned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Place:
    """A judged folder; the sentence is empty for a good one."""

    verdict: Verdict
    sentence: str = ""


GOOD = Place(Verdict.GOOD)

# Starts of folder names, folded; a name goes on with nothing, a space, or one of these marks.
SYNC_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "drivefs": "Google Drive",
    "nutstore": "坚果云",
    "nutstore files": "坚果云",
    "坚果云": "坚果云",
    "我的坚果云": "坚果云",
    "baidusyncdisk": "百度网盘",
    "baidunetdiskworkspace": "百度网盘",
    "百度网盘同步空间": "百度网盘",
    "百度云同步盘": "百度网盘",
    "wps云盘": "WPS云盘",
    "wpsdrive": "WPS云盘",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "seafile": "Seafile",
    "yandex.disk": "Yandex Disk",
}
NAME_GOES_ON = (" ", "-", "_", "(", "（")

SYNC_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nutstore": "坚果云",
    ".sync": "Resilio Sync",
    ".owncloudsync.log": "ownCloud",
}
"""Files that sync programs put into the folder that they watch."""

SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

TEMPORARY_VARIABLES = ("TMPDIR", "TEMP", "TMP")
TEMPORARY_ROOTS = ("/tmp", "/var/tmp")  # noqa: S108 - only compared with

SYNCED = N_(
    "{program} syncs this folder and would damage the shop's file while you work."
    " Choose a folder that is not synced."
)
SENTENCES = {
    Disk.NETWORK: N_(
        "This folder is on a network drive, where the shop's file can be damaged."
        " Choose a folder on this computer."
    ),
    Disk.REMOVABLE: N_(
        "This folder is on a removable disk. Do not unplug it while ShopDesk is open."
    ),
    Disk.MEMORY: N_(
        "This folder is for temporary files and may be emptied when the computer restarts."
    ),
}
VERDICTS = {
    Disk.NETWORK: Verdict.REFUSED,
    Disk.REMOVABLE: Verdict.WARNED,
    Disk.MEMORY: Verdict.WARNED,
}


def judge(
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    disk: Callable[[Path], Disk] = disk_of,
) -> Place:
    """Judge a folder, which need not be there yet, by its real path; nothing is written.

    Takes well under a millisecond. What `disk` says comes from the system's table of mounts.
    """
    real = folder.resolve()
    variables = os.environ if environment is None else environment
    program = sync_program(real, variables)
    if program:
        return Place(Verdict.REFUSED, _(SYNCED).format(program=program))
    kind = Disk.MEMORY if _is_temporary(real, variables) else disk(real)
    if kind in SENTENCES:
        return Place(VERDICTS[kind], _(SENTENCES[kind]))
    return GOOD


def sync_program(folder: PurePath, environment: Mapping[str, str]) -> str | None:
    """Return the name of the program that syncs a folder, as far as can be seen."""
    for variable in SYNC_VARIABLES:
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    return _named_by(folder.parts) or _marked_by((folder, *folder.parents))


def _named_by(parts: Iterable[str]) -> str | None:
    for part in parts:
        name = part.casefold()
        for start, program in SYNC_FOLDERS.items():
            if name == start or name.startswith(tuple(start + mark for mark in NAME_GOES_ON)):
                return program
    return None


def _marked_by(folders: Iterable[PurePath]) -> str | None:
    for folder in folders:
        for marker, program in SYNC_MARKERS.items():
            if (Path(folder) / marker).exists() and Path(folder) != Path.home():
                return program
    return None


def _is_temporary(folder: Path, environment: Mapping[str, str]) -> bool:
    named = [environment[name] for name in TEMPORARY_VARIABLES if environment.get(name)]
    roots = [Path(root) for root in (*TEMPORARY_ROOTS, *named)]
    return any(folder.is_relative_to(root.resolve()) for root in roots)
