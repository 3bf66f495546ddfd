"""What a search over everything calls the sorts of thing it finds, and where it looks."""

from shopdesk.i18n import N_, _
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.order_statuses import order_status

GROUPS = {
    "cases": N_("Returns, reshipments, complaints"),
    "customers": N_("Customers"),
    "orders": N_("Orders"),
    "solutions": N_("Solutions"),
}
PLACES = {
    "number": N_("Number"),
    "order": N_("Order"),
    "name": N_("Name"),
    "handle": N_("Handle"),
    "contact": N_("Contact"),
    "item": N_("Item"),
    "waybill": N_("Waybill"),
    "platform": N_("Platform's number"),
    "wanted": N_("Wanted"),
    "address": N_("Address"),
    "note": N_("Note"),
}
"""The places of storage.searched, by their keys there."""


def spot_text(place: str, text: str) -> str:
    """Return a place and what stands there."""
    return _("{place}: {text}").format(place=_(PLACES.get(place, place)), text=text)


def state_name(kind: str, state: str) -> str:
    """Return how a case stands, or, without a kind, an order; empty where nothing is known."""
    if kind in KINDS:
        found = KINDS[kind].states.get(state)
        return _(found.name) if found else state
    return _(order_status(state).name) if state else ""
