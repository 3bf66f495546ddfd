"""Finding the buyer of an imported order among those known, or making a new one."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shopdesk.importing.drafts import ImportedBuyer
from shopdesk.models import Customer, CustomerAddress, CustomerContact, CustomerHandle
from shopdesk.rules.platforms import family
from shopdesk.storage.bulk import BulkWriter

MIN_PHONE_DIGITS = 7

Identity = tuple[str, str]
"""A kind (a platform family, `email` or `phone`) and what identifies the buyer in it."""


def identities(buyer: ImportedBuyer, platform: str) -> list[Identity]:
    """Return what tells this buyer from others, the surest first; masked values never do."""
    found: list[Identity] = []
    if buyer.handle and "handle" not in buyer.masked:
        found.append((family(platform), buyer.handle))
    if buyer.email and "email" not in buyer.masked:
        found.append(("email", buyer.email.casefold()))
    phone = re.sub(r"\D", "", buyer.phone)
    if len(phone) >= MIN_PHONE_DIGITS and "phone" not in buyer.masked:
        found.append(("phone", phone))
    return found


@dataclass(slots=True)
class BuyerBook:
    """The buyers of one import: looked up a chunk at a time, new ones made once."""

    writer: BulkWriter
    platform: str
    now: int
    """Seconds since 1970, for buyers that are new."""

    def ids_for(self, buyers: Sequence[ImportedBuyer]) -> list[int | None]:
        """Return each buyer's customer id; None where nothing tells who it is."""
        keys = [identities(buyer, self.platform) for buyer in buyers]
        known = self._known({key for own in keys for key in own})
        fresh: dict[int, int] = {}
        self._make_missing(buyers, keys, known, fresh)
        found = [next((known[key] for key in own if key in known), None) for own in keys]
        self._add_identities(buyers, keys, known, found)
        self._add_addresses(buyers, found)
        return found

    def _known(self, keys: set[Identity]) -> dict[Identity, int]:
        handles = self.writer.rows(
            "SELECT handle, customer_id FROM customer_handle WHERE platform = ?"
            " AND handle IN (SELECT value FROM json_each(?))",
            (family(self.platform), json.dumps([value for _kind, value in keys])),
        )
        contacts = self.writer.rows(
            "SELECT kind, folded, customer_id FROM customer_contact"
            " WHERE folded IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
            (json.dumps([value for _kind, value in keys]),),
        )
        found: dict[Identity, Any] = {(str(c[0]), str(c[1])): c[2] for c in contacts}
        found.update({(family(self.platform), str(h[0])): h[1] for h in handles})
        return {key: row_id for key, row_id in found.items() if key in keys}

    def _make_missing(
        self,
        buyers: Sequence[ImportedBuyer],
        keys: Sequence[list[Identity]],
        known: dict[Identity, int],
        _fresh: dict[int, int],
    ) -> None:
        """Make one customer for all orders of the chunk that share an identity."""
        new: list[ImportedBuyer] = []
        places: dict[Identity, int] = {}
        for buyer, own in zip(buyers, keys, strict=True):
            if not own or any(key in known for key in own):
                continue
            place = next((places[key] for key in own if key in places), None)
            if place is None:
                place = len(new)
                new.append(buyer)
            places.update(dict.fromkeys((k for k in own if k not in places), place))
        ids = self.writer.insert(
            Customer.metadata.tables["customer"],
            [
                {
                    "name": buyer.name or buyer.handle or buyer.email,
                    "note": "",
                    "created_at": self.now,
                    "version": 1,
                }
                for buyer in new
            ],
        )
        known.update({key: ids[place] for key, place in places.items()})
