"""The orders in which returns are listed: each one or more queries that follow an index.

A list of a million returns shows its first rows at once because no order is sorted as a whole:
what has no place in an index comes in a query of its own. Every order ends with the id, so
that it is the same each time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from shopdesk.queries.owners import owned_by
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.states import OPEN_STATES, STATES

Query = tuple[str, tuple[object, ...]]
"""SQL that gives ids, still without its LIMIT, and its values."""

_NEWEST = "opened_at DESC, id DESC"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which returns are listed: those in `states`, of one shop or of all; in which direction.

    `owner` is EVERYONE, NOBODY, or the id of a person.
    """

    states: tuple[str, ...]
    shop_id: int | None
    descending: bool
    owner: int = EVERYONE

    @property
    def direction(self) -> str:
        """The direction in SQL."""
        return "DESC" if self.descending else "ASC"

    @property
    def only_open(self) -> bool:
        """Whether all states are open ones, so that few returns are in them."""
        return all(STATES[state].is_open for state in self.states)

    def query(self, order: str, more: str = "", source: str = "cases") -> Query:
        """Return the query in one order; `more` narrows it down."""
        where, values = self._where()
        narrowed = f"{where} AND {more}" if more else where
        return f"SELECT cases.id FROM {source} WHERE {narrowed} ORDER BY {order}", values

    def _where(self) -> tuple[str, tuple[object, ...]]:
        parts, values = ["kind = 'return'"], list[object]()
        if set(self.states) == set(OPEN_STATES):
            parts.append("closed_at IS NULL")  # they have an index of their own
        elif len(self.states) == 1:
            parts.append("state = ?")
            values += self.states
        elif len(self.states) < len(STATES):
            # The + keeps the index of states out of what would then be sorted as a whole.
            parts.append(f"+state IN ({', '.join('?' * len(self.states))})")
            values += self.states
        if self.shop_id:
            parts.append("shop_id = ?")
            values.append(self.shop_id)
        if self.owner != EVERYONE:
            parts.append(owned_by(self.owner))
        return " AND ".join(parts), tuple(values)


def _by_opening(asked: Asked) -> Iterator[Query]:
    yield asked.query(f"opened_at {asked.direction}, id {asked.direction}")


def _by_due_time(asked: Asked) -> Iterator[Query]:
    """Order what is due by its time; what is not follows, newest first."""
    order = f"due_at {asked.direction}, id {asked.direction}"
    yield asked.query(order, "closed_at IS NULL AND due_at IS NOT NULL")
    yield asked.query(_NEWEST, "due_at IS NULL")


def _by_amount(asked: Asked) -> Iterator[Query]:
    yield asked.query(f"amount_minor {asked.direction}, id {asked.direction}")


def _by_state(asked: Asked) -> Iterator[Query]:
    """Order by the way that a return takes, each state's newest first."""
    states = [state for state in STATES if state in asked.states]
    for state in reversed(states) if asked.descending else states:
        yield replace(asked, states=(state,)).query(_NEWEST)


def _by_buyer(asked: Asked) -> Iterator[Query]:
    """Order along the index of names, which beats sorting a million rows; nobody's come last."""
    source = (
        "cases JOIN customer ON customer.id = cases.customer_id"
        if asked.only_open
        else "customer CROSS JOIN cases ON cases.customer_id = customer.id"
    )
    order = f"customer.name {asked.direction}, customer.id, cases.id"
    yield asked.query(order, source=source)
    yield asked.query(_NEWEST, "customer_id IS NULL")


SORTS: dict[str, Callable[[Asked], Iterator[Query]]] = {
    "opened": _by_opening,
    "due": _by_due_time,
    "amount": _by_amount,
    "state": _by_state,
    "buyer": _by_buyer,
}
