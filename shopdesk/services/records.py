"""Fetching the record that a person looks at, in the version they saw."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from shopdesk.errors import DomainError, StaleError
from shopdesk.i18n import _
from shopdesk.models.base import Base, Versioned
from shopdesk.storage.database import stale_sentence

Record = TypeVar("Record", bound=Base)


def fetch(
    session: Session,
    model: type[Record],
    row_id: int,
    version: int | None = None,
    *,
    with_: Sequence[ORMOption] = (),
) -> Record:
    """Return a record; refuse one that is gone, or changed since `version` was read.

    `with_` says what is loaded in the same statement, as it will be needed.
    """
    found = session.get(model, row_id, options=with_)
    if found is None:
        raise DomainError(_("This record is no longer there. Load the page again."))
    if version is not None and getattr(found, "version", version) != version:
        raise StaleError(stale_sentence())
    return found


def count_on(session: Session, record: Versioned) -> None:
    """Count a record's version on where only rows beside it changed, so that open forms notice.

    It is no change of its own: undo restores the rows and counts on by itself.
    """
    session.flush()
    table = inspect(type(record)).local_table
    session.connection().exec_driver_sql(
        f"UPDATE {table.name} SET version = version + 1 WHERE id = ?",
        (record.id,),  # type: ignore[attr-defined]
    )
    session.refresh(record, ["version"])
