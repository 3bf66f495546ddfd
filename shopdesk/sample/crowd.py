"""Who comes to a store: somebody new, or one of those who bought there before."""

from array import array
from random import Random

from shopdesk.sample.buyers import Buyer, buys_elsewhere, make_buyer, rows_of
from shopdesk.sample.marks import flags_of
from shopdesk.sample.rows import CustomerRow
from shopdesk.sample.stores import STORES
from shopdesk.sample.tables import Row

_REPEAT = 0.28
_TWINS_EACH, _MERGED_EACH = 211, 997
_TWIN_OF = 3
"""How many came between somebody and their second self."""


class Crowd:
    """The buyers so far: four bytes for each store they know, the rest is worked out anew."""

    def __init__(self, seed: int, rng: Random) -> None:
        self._seed = seed
        self._rng = rng
        self._known = [array("L") for _store in STORES]
        self._homes = array("B")

    def come(self, store: int, at: int) -> tuple[Buyer, list[Row]]:
        """Return who buys in the store of that index, with the rows of one who is new."""
        known = self._known[store]
        if known and self._rng.random() < _REPEAT:
            return self._buyer(known[int(len(known) * self._rng.random() ** 0.7)]), []
        self._homes.append(store)
        number = len(self._homes)
        if self._is_merged(number):
            first = self._buyer(number - _TWIN_OF)
            return first, [CustomerRow(number, first.name, at, merged_into_id=first.id)]
        buyer = self._buyer(number)
        for place in _haunts(store, buyer):
            self._known[place].append(buyer.id)
        return buyer, [*rows_of(buyer, at), *flags_of(buyer, STORES[store], at)]

    def _buyer(self, number: int) -> Buyer:
        """Return the buyer of a number; some are a second self of one who came before."""
        buyer = make_buyer(self._seed, number, STORES[self._homes[number - 1]])
        if number % _TWINS_EACH or not self._is_twin(number):
            return buyer
        first = make_buyer(self._seed, number - _TWIN_OF, STORES[self._homes[number - 1]])
        return first._replace(id=number, handles=buyer.handles)

    def _is_twin(self, number: int) -> bool:
        return self._homes[number - 1] == self._homes[number - 1 - _TWIN_OF]

    def _is_merged(self, number: int) -> bool:
        return number % _MERGED_EACH == 0 and self._is_twin(number)


def _haunts(store: int, buyer: Buyer) -> list[int]:
    """Return the indexes of the stores that a buyer goes to."""
    if not buys_elsewhere(buyer):
        return [store]
    return [i for i, other in enumerate(STORES) if other.speech == STORES[store].speech]
