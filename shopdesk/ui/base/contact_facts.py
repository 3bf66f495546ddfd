"""A buyer's phone and address as facts: hidden where the shop wants it, copied in full."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from shopdesk.i18n import _
from shopdesk.queries.buyer_marks import case_masks_contacts, masks_contacts
from shopdesk.rules.addresses import recipient_lines
from shopdesk.rules.masking import masked_address, masked_phone
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Makes facts of one record; `masks` is the shop's wish."""

    masks: bool

    @classmethod
    def of_case(cls, desk: Desk, case_id: int) -> Self:
        """Return what makes the facts of a case."""
        with desk.reading() as reader:
            return cls(case_masks_contacts(reader, case_id))

    @classmethod
    def of_shop(cls, desk: Desk, shop_id: int) -> Self:
        """Return what makes the facts of a record of a shop."""
        with desk.reading() as reader:
            return cls(masks_contacts(reader, shop_id))

    def phone(self, value: str) -> Fact:
        """Return a phone number."""
        return self._fact(_("Phone"), value, masked_phone)

    def address(self, value: str) -> Fact:
        """Return where parcels go."""
        return self._fact(_("Address"), value, masked_address)

    def recipient(self, name: str, phone: str, place: str) -> Fact:
        """Return who gets a parcel, all in one."""
        said = recipient_lines(name, phone, place)
        hidden = recipient_lines(name, masked_phone(phone), masked_address(place))
        shown = hidden if self.masks else ""
        return Fact(_("To"), said, copy=True, shown=shown)

    def _fact(self, label: str, value: str, mask: Callable[[str], str]) -> Fact:
        return Fact(label, value, copy=True, shown=mask(value) if self.masks else "")
