"""What is known of a buyer, worded for the detail."""

from collections.abc import Iterator

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.customer_detail import CustomerDetail
from shopdesk.rules.addresses import place_lines
from shopdesk.rules.platforms import FAMILIES, PLATFORMS
from shopdesk.ui.base.amounts import amounts_text
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact


def summary_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield how much was bought, went wrong and was refunded, and how content the buyer is."""
    yield Fact(_("Orders"), str(found.orders))
    yield Fact(_("Cases"), _cases_text(found))
    yield Fact(_("Refunded"), amounts_text(found.refunded) or "—")
    yield Fact(_("Score"), _score_text(found))


def _cases_text(found: CustomerDetail) -> str:
    if not found.open_cases:
        return str(found.cases)
    words = ngettext("{n} ({open} open)", "{n} ({open} open)", found.cases)
    return words.format(n=found.cases, open=found.open_cases)


def _score_text(found: CustomerDetail) -> str:
    if found.score is None:
        return ""
    words = ngettext(
        "{mean} of 5 from {n} answer, last {last}",
        "{mean} of 5 from {n} answers, last {last}",
        found.scores,
    )
    mean = Formats(current_language()).number(found.score, 1)
    return words.format(mean=mean, n=found.scores, last=found.last_score)


def identity_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield what each platform calls the buyer; a click copies."""
    contacts = {contact.value.casefold() for contact in found.contacts}
    for identity in found.identities:
        if identity.handle.casefold() not in contacts:
            yield Fact(_platform_names(identity.platform), identity.handle, copy=True)


def contact_facts(found: CustomerDetail) -> Iterator[Fact]:
    """Yield how the buyer is reached and where parcels went; a click copies."""
    facts = ContactFacts(found.masks)
    for contact in found.contacts:
        is_phone = contact.kind == "phone"
        yield facts.phone(contact.value) if is_phone else _email(contact.value)
    for place in found.places:
        lines = place_lines(place.address, place.postcode, place.country)
        yield facts.recipient(place.recipient, "", lines)


def _email(value: str) -> Fact:
    return Fact(_("E-mail"), value, copy=True)


def _platform_names(code: str) -> str:
    """Return the platform, and those that share its names with it."""
    codes = (code, *(member for member, family in FAMILIES.items() if family == code))
    return " / ".join(_(PLATFORMS[each].name) if each in PLATFORMS else each for each in codes)
