"""What the page reads of the queue: what waits of each document, and the rows of one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from shopdesk.queries.couriers import load_all_couriers
from shopdesk.queries.label_sheets import load_label_sheets
from shopdesk.queries.print_queue import (
    QueueRow,
    find_held_ids,
    find_waiting_ids,
    load_queue,
    load_regions,
)
from shopdesk.queries.shops import load_shops
from shopdesk.queries.today import shop_zone
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.printing.places import NO_PAPERS, Papers

MOST_ROWS = 500
"""So many of a document are listed; all of them are printed."""


@dataclass(frozen=True, slots=True)
class Lot:
    """A document and the cases that wait for it, in the order in which it will come out."""

    document: str
    ids: tuple[int, ...]
    held: frozenset[int] = frozenset()
    """Those whose parcel cannot be packed yet."""
    regions: Mapping[int, str] = field(default_factory=dict)
    """The country of each case's shop, where the shops are in several."""


@dataclass(frozen=True, slots=True)
class Queue:
    """All that waits; `rows` are those of the document `shown`, empty where nothing waits.

    `has_cases` tells whether the shop has anything that a paper could be made of.
    """

    lots: tuple[Lot, ...] = ()
    shown: str = ""
    rows: tuple[QueueRow, ...] = ()
    papers: Papers = NO_PAPERS
    timezone: str = "UTC"
    couriers: Mapping[str, str] = field(default_factory=dict)
    """The shop's own words for couriers, by their codes."""
    has_cases: bool = False

    def lot(self, document: str) -> Lot:
        """Return what waits of one document."""
        return next((lot for lot in self.lots if lot.document == document), Lot(document, ()))


def read_queue(
    wanted: str, order_of: Callable[[str], str], awaited: Collection[str], reader: Reader
) -> Queue:
    """Read the queue in one go; without what is `wanted` the first document is shown.

    Documents in `awaited` wait by themselves, the others where they were put there.
    """
    shops = load_shops(reader)
    is_mixed = len({shop.region for shop in shops}) > 1
    counts = count_waiting(reader, awaited)
    codes = [code for code in DOCUMENTS if counts.get(code)]
    lots = tuple(
        _lot(reader, code, find_waiting_ids(reader, code, order_of(code), awaited), is_mixed)
        for code in codes
    )
    shown = wanted if wanted in codes else next(iter(codes), "")
    rows = load_queue(reader, shown, order_of(shown), MOST_ROWS, awaited) if shown else []
    return Queue(
        lots=lots,
        shown=shown,
        rows=tuple(rows),
        papers=Papers(tuple(load_label_sheets(reader)), shops[0].region if shops else ""),
        timezone=str(shop_zone(reader)),
        couriers={row.code: row.name for row in load_all_couriers(reader) if row.name},
        has_cases=bool(reader.value("SELECT EXISTS (SELECT 1 FROM cases)")),
    )


def _lot(reader: Reader, document: str, ids: Sequence[int], is_mixed: bool) -> Lot:  # noqa: FBT001
    regions = load_regions(reader, ids) if is_mixed else {}
    return Lot(document, tuple(ids), find_held_ids(reader, ids), regions)
