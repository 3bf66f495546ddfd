"""A buyer's phone, e-mail and address as facts: hidden where the shop wants it, copied in full."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.i18n import _
from shopdesk.rules.masking import masked_address, masked_email, masked_phone
from shopdesk.ui.base.facts import Fact


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Makes facts of one record; `masks` is the shop's wish."""

    masks: bool

    def phone(self, value: str) -> Fact:
        """Return a phone number."""
        return self._fact(_("Phone"), value, masked_phone)

    def email(self, value: str) -> Fact:
        """Return an e-mail address."""
        return self._fact(_("E-mail"), value, masked_email)

    def address(self, value: str, label: str = "") -> Fact:
        """Return where parcels go."""
        return self._fact(label or _("Address"), value, masked_address)

    def _fact(self, label: str, value: str, mask: Callable[[str], str]) -> Fact:
        return Fact(label, value, copy=True, shown=mask(value) if self.masks else "")
