"""The items that came back most in a month, with the reason given most often for each.

A line's own reason goes before that of its return.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import inf

from shopdesk.queries.month_figures import OPENED, Stores
from shopdesk.queries.paper import ItemCount
from shopdesk.queries.periods import Days
from shopdesk.queries.reason_words import ReasonWords
from shopdesk.queries.values import id_list
from shopdesk.storage.reader import Reader

MOST_ITEMS = 10

_BACK = f"""
    FROM (SELECT id AS opened_id, reason_id AS opened_for FROM {OPENED})
    JOIN return_line ON return_line.case_id = opened_id
"""
_PRODUCTS = f"""
    SELECT product_id, coalesce(return_line.reason_id, opened_for), sum(quantity),
        json_group_array(return_line.id) FILTER (WHERE product_id IS NULL)
    {_BACK} GROUP BY 1, 2
"""
_DESCRIBED = """
    SELECT title, sku, sum(quantity) FROM return_line
    WHERE id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2
"""
_NAMES = "SELECT id, title, sku FROM product WHERE id IN (SELECT value FROM json_each(?))"

Words = tuple[str, str]
Item = int | Words
"""A product by its id; goods that were only described, by title and SKU."""

UnitsBack = defaultdict[Item, Counter[int | None]]
"""Units that came back of each item, by the reason's id."""


def no_units() -> UnitsBack:
    """Return a count in which nothing came back."""
    return defaultdict(Counter)


def count_units_back(reader: Reader, month: Days, stores: Stores, units: UnitsBack) -> None:
    """Add the units of returns that were opened in the month."""
    for product_id, reason_id, count, line_ids in reader.rows(_PRODUCTS, stores.bounds(month)):
        if product_id is not None:
            units[product_id][reason_id] += count
            continue
        for title, sku, described in reader.rows(_DESCRIBED, (line_ids,)):
            units[title, sku][reason_id] += described


def load_items(
    reader: Reader,
    units: UnitsBack,
    sold: Counter[int],
    reasons: Mapping[int | None, ReasonWords],
) -> tuple[ItemCount, ...]:
    """Return the items with most units first, at most MOST_ITEMS.

    Ties go by title and SKU, then by product id; goods that were only described come last.
    """
    totals = {item: by_reason.total() for item, by_reason in units.items()}
    names = _names(reader, totals)
    ranked = sorted(totals, key=lambda item: (-totals[item], names[item], _id_of(item)))
    return tuple(
        _item(names[item], sold[item] if isinstance(item, int) else 0, units[item], reasons)
        for item in ranked[:MOST_ITEMS]
    )


def _id_of(item: Item) -> float:
    return item if isinstance(item, int) else inf


def _names(reader: Reader, items: Mapping[Item, int]) -> dict[Item, Words]:
    ids = [item for item in items if isinstance(item, int)]
    found = {row[0]: (row[1], row[2]) for row in reader.rows(_NAMES, (id_list(ids),))}
    return {item: found[item] if isinstance(item, int) else item for item in items}


def _item(
    name: Words,
    sold: int,
    by_reason: Counter[int | None],
    reasons: Mapping[int | None, ReasonWords],
) -> ItemCount:
    """Return one item; of reasons given equally often, the first on the form stands for it."""
    top = min(by_reason, key=lambda found: (-by_reason[found], reasons[found].position))
    return ItemCount(
        title=name[0],
        sku=name[1],
        units_returned=by_reason.total(),
        units_sold=sold,
        top_reason=reasons[top].code,
        top_reason_text=reasons[top].text,
    )
