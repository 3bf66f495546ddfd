"""The orders in which cases are listed: each one or more queries that follow an index.

A list of a million cases shows its first rows at once because no order is sorted as a whole:
what has no place in an index comes in a query of its own. Every order ends with the id, so
that it is the same each time.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice
from operator import itemgetter

from shopdesk.queries.owners import owned_by
from shopdesk.rules.kinds import KINDS, Kind
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.states import Chip
from shopdesk.storage.reader import Reader

Query = tuple[str, tuple[object, ...]]
"""SQL that gives ids, still without its LIMIT, and its values."""

_NEWEST = "opened_at DESC, id DESC"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which cases are listed: those in `states`, of one shop or of all; in which direction.

    `owner` is EVERYONE, NOBODY, or the id of a person, `kind` a key of rules.kinds.KINDS.
    `only` is a condition in SQL that narrows them down, of no text from outside.
    """

    states: tuple[str, ...]
    shop_id: int | None
    descending: bool
    owner: int = EVERYONE
    kind: str = "return"
    only: str = ""

    @property
    def rules(self) -> Kind:
        """The states and steps of the kind."""
        return KINDS[self.kind]

    @property
    def direction(self) -> str:
        """The direction in SQL."""
        return "DESC" if self.descending else "ASC"

    @property
    def only_open(self) -> bool:
        """Whether all states are open ones, so that few returns are in them."""
        return all(self.rules.states[state].is_open for state in self.states)

    def query(self, order: str, more: str = "", source: str = "cases") -> Query:
        """Return the query in one order; `more` narrows it down."""
        where, values = self._where()
        narrowed = f"{where} AND {more}" if more else where
        return f"SELECT cases.id FROM {source} WHERE {narrowed} ORDER BY {order}", values

    def _where(self) -> tuple[str, tuple[object, ...]]:
        parts, values = [f"kind = '{self.rules.code}'"], list[object]()
        if set(self.states) == set(self.rules.open_states):
            parts.append("closed_at IS NULL")  # they have an index of their own
        elif len(self.states) == 1:
            parts.append("state = ?")
            values += self.states
        elif len(self.states) < len(self.rules.states):
            # The + keeps the index of states out of what would then be sorted as a whole.
            parts.append(f"+state IN ({', '.join('?' * len(self.states))})")
            values += self.states
        if self.shop_id:
            parts.append("shop_id = ?")
            values.append(self.shop_id)
        if self.owner != EVERYONE:
            parts.append(owned_by(self.owner))
        if self.only:
            parts.append(self.only)
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
    """Order by the way that a case takes, each state's newest first."""
    states = [state for state in asked.rules.states if state in asked.states]
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


def find_case_ids(reader: Reader, asked: Asked, sort: str, limit: int = -1) -> Iterator[int]:
    """Return the ids of cases in an order of SORTS, read as they are asked for; -1 means all."""
    queries = SORTS[sort](asked)
    parts = (reader.stream(f"{sql} LIMIT ?", (*values, limit)) for sql, values in queries)
    ids = map(itemgetter(0), chain.from_iterable(parts))
    return ids if limit < 0 else islice(ids, limit)


def count_chips(
    reader: Reader,
    kind: str,
    chips: Iterable[Chip],
    shop_id: int | None = None,
    owner: int = EVERYONE,
) -> dict[str, int]:
    """Return how many cases each counted chip holds; reads the open ones' part of an index."""
    open_states = KINDS[kind].open_states
    shop = "AND shop_id = ?" if shop_id else ""
    found = reader.rows(
        f"SELECT state, count(*) FROM cases WHERE kind = '{KINDS[kind].code}'"
        f" AND state IN ({', '.join('?' * len(open_states))}) {shop}"
        f" AND {owned_by(owner)} GROUP BY state",
        (*open_states, shop_id) if shop_id else open_states,
    )
    by_state = {str(state): int(count) for state, count in found}
    return {
        chip.code: sum(by_state.get(state, 0) for state in chip.states)
        for chip in chips
        if chip.counted
    }


def count_late(reader: Reader, kind: str, now: datetime, owner: int = EVERYONE) -> int:
    """Return how many open cases of a kind are past their due time."""
    found = reader.value(
        "SELECT count(*) FROM cases WHERE closed_at IS NULL AND due_at IS NOT NULL"
        f" AND kind = ? AND due_at < ? AND {owned_by(owner)}",
        (kind, int(now.timestamp())),
    )
    return int(found)
