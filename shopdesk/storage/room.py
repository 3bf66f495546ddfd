"""Room on the disk, asked for before something large is begun."""

import shutil
from pathlib import Path

from shopdesk.errors import StorageError
from shopdesk.i18n import _

MEGABYTE = 1024 * 1024
SPARE_BYTES = 20 * MEGABYTE


def free_bytes(folder: Path) -> int:
    """Return the room left on the disk of a folder, which need not be there yet."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def missing_room_sentence(folder: Path, needed_bytes: int) -> str | None:
    """Return what to say if less than `needed_bytes` is free, or None if there is enough."""
    missing = needed_bytes - free_bytes(folder)
    if missing <= 0:
        return None
    return _("The disk is too full to work safely. Free {size} MB, then try again.").format(
        size=-(-missing // MEGABYTE)
    )


def require_room(folder: Path, needed_bytes: int) -> None:
    """Raise StorageError if less than `needed_bytes`, and a little more, is free."""
    sentence = missing_room_sentence(folder, needed_bytes + SPARE_BYTES)
    if sentence:
        raise StorageError(sentence)
