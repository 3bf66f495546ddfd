"""What kind of disk a folder lies on, as each system tells."""

import re
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path, PurePosixPath


class Disk(Enum):
    """A kind of disk."""

    LOCAL = "local"
    NETWORK = "network"
    REMOVABLE = "removable"
    MEMORY = "memory"


KINDS = {
    "tmpfs": Disk.MEMORY,
    "ramfs": Disk.MEMORY,
    **dict.fromkeys(
        (
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "ncpfs",
            "afpfs",
            "webdav",
            "davfs",
            "9p",
            "afs",
            "ceph",
            "glusterfs",
            "fuse.sshfs",
            "fuse.rclone",
            "fuse.davfs2",
            "fuse.gvfsd-fuse",
            "fuse.google-drive-ocamlfuse",
            "fuse.smbnetfs",
            "fuse.glusterfs",
        ),
        Disk.NETWORK,
    ),
}
"""Linux's and macOS's names of file systems that are not a disk of this computer."""

REMOVABLE_ROOTS = ("/media", "/run/media", "/Volumes")

WINDOWS_KINDS = {2: Disk.REMOVABLE, 4: Disk.NETWORK, 6: Disk.MEMORY}
"""What GetDriveTypeW answers."""

_OCTAL = re.compile(r"\\([0-7]{3})")


def disk_of(folder: Path) -> Disk:
    """Return the kind of disk under an absolute folder; LOCAL where the system does not tell."""
    if sys.platform == "win32":
        return _windows_disk(folder)
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        lines = ""
    return disk_in(PurePosixPath(folder), lines.splitlines())


def disk_in(folder: PurePosixPath, mounts: Iterable[str]) -> Disk:
    """Return the kind of disk under a folder by lines as those of `/proc/mounts`.

    The longest mount point that the folder lies in counts; of equal ones the last, on top.
    """
    depth, kind = 0, ""
    for line in mounts:
        point, found = _point_and_kind(line)
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            depth, kind = len(point.parts), found
    if kind in KINDS:
        return KINDS[kind]
    is_removable = any(folder.is_relative_to(root) for root in REMOVABLE_ROOTS)
    return Disk.REMOVABLE if is_removable else Disk.LOCAL


def _point_and_kind(line: str) -> tuple[PurePosixPath, str]:
    _device, point, kind = line.split(" ", 3)[:3]
    return PurePosixPath(_OCTAL.sub(lambda found: chr(int(found[1], 8)), point)), kind


def _windows_disk(folder: Path) -> Disk:
    import ctypes

    if folder.drive.startswith("\\\\"):
        return Disk.NETWORK
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    return WINDOWS_KINDS.get(kernel.GetDriveTypeW(f"{folder.drive}\\"), Disk.LOCAL)
