"""Fetching the record that a person looks at, in the version they saw."""

from typing import TypeVar

from sqlalchemy.orm import Session

from shopdesk.errors import DomainError, StaleError
from shopdesk.i18n import _
from shopdesk.models.base import Base
from shopdesk.storage.database import stale_sentence

Record = TypeVar("Record", bound=Base)


def fetch(session: Session, model: type[Record], row_id: int, version: int | None = None) -> Record:
    """Return a record; refuse one that is gone, or changed since `version` was read."""
    found = session.get(model, row_id)
    if found is None:
        raise DomainError(_("This record is no longer there. Load the page again."))
    if version is not None and getattr(found, "version", version) != version:
        raise StaleError(stale_sentence())
    return found
