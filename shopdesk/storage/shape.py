"""Is a file one of ours, and of which time: asked of every file before anything is written."""

from enum import Enum

from shopdesk.i18n import N_
from shopdesk.storage.checks import header_of, revision_of
from shopdesk.storage.connection import APPLICATION_ID, Connection
from shopdesk.storage.migrations import HISTORY, History, fingerprint


class Shape(Enum):
    """What a file turns out to be."""

    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    STRANGE = "strange"
    """Not a shop's file at all."""
    ALTERED = "altered"
    """A shop's file in which another program changed tables, views or triggers."""


REFUSALS = {
    Shape.NEWER: N_(
        "This shop was last opened with a newer ShopDesk. Install the newest ShopDesk, or restore"
        " the backup that was made before its update."
    ),
    Shape.STRANGE: N_("This is not a ShopDesk file. Choose another file or folder."),
    Shape.ALTERED: N_(
        "Another program has changed how this shop's file is built, so it cannot be trusted."
        " Restore a backup."
    ),
}
"""Why a file of some shapes is not opened."""


def shape_of(connection: Connection, history: History = HISTORY) -> Shape:
    """Judge an open file by its header, its revision and its schema; takes about a millisecond."""
    header = header_of(connection)
    if header.application_id != APPLICATION_ID:
        return Shape.STRANGE
    if header.schema_number > len(history.revisions):
        return Shape.NEWER
    revision = history.named(revision_of(connection))
    if revision is None or history.number_of(revision) != header.schema_number:
        return Shape.ALTERED
    if fingerprint(connection) != revision.fingerprint:
        return Shape.ALTERED
    return Shape.CURRENT if revision == history.head else Shape.OLDER
