"""The start: what is looked at, in which order, before the shop's file is opened for writing.

Nothing is written before all of it is well, but for the end of a restore that was cut short.
The usual start takes a few milliseconds and loads neither SQLAlchemy nor Alembic.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.paths import DataFolder
from shopdesk.storage.backup_list import backup_names
from shopdesk.storage.checks import DamagedFileError, find_damage, looking_at
from shopdesk.storage.files import system_errors_as_sentences
from shopdesk.storage.migrations import HISTORY, History
from shopdesk.storage.places import Verdict, judge
from shopdesk.storage.room import MEGABYTE, missing_room_sentence
from shopdesk.storage.shape import REFUSALS, Shape, shape_of

ROOM_BYTES = 200 * MEGABYTE
ROOM_FACTOR = 2
CHECKED_AT_ONCE_BYTES = 32 * MEGABYTE
"""Up to this size a file is looked through before the window shows, if its last end was rough."""

DAMAGED = N_(
    "The shop's file is damaged. Restore the newest good backup; the damaged file is kept."
)

UNFINISHED_RESTORE = "shop.db.restor*"
"""What a restore that was cut short leaves behind; see `storage.restore`."""

log = logging.getLogger(__name__)


class Action(Enum):
    """What a refusal offers as its buttons."""

    RETRY = "retry"
    RESTORE = "restore"
    TAKE_OVER = "take_over"
    CHOOSE_FOLDER = "choose_folder"
    GET_NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Ready:
    """The file may be opened; `warnings` are sentences to show, the check is still to be done."""

    warnings: tuple[str, ...] = ()
    needs_thorough_check: bool = False


@dataclass(frozen=True, slots=True)
class NewShop:
    """There is nothing here yet: ask for the shop's name, then `upgrade.create`."""

    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedsUpgrade:
    """The file is older than the program: `upgrade.upgrade`, then open it."""

    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlreadyOpen:
    """Another window has this shop and was brought to the front: end without a word."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The shop cannot be opened; `host` is the computer that has it, for TAKE_OVER."""

    sentence: str
    actions: tuple[Action, ...]
    host: str = ""


Outcome = Ready | NewShop | NeedsUpgrade | AlreadyOpen | Refused
Hold = Callable[[], AlreadyOpen | Refused | None]
"""Takes the folder's lock, or says why not; see `shopdesk.instance`."""


def start(
    folder: DataFolder, hold: Hold, history: History = HISTORY, *, needs_room: bool = True
) -> Outcome:
    """Look at the place, the room, the lock and the file, and say how to go on.

    After Ready the file is still to be looked through, beside the work: `checks.find_damage`. The
    lock is held after every outcome but AlreadyOpen and a Refused that comes from the place, the
    room or the lock.
    """
    try:
        with system_errors_as_sentences():
            return _outcome(folder, hold, history, needs_room=needs_room)
    except DamagedFileError as error:
        return _refused_damage(str(error.__cause__))
    except StorageError as error:
        return Refused(error.sentence, (Action.RETRY, Action.RESTORE, Action.CHOOSE_FOLDER))


def _outcome(folder: DataFolder, hold: Hold, history: History, *, needs_room: bool) -> Outcome:
    place = judge(folder.root)
    if place.verdict is Verdict.REFUSED:
        return Refused(place.sentence, (Action.CHOOSE_FOLDER,))
    stopped = (_room_refusal(folder) if needs_room else None) or hold()
    if stopped:
        return stopped
    outcome = _file_outcome(folder, history)
    if isinstance(outcome, Refused):
        return outcome
    return replace(outcome, warnings=(place.sentence,) if place.sentence else ())


def _room_refusal(folder: DataFolder) -> Refused | None:
    needed = max(ROOM_BYTES, ROOM_FACTOR * _size(folder))
    sentence = missing_room_sentence(folder.root, needed)
    return Refused(sentence, (Action.RETRY, Action.CHOOSE_FOLDER)) if sentence else None


def _size(folder: DataFolder) -> int:
    return folder.database.stat().st_size if folder.database.exists() else 0


def _file_outcome(folder: DataFolder, history: History) -> Ready | NewShop | NeedsUpgrade | Refused:
    if any(folder.root.glob(UNFINISHED_RESTORE)):
        from shopdesk.storage.restore import finish_restore

        finish_restore(folder)
    if not folder.database.exists():
        return _missing(folder)
    was_unclean = _has_journal(folder)
    with looking_at(folder.database) as connection:
        shape = shape_of(connection, history)
    if shape in REFUSALS:
        return _refused_shape(shape)
    if was_unclean and _size(folder) <= CHECKED_AT_ONCE_BYTES:
        damage = find_damage(folder.database, thorough=True)
        if damage:
            return _refused_damage(damage)
        was_unclean = False
    return NeedsUpgrade() if shape is Shape.OLDER else Ready(needs_thorough_check=was_unclean)


def _refused_damage(damage: str) -> Refused:
    log.error("the shop's file is damaged: %s", damage)
    return Refused(_(DAMAGED), (Action.RESTORE, Action.CHOOSE_FOLDER))


def _has_journal(folder: DataFolder) -> bool:
    """Tell whether the last end was rough: a clean one leaves no journal with something in it."""
    journal = folder.database.with_name(f"{folder.database.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def _missing(folder: DataFolder) -> NewShop | Refused:
    count = len(backup_names(folder))
    if not count:
        return NewShop()
    sentence = ngettext(
        "The shop's file is gone, but {count} backup of it is here. Restore it.",
        "The shop's file is gone, but {count} backups of it are here. Restore the newest.",
        count,
    ).format(count=count)
    return Refused(sentence, (Action.RESTORE, Action.CHOOSE_FOLDER))


def _refused_shape(shape: Shape) -> Refused:
    actions = {
        Shape.NEWER: (Action.GET_NEWER, Action.RESTORE),
        Shape.STRANGE: (Action.CHOOSE_FOLDER, Action.RESTORE),
        Shape.ALTERED: (Action.RESTORE, Action.CHOOSE_FOLDER),
    }
    return Refused(_(REFUSALS[shape]), actions[shape])
