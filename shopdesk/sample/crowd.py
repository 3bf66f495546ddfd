"""Who comes to a store: somebody new, or one of those who bought there before."""

from array import array
from random import Random

from shopdesk.sample.buyers import Buyer, buys_elsewhere, make_buyer, rows_of
from shopdesk.sample.stores import STORES
from shopdesk.sample.tables import Row

_REPEAT = 0.28


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
            number = known[int(len(known) * self._rng.random() ** 0.7)]
            return make_buyer(self._seed, number, STORES[self._homes[number - 1]]), []
        self._homes.append(store)
        buyer = make_buyer(self._seed, len(self._homes), STORES[store])
        for place in _haunts(store, buyer):
            self._known[place].append(buyer.id)
        return buyer, list(rows_of(buyer, at))


def _haunts(store: int, buyer: Buyer) -> list[int]:
    """Return the indexes of the stores that a buyer goes to."""
    if not buys_elsewhere(buyer):
        return [store]
    return [i for i, other in enumerate(STORES) if other.speech == STORES[store].speech]
