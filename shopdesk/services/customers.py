"""What a person may change about a buyer."""

from sqlalchemy.orm import Session

from shopdesk.models import Customer
from shopdesk.services.checks import NOTE_LENGTH, text_fits
from shopdesk.services.records import fetch


def set_customer_note(session: Session, customer_id: int, note: str, version: int) -> None:
    """Keep the shop's own words about a buyer."""
    fetch(session, Customer, customer_id, version).note = text_fits("note", note, NOTE_LENGTH)
