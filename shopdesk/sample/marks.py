"""What the shop bears in mind about some of its buyers."""

from collections.abc import Iterator, Mapping

from shopdesk.sample.buyers import Buyer
from shopdesk.sample.care_rows import FlagRow
from shopdesk.sample.stores import Store
from shopdesk.sample.voices import FLAG_REASONS

_EACH: Mapping[str, int] = {"vip": 89, "careful": 173}
"""One of how many buyers has a flag, a key of rules.customers.FLAGS."""


def flags_of(buyer: Buyer, store: Store, at: int) -> Iterator[FlagRow]:
    """Yield a buyer's flags, set when they first came, with who set them and why."""
    for flag, each in _EACH.items():
        if buyer.id % each == 0:
            reasons = FLAG_REASONS[flag][store.speech]
            yield FlagRow(buyer.id, flag, reasons[buyer.id % len(reasons)], at, store.people[0])
