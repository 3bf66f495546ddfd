"""What a person may change about orders and goods; the rest comes from the platform's files."""

from sqlalchemy.orm import Session

from shopdesk.models import Order, Product
from shopdesk.rules.categories import CATEGORIES
from shopdesk.services.checks import NOTE_LENGTH, known, text_fits
from shopdesk.services.records import fetch


def set_category(session: Session, product_id: int, category: str) -> None:
    """Say what kind of goods a product is; return rules differ by it."""
    fetch(session, Product, product_id).category = known("category", category, CATEGORIES)


def set_seller_note(session: Session, order_id: int, note: str, version: int) -> None:
    """Keep the shop's own words about an order."""
    found = fetch(session, Order, order_id, version)
    found.seller_note = text_fits("seller_note", note, NOTE_LENGTH)
