"""Buyers, each worked out from a number alone, so that a million of them need no memory.

Names are put together from small tables, phones lie in ranges that nobody has (12… in China,
555 in America), addresses in towns and streets that are made up, mail at example domains.
"""

from collections.abc import Iterator
from typing import NamedTuple

from shopdesk.rules.folding import fold
from shopdesk.rules.platforms import family
from shopdesk.sample import places
from shopdesk.sample.rows import AddressRow, ContactRow, CustomerRow, HandleRow
from shopdesk.sample.stores import Store
from shopdesk.sample.tables import Row

_MASK = (1 << 64) - 1
_PHONES = 10**9
_PHONE_STEP = 387_420_489  # odd and not a multiple of 5: no number comes twice
_AMERICAN_PHONES = 10_000 * len(places.AREA_CODES)
_IN_TWO_STORES_PERCENT = 8


class Buyer(NamedTuple):
    """One buyer; `handles` are pairs of platform family and name there."""

    id: int
    name: str
    phone: str
    email: str
    handles: tuple[tuple[str, str], ...]
    address: str
    postcode: str
    country: str


class Draws:
    """Choices that depend on a number alone; each one uses up some of it."""

    def __init__(self, seed: int, number: int) -> None:
        self._state = (seed * 0x9E3779B97F4A7C15 + number * 0xD1342543DE82EF95 + 1) & _MASK

    def below(self, limit: int) -> int:
        """Return a number from 0 to `limit` - 1 (the steps of SplitMix64)."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((self._state ^ (self._state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % limit

    def one(self, table: tuple[str, ...]) -> str:
        """Return one of the entries."""
        return table[self.below(len(table))]


def make_buyer(seed: int, number: int, store: Store) -> Buyer:
    """Return the buyer of that number, who first bought in `store`."""
    draws = Draws(seed, number)
    return (_chinese if store.speech == "zh" else _american)(draws, number, store)


def buys_elsewhere(buyer: Buyer) -> bool:
    """Whether the buyer is known in a second store too."""
    return len(buyer.handles) > 1


def rows_of(buyer: Buyer, at: int) -> Iterator[Row]:
    """Yield the rows of a buyer who is new at `at`."""
    yield CustomerRow(buyer.id, buyer.name, at)
    for platform, handle in buyer.handles:
        yield HandleRow(buyer.id, platform, handle)
    digits = "".join(c for c in buyer.phone if c.isdigit())
    yield ContactRow(buyer.id, "phone", buyer.phone, digits)
    if buyer.email:
        yield ContactRow(buyer.id, "email", buyer.email, fold(buyer.email))
    yield AddressRow(buyer.id, buyer.name, buyer.address, buyer.postcode, buyer.country)


def _chinese(draws: Draws, number: int, store: Store) -> Buyer:
    given = draws.one(places.GIVEN) + (draws.one(places.GIVEN) if draws.below(4) else "")
    home = family(store.draft.platform)
    handle = f"{draws.one(places.NICKNAMES)}{number * 7919 % 9_999_991:04d}"
    handles = [(home, handle)]
    if draws.below(100) < _IN_TWO_STORES_PERCENT:
        other = "xiaohongshu" if home == "taobao" else "taobao"
        handles.append((other, f"{draws.one(places.NICKNAMES)}_{number}"))
    town, postcode = places.TOWNS_ZH[draws.below(len(places.TOWNS_ZH))]
    return Buyer(
        id=number,
        name=draws.one(places.SURNAMES) + given,
        phone=f"12{number * _PHONE_STEP % _PHONES:09d}",
        email="",
        handles=tuple(handles),
        address=f"{town}{draws.one(places.STREETS_ZH)}{draws.below(180) + 1}号"
        f"{draws.below(20) + 1}栋{(draws.below(18) + 1) * 100 + draws.below(4) + 1}室",
        postcode=postcode,
        country="CN",
    )


def _american(draws: Draws, number: int, _store: Store) -> Buyer:
    first, last = draws.one(places.FIRST_NAMES), draws.one(places.LAST_NAMES)
    email = f"{fold(first)}.{fold(last)}{number}@{draws.one(places.MAIL_DOMAINS)}"
    town, postcode = places.TOWNS_EN[draws.below(len(places.TOWNS_EN))]
    line = number * 7919 % _AMERICAN_PHONES
    area = places.AREA_CODES[line // 10_000]
    return Buyer(
        id=number,
        name=f"{first} {last}",
        phone=f"+1 {area}-555-{line % 10_000:04d}",
        email=email,
        handles=(("shopify", email),),
        address=f"{draws.below(960) + 12} {draws.one(places.STREETS_EN)}, {town}",
        postcode=postcode,
        country="US",
    )
