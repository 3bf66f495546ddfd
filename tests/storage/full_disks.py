"""Disks of a few megabytes, which fill up as real ones do; only root can make them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

can_mount = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0 or not shutil.which("mount"),
    reason="needs root to make a small disk",
)


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Lend a folder on a disk of its own."""
    place.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(place))
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))


def fill_up(folder: Path, *, leave_bytes: int = 0) -> Path:
    """Take all room but `leave_bytes`; returns the file that takes it."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(folder).free - leave_bytes)
    return ballast


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
