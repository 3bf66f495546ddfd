"""Finding the buyer of an imported order among those known, or making a new one."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from shopdesk.importing.drafts import ImportedBuyer
from shopdesk.importing.writing.columns import address_of
from shopdesk.models import Base
from shopdesk.rules.platforms import family
from shopdesk.storage.bulk import BulkWriter

MIN_PHONE_DIGITS = 7

Identity = tuple[str, str]
"""A platform family, `email` or `phone`, and what identifies a buyer in it."""

_TABLES = Base.metadata.tables
CUSTOMER = _TABLES["customer"]
HANDLE = _TABLES["customer_handle"]
CONTACT = _TABLES["customer_contact"]
ADDRESS = _TABLES["customer_address"]


class BuyerBook:
    """The buyers of one import; `now` is seconds since 1970, for those that are new."""

    def __init__(self, writer: BulkWriter, platform: str, now: int) -> None:
        self._writer = writer
        self._family = family(platform)
        self._now = now
        self.extended: frozenset[int] = frozenset()
        """The buyers known before to whom the latest call gave another sign."""

    def ids_for(self, buyers: Sequence[ImportedBuyer]) -> list[int | None]:
        """Return each buyer's customer, made if unknown; None where nothing tells who it is."""
        keys = [self._identities(buyer) for buyer in buyers]
        known = self._known({key for own in keys for key in own})
        customers: list[dict[str, Any]] = []
        added: list[tuple[Identity, int, ImportedBuyer]] = []
        ids: list[int | None] = []
        for buyer, own in zip(buyers, keys, strict=True):
            customer_id = next((known[key] for key in own if key in known), None)
            if customer_id is None and own:
                customers.append(self._customer(buyer))
                customer_id = customers[-1]["id"]
            for key in own:
                if key not in known and customer_id is not None:
                    known[key] = customer_id
                    added.append((key, customer_id, buyer))
            ids.append(customer_id)
        new = {customer["id"] for customer in customers}
        self.extended = frozenset(customer_id for _key, customer_id, _buyer in added) - new
        self._writer.insert(CUSTOMER, customers)
        self._add_identities(added)
        self._add_addresses(zip(ids, buyers, strict=True))
        return ids

    def _identities(self, buyer: ImportedBuyer) -> list[Identity]:
        """Return what tells this buyer from others, the surest first; masked values never do."""
        found = []
        if buyer.handle and "handle" not in buyer.masked:
            found.append((self._family, buyer.handle))
        if buyer.email and "email" not in buyer.masked:
            found.append(("email", buyer.email.casefold()))
        digits = re.sub(r"\D", "", buyer.phone)
        if len(digits) >= MIN_PHONE_DIGITS and "phone" not in buyer.masked:
            found.append(("phone", digits))
        return found

    def _known(self, keys: set[Identity]) -> dict[Identity, int]:
        values = json.dumps([value for _kind, value in keys], ensure_ascii=False)
        handles = self._writer.rows(
            "SELECT platform, handle, customer_id FROM customer_handle WHERE platform = ?"
            " AND handle IN (SELECT value FROM json_each(?))",
            (self._family, values),
        )
        contacts = self._writer.rows(
            "SELECT kind, folded, customer_id FROM customer_contact"
            " WHERE folded IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
            (values,),
        )
        found: dict[Identity, int] = {}
        for kind, value, customer_id in (*contacts, *handles):
            found[str(kind), str(value)] = int(str(customer_id))
        return {key: customer_id for key, customer_id in found.items() if key in keys}

    def _customer(self, buyer: ImportedBuyer) -> dict[str, Any]:
        return {
            "id": self._writer.next_id(CUSTOMER),
            "name": buyer.name or buyer.handle or buyer.email or buyer.phone,
            "note": "",
            "created_at": self._now,
            "version": 1,
        }

    def _add_identities(self, added: Iterable[tuple[Identity, int, ImportedBuyer]]) -> None:
        handles, contacts = [], []
        for (kind, value), customer_id, buyer in added:
            if kind == self._family:
                handles.append(
                    {
                        "id": self._writer.next_id(HANDLE),
                        "customer_id": customer_id,
                        "platform": kind,
                        "handle": value,
                    }
                )
            else:
                contacts.append(
                    {
                        "id": self._writer.next_id(CONTACT),
                        "customer_id": customer_id,
                        "kind": kind,
                        "value": buyer.email if kind == "email" else buyer.phone,
                        "folded": value,
                    }
                )
        self._writer.insert(HANDLE, handles)
        self._writer.insert(CONTACT, contacts)

    def _add_addresses(self, buyers: Iterable[tuple[int | None, ImportedBuyer]]) -> None:
        wanted = {
            (customer_id, buyer.name, address_of(buyer)): buyer
            for customer_id, buyer in buyers
            if customer_id is not None and address_of(buyer) and not buyer.masked
        }
        known = self._writer.rows(
            "SELECT customer_id, recipient, address FROM customer_address"
            " WHERE customer_id IN (SELECT value FROM json_each(?))",
            (json.dumps([key[0] for key in wanted]),),
        )
        self._writer.insert(
            ADDRESS,
            [
                {
                    "id": self._writer.next_id(ADDRESS),
                    "customer_id": customer_id,
                    "recipient": recipient,
                    "address": address,
                    "postcode": buyer.postcode,
                    "country": buyer.country,
                }
                for (customer_id, recipient, address), buyer in wanted.items()
                if (customer_id, recipient, address) not in known
            ],
        )
