"""What is known of a buyer, worded for the detail."""

from collections.abc import Iterator

from shopdesk.i18n import N_, _
from shopdesk.queries.customers import CustomerDetail
from shopdesk.rules.platforms import FAMILIES, PLATFORMS
from shopdesk.ui.base.amounts import amounts_text
from shopdesk.ui.base.facts import Fact

CONTACTS = {"phone": N_("Phone"), "email": N_("E-mail")}


def summary_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield how much was bought, came back and was refunded."""
    yield Fact(_("Orders"), str(found.orders))
    yield Fact(_("Returns"), str(found.returns))
    yield Fact(_("Refunded"), amounts_text(found.refunded) or "—")


def identity_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield what each platform calls the buyer; a click copies."""
    contacts = {contact.value.casefold() for contact in found.contacts}
    for identity in found.identities:
        if identity.handle.casefold() not in contacts:
            yield Fact(_platform_names(identity.platform), identity.handle, copy=True)


def contact_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield how the buyer is reached and where parcels went; a click copies."""
    for contact in found.contacts:
        yield Fact(_(CONTACTS.get(contact.kind, "")), contact.value, copy=True)
    for place in found.places:
        parts = (place.recipient, place.address, place.postcode, place.country)
        yield Fact(_("Address"), " ".join(filter(None, parts)), copy=True)


def _platform_names(code: str) -> str:
    """Return the platform, and those that share its names with it."""
    codes = (code, *(member for member, family in FAMILIES.items() if family == code))
    return " / ".join(_(PLATFORMS[each].name) if each in PLATFORMS else each for each in codes)
