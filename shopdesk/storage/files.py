"""Files that are there whole after a power loss, or not at all."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until the disk holds a file, or a folder's list of names where systems need that."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_into_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, in the place of what had it; both lie in one folder."""
    sync(draft)
    draft.replace(path)
    sync(path.parent)
