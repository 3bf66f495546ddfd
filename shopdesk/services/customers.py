"""What a person may change about a buyer."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.models import Customer, CustomerFlag
from shopdesk.rules.customers import FLAGS
from shopdesk.services.checks import NOTE_LENGTH, known, text_fits
from shopdesk.services.records import fetch
from shopdesk.storage.database import unit_of


def set_customer_note(session: Session, customer_id: int, note: str, version: int) -> None:
    """Keep the shop's own words about a buyer; refuses one who is merged into another."""
    standing_customer(session, customer_id, version).note = text_fits("note", note, NOTE_LENGTH)


def set_flag(session: Session, customer_id: int, flag: str, reason: str = "") -> None:
    """Mark a buyer with a key of rules.customers.FLAGS and say why; one that is there is renewed.

    Raises DomainError for a buyer who is merged into another.
    """
    known("flag", flag, FLAGS)
    text = text_fits("reason", reason, NOTE_LENGTH)
    standing_customer(session, customer_id)
    unit = unit_of(session)
    found = _flag(session, customer_id, flag)
    if found is None:
        found = CustomerFlag(customer_id=customer_id, flag=flag)
        session.add(found)
    found.reason, found.set_at, found.set_by = text, unit.at, unit.by


def unset_flag(session: Session, customer_id: int, flag: str) -> None:
    """Take a mark away; the record of changes keeps who had set it, and why."""
    found = _flag(session, customer_id, flag)
    if found is None:
        raise DomainError(_("This mark is gone already. Load the page again."))
    session.delete(found)


def standing_customer(session: Session, customer_id: int, version: int | None = None) -> Customer:
    """Return a buyer who stands for themselves; refuses one who is merged into another."""
    found = fetch(session, Customer, customer_id, version)
    if found.merged_into_id is not None:
        raise DomainError(
            _("{name} was merged into another buyer. Load the page again.").format(name=found.name)
        )
    return found


def kept_customer(session: Session, customer_id: int | None) -> int | None:
    """Return the id of the buyer whom new rows go to: the kept one after a merge, else the same.

    A form may have been open while its buyer was merged. Raises DomainError for one who is gone.
    """
    if customer_id is None:
        return None
    return fetch(session, Customer, customer_id).merged_into_id or customer_id


def _flag(session: Session, customer_id: int, flag: str) -> CustomerFlag | None:
    wanted = select(CustomerFlag).where(
        CustomerFlag.customer_id == customer_id, CustomerFlag.flag == flag
    )
    return session.scalar(wanted)
