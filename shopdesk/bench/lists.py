"""The list of returns: pages, chips and sorts, each beside one raw page along the index."""

from collections.abc import Iterator
from itertools import islice

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, timed
from shopdesk.i18n import N_, _
from shopdesk.queries.case_sorts import SORTS
from shopdesk.queries.returns import DEFAULT_SORT, find_return_ids, load_return_rows
from shopdesk.ui.base.table_page import FIRST_IDS

PAGE_ROWS = 100
PAGE_RATIO = 1.5

RAW_PAGE = """
    SELECT cases.id, cases.number,
        coalesce(customer.name, nullif(cases.buyer_name, ''), cases.buyer_handle, ''),
        coalesce(line.title, ''), coalesce(line.variant, ''), coalesce(line.quantity, 0),
        (SELECT count(*) - 1 FROM return_line WHERE case_id = cases.id),
        coalesce(reason.code, ''), coalesce(reason.name, ''), cases.state,
        cases.due_at, cases.due_clock, cases.amount_minor, cases.currency, cases.opened_at
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN return_line AS line ON line.case_id = cases.id AND line.position = 0
    WHERE cases.kind = 'return' AND (cases.opened_at, cases.id) < (?, ?)
    ORDER BY cases.opened_at DESC, cases.id DESC LIMIT 100
"""
_NEWEST = (1 << 40, 0)
_KEY = "SELECT opened_at, id FROM cases WHERE id = ?"

_CHIPS = (
    ("open", N_("Returns that are open")),
    ("agreed", N_("Returns in one state")),
    ("closed", N_("Returns that are closed")),
)
_COLUMNS = {
    "opened": N_("date"),
    "due": N_("due time"),
    "amount": N_("amount"),
    "state": N_("status"),
    "buyer": N_("buyer"),
}


def list_measures(ground: Ground) -> Iterator[Measure]:
    """Yield what the returns page reads; the raw page is the newest unless the name says more."""
    yield from _pages(ground)
    for chip, name in _CHIPS:
        yield _first_rows(ground, f"chip_{chip}", _(name), chip, DEFAULT_SORT)
    for column in SORTS:
        for descending in (False, True):
            name = _("Sorted by {column}, falling") if descending else _("Sorted by {column}")
            yield _first_rows(
                ground,
                f"sort_{column}_{'falling' if descending else 'rising'}",
                name.format(column=_(_COLUMNS[column])),
                "all",
                (column, descending),
            )


def _pages(ground: Ground) -> Iterator[Measure]:
    ids = list(find_return_ids(ground.reader, "all"))
    first, middle, last = ids[:PAGE_ROWS], _middle(ids), ids[-PAGE_ROWS:]
    yield _first_rows(ground, "page", _("A page of returns"), "all", DEFAULT_SORT)
    yield Measure(
        "page_middle",
        _("A page in the middle"),
        timed(lambda: load_return_rows(ground.reader, middle)),
        timed(lambda: _raw_page(ground, tuple(ground.bare.execute(_KEY, middle[:1]).fetchone()))),
        PAGE_RATIO,
    )
    yield Measure(
        "page_last",
        _("The last page, beside the first"),
        timed(lambda: load_return_rows(ground.reader, last)),
        timed(lambda: load_return_rows(ground.reader, first)),
        PAGE_RATIO,
    )


def _middle(ids: list[int]) -> list[int]:
    start = len(ids) // 2
    return ids[start : start + PAGE_ROWS]


def _first_rows(ground: Ground, code: str, name: str, chip: str, sort: tuple[str, bool]) -> Measure:
    """Return what the window reads until the first rows show, beside the raw newest page."""

    def work() -> None:
        ids = list(islice(find_return_ids(ground.reader, chip, sort), FIRST_IDS))
        load_return_rows(ground.reader, ids[:PAGE_ROWS])

    return Measure(code, name, timed(work), timed(lambda: _raw_page(ground, _NEWEST)), PAGE_RATIO)


def _raw_page(ground: Ground, before: tuple[int, int]) -> None:
    ground.bare.execute(RAW_PAGE, before).fetchall()
