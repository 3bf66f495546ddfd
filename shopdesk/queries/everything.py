"""One search over cases, buyers, orders and solutions, by whatever a person has at hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.i18n import current_language
from shopdesk.queries.buyer_sql import ANY_HANDLE
from shopdesk.queries.case_sql import BUYER_NAME
from shopdesk.queries.finder import find_exact_ids
from shopdesk.queries.solutions import load_solutions
from shopdesk.queries.sought import Sought, is_enough, matching_ids, sought
from shopdesk.queries.spots import Spot, load_spots
from shopdesk.queries.values import RowsOf, id_list, in_order
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.scanning import own_number
from shopdesk.rules.solutions.suggesting import matching
from shopdesk.storage.reader import Reader
from shopdesk.storage.searched import CASES, CUSTOMERS, ORDERS, Searched

LIMIT = 5
_LONGEST = 200
"""Nobody types more to find something."""


@dataclass(frozen=True, slots=True)
class FoundThing:
    """Something that fits, as a list of all kinds shows it; `page` is where it opens.

    `kind` is a case's, `state` its state or an order's status; `at` is read by the clock of
    `timezone`. `spots` are the places that are not seen in `name` or `about`.
    """

    page: str
    id: int
    name: str
    about: str = ""
    kind: str = ""
    state: str = ""
    at: datetime | None = None
    timezone: str = "UTC"
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one sort, the newest first; `more` tells that there is more of it."""

    code: str
    things: tuple[FoundThing, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Everything:
    """The answer to what was `typed`; groups in which nothing fits are left out."""

    typed: str
    groups: tuple[FoundGroup, ...] = ()

    @property
    def things(self) -> tuple[FoundThing, ...]:
        """All that was found, group after group."""
        return tuple(thing for group in self.groups for thing in group.things)


@dataclass(frozen=True, slots=True)
class _Sort:
    """How one sort of thing is found: its texts, its rows, and numbers that are typed in full."""

    code: str
    searched: Searched
    rows: str
    exact_ids: Callable[[Reader, str], Sequence[int]] = lambda _reader, _typed: ()


_thing = RowsOf(FoundThing)

_PAGES = " ".join(f"WHEN '{kind.code}' THEN '{kind.page}'" for kind in KINDS.values())
_OF_IDS = "IN (SELECT value FROM json_each(?))"

# Each gives the fields of FoundThing in their order.
_CASE_ROWS = f"""
    SELECT CASE cases.kind {_PAGES} ELSE '' END, cases.id, cases.number,
        concat_ws(' · ', nullif({BUYER_NAME}, ''), nullif(coalesce(
            (SELECT title FROM return_line WHERE case_id = cases.id ORDER BY position LIMIT 1),
            (SELECT title FROM reshipment_line WHERE case_id = cases.id
              ORDER BY position LIMIT 1), ''), '')),
        cases.kind, cases.state, cases.opened_at, shop.timezone
    FROM cases JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.id {_OF_IDS}
"""
_ORDER_ROWS = f"""
    SELECT 'orders', orders.id, orders.number,
        concat_ws(' · ', nullif(coalesce(nullif(orders.recipient, ''), customer.name), ''),
            (SELECT title FROM order_line WHERE order_id = orders.id ORDER BY position LIMIT 1)),
        '', orders.status, orders.ordered_at, shop.timezone
    FROM orders JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id {_OF_IDS}
"""
_CUSTOMER_ROWS = f"""
    SELECT 'customers', customer.id, customer.name, {ANY_HANDLE}, '', '',
        last.ordered_at, coalesce(shop.timezone, 'UTC')
    FROM customer
    LEFT JOIN orders AS last ON last.id = (SELECT id FROM orders
        WHERE customer_id = customer.id ORDER BY ordered_at DESC, id DESC LIMIT 1)
    LEFT JOIN shop ON shop.id = last.shop_id
    WHERE customer.id {_OF_IDS}
"""


def _own_number_ids(reader: Reader, typed: str) -> Sequence[int]:
    number = own_number(typed)
    found = reader.rows("SELECT id FROM cases WHERE number = ?", (number,)) if number else ()
    return [row[0] for row in found]


_SORTS = (
    _Sort("cases", CASES, _CASE_ROWS, _own_number_ids),
    _Sort("customers", CUSTOMERS, _CUSTOMER_ROWS),
    _Sort("orders", ORDERS, _ORDER_ROWS, find_exact_ids),
)


def search_everything(reader: Reader, typed: str, limit: int = LIMIT) -> Everything:
    """Return what fits, at most `limit` of each sort; what is typed in full stands first.

    Two letters, or one Chinese character, are enough; less than that finds nothing.
    """
    words = typed[:_LONGEST].strip()
    asked = sought(words) if is_enough(words) else None
    if asked is None:
        return Everything(typed)
    found = [_found(reader, sort, words, asked, limit) for sort in _SORTS]
    found.sort(key=lambda answer: not answer[0])
    groups = [group for _exact, group in found]
    return Everything(
        typed, tuple(g for g in (*groups, _solutions(reader, words, limit)) if g.things)
    )


def _found(
    reader: Reader, sort: _Sort, typed: str, asked: Sought, limit: int
) -> tuple[bool, FoundGroup]:
    """Return what fits of one sort, and whether the number of one was typed in full."""
    exact = sort.exact_ids(reader, typed)
    fitting = matching_ids(reader, sort.searched.name, asked, limit + 1)
    ids = list(dict.fromkeys((*exact, *fitting)))
    things = _things(reader, sort, asked, ids[:limit])
    return bool(exact), FoundGroup(sort.code, things, more=len(ids) > limit)


def _things(
    reader: Reader, sort: _Sort, asked: Sought, ids: Sequence[int]
) -> tuple[FoundThing, ...]:
    spots = load_spots(reader, sort.searched, ids, asked)
    rows = reader.rows(sort.rows, (id_list(ids),))
    found = {row[1]: _thing(row, spots=spots.get(row[1], ())) for row in rows}
    return tuple(in_order(ids, found))


def _solutions(reader: Reader, typed: str, limit: int) -> FoundGroup:
    """Return the solutions that fit; there are dozens, so all are looked at."""
    language = current_language()
    fitting = matching(load_solutions(reader), typed)
    things = tuple(
        FoundThing("solutions", solution.id, solution.title(language), solution.text(language).when)
        for solution in fitting[:limit]
    )
    return FoundGroup("solutions", things, more=len(fitting) > limit)
