"""Two rows of one buyer become one: all that belongs to the one moves to the other."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import (
    Case,
    Customer,
    CustomerAddress,
    CustomerContact,
    CustomerFlag,
    CustomerHandle,
    FollowUp,
    Order,
)
from shopdesk.models.base import Base
from shopdesk.services.checks import NOTE_LENGTH
from shopdesk.services.customers import standing_customer
from shopdesk.storage.database import unit_of

# What belongs to a buyer, and by which columns a row of it is the same as one that is there.
_OWN: tuple[tuple[type[Base], tuple[str, ...]], ...] = (
    (CustomerHandle, ("platform", "handle")),
    (CustomerContact, ("kind", "folded")),
    (CustomerAddress, ("recipient", "address")),
    (CustomerFlag, ("flag",)),
    (Order, ()),
    (Case, ()),
    (FollowUp, ()),
)


def merge_customers(
    session: Session,
    kept_id: int,
    other_id: int,
    kept_version: int | None = None,
    other_version: int | None = None,
) -> None:
    """Move all of a buyer into another, the kept one, which is the same person.

    Both notes are kept. What both have stays once. Who was merged into the other before leads
    to the kept one now. Undo brings every row back. The change's label gets both names.
    """
    if kept_id == other_id:
        raise DomainError(_("Choose another buyer: this one cannot be merged with itself."))
    kept = standing_customer(session, kept_id, kept_version)
    other = standing_customer(session, other_id, other_version)
    for model, key in _OWN:
        _move(session, model, key, (kept_id, other_id))
    for earlier in _rows(session, Customer, "merged_into_id", other_id):
        earlier.merged_into_id = kept_id
    kept.name = kept.name or other.name
    kept.note = _both_notes(kept, other)
    other.merged_into_id = kept_id
    unit_of(session).values = {"name": other.name, "kept": kept.name}


def _both_notes(kept: Customer, other: Customer) -> str:
    """Return both notes as one; refuses what is longer than a note can be, as none may be lost."""
    found = "\n\n".join(filter(None, (kept.note, other.note)))
    if len(found) > NOTE_LENGTH:
        raise DomainError(
            _("Both notes are {count} characters long together; shorten them to {length}.").format(
                count=len(found), length=NOTE_LENGTH
            )
        )
    return found


def _move(session: Session, model: type[Base], key: tuple[str, ...], ids: tuple[int, int]) -> None:
    """Give the second buyer's rows to the first; one that is there twice goes."""
    kept_id, other_id = ids
    there = {_key(row, key) for row in _rows(session, model, "customer_id", kept_id)} if key else ()
    for row in _rows(session, model, "customer_id", other_id):
        if key and _key(row, key) in there:
            session.delete(row)
        else:
            row.customer_id = kept_id


def _key(row: Any, names: tuple[str, ...]) -> tuple[object, ...]:  # noqa: ANN401
    return tuple(getattr(row, name) for name in names)


def _rows(session: Session, model: type[Base], column: str, row_id: int) -> Iterable[Any]:
    """Return the rows whose `column` holds an id, in the order in which they came."""
    wanted = select(model).where(getattr(model, column) == row_id).order_by(model.id)
    return session.scalars(wanted).all()
