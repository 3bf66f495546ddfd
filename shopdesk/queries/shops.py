"""The stores, and the people at the desk."""

from dataclasses import dataclass

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ShopRow:
    """A store with all that a form or a policy needs."""

    id: int
    version: int
    name: str
    platform: str
    region: str
    currency: str
    timezone: str
    policy: str
    return_name: str
    return_phone: str
    return_address: str


_shop = RowsOf(ShopRow)

_SHOPS = (
    "SELECT id, version, name, platform, region, currency, timezone, policy,"
    " return_name, return_phone, return_address FROM shop"
)


def load_shops(reader: Reader) -> list[ShopRow]:
    """Return the stores that are in use, the oldest first."""
    found = reader.rows(f"{_SHOPS} WHERE archived_at IS NULL ORDER BY id")
    return list(map(_shop, found))


def load_shop(reader: Reader, shop_id: int) -> ShopRow:
    """Return one store."""
    row = reader.row(f"{_SHOPS} WHERE id = ?", (shop_id,))
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
    """Return the names of the people at the desk."""
    return [row[0] for row in reader.rows("SELECT name FROM person WHERE archived_at IS NULL")]
