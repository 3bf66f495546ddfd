"""The stores, and the people at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.values import RowsOf
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import kept_policy, with_source
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ShopRow:
    """A store with all that a form or an advice needs; `policy` is the preset it began as."""

    id: int
    version: int
    name: str
    platform: str
    region: str
    currency: str
    timezone: str
    buyer_language: str
    exchange_when: str
    masks_contacts: bool
    return_name: str
    return_phone: str
    return_address: str
    policy_id: int
    policy: str
    policy_name: str
    policy_rules: Mapping[str, Any]
    policy_source: str
    policy_certainty: str
    policy_checked_on: date | None

    @property
    def rules(self) -> Policy:
        """The policy in force."""
        rules = kept_policy(self.policy, self.policy_name, self.policy_rules)
        return with_source(rules, self.policy_source, self.policy_certainty, self.policy_checked_on)


_shop = RowsOf(ShopRow)

_SHOPS = (
    "SELECT shop.id, shop.version, shop.name, shop.platform, shop.region, shop.currency,"
    " shop.timezone, shop.buyer_language, shop.exchange_when, shop.masks_contacts,"
    " shop.return_name, shop.return_phone, shop.return_address,"
    " policy.id, policy.preset, policy.name, policy.rules, policy.source, policy.certainty,"
    " policy.checked_on"
    " FROM shop JOIN policy ON policy.id ="
    " (SELECT max(newest.id) FROM policy AS newest WHERE newest.shop_id = shop.id)"
)


def load_shops(reader: Reader) -> list[ShopRow]:
    """Return the stores that are in use, the oldest first."""
    found = reader.rows(f"{_SHOPS} WHERE shop.archived_at IS NULL ORDER BY shop.id")
    return list(map(_shop, found))


def load_shop(reader: Reader, shop_id: int) -> ShopRow:
    """Return one store."""
    row = reader.row(f"{_SHOPS} WHERE shop.id = ?", (shop_id,))
    if row is None:
        raise DomainError(_("This shop is no longer there. Load the page again."))
    return _shop(row)


def find_shop(reader: Reader, name: str) -> ShopRow:
    """Return the store with a name; raises DomainError naming those there are."""
    shops = load_shops(reader)
    for shop in shops:
        if shop.name.casefold() == name.strip().casefold():
            return shop
    raise DomainError(
        _("There is no shop “{name}”. There are: {names}.").format(
            name=name, names=_(", ").join(shop.name for shop in shops) or "—"
        )
    )


def load_people(reader: Reader) -> list[str]:
    """Return the names of the people at the desk, who came first standing first."""
    found = reader.rows("SELECT name FROM person WHERE archived_at IS NULL ORDER BY id")
    return [row[0] for row in found]
