"""The order finder, over all kinds of text that people type, beside the raw search."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shopdesk.bench.ground import Ground
from shopdesk.bench.measure import Measure, p95, timed_over
from shopdesk.i18n import _
from shopdesk.queries.finder import find_orders
from shopdesk.storage.grams import match_text, words

ORDERS_SAMPLED = 12
HITS = 20
SEARCH_RATIO = 1.5
SHORT_CHINESE_MS = 5

_HAN = re.compile(r"[一-鿿]+")
_LATIN = re.compile(r"[a-z]{5,}", re.IGNORECASE)
_DIGITS = re.compile(r"\d{4,}")

_SAMPLED = """
    SELECT orders.number, orders.recipient, orders.phone, order_line.title, order_line.sku,
        coalesce((SELECT waybill FROM parcel WHERE order_id = orders.id), ''),
        coalesce((SELECT handle FROM customer_handle
                   WHERE customer_id = orders.customer_id), '')
    FROM orders JOIN order_line ON order_line.order_id = orders.id AND order_line.position = 0
    WHERE orders.shop_id = :shop AND orders.id >= :start ORDER BY orders.id LIMIT 1
"""
_IDS = """
    SELECT order_doc.id FROM order_fts JOIN order_doc ON order_doc.id = order_fts.rowid
    WHERE order_fts MATCH ? {contains} ORDER BY order_fts.rowid DESC LIMIT ?
"""
_HITS = """
    SELECT orders.id, orders.number, coalesce(customer.name, orders.recipient),
        coalesce((SELECT handle FROM customer_handle WHERE customer_id = customer.id
                   ORDER BY platform = shop.platform DESC, id LIMIT 1), ''),
        orders.phone, shop.name, shop.timezone, orders.ordered_at, orders.total_minor,
        orders.currency,
        coalesce((SELECT group_concat(title, ', ') FROM
            (SELECT title FROM order_line WHERE order_id = orders.id ORDER BY position)), '')
    FROM orders JOIN shop ON shop.id = orders.shop_id
    LEFT JOIN customer ON customer.id = orders.customer_id
    WHERE orders.id IN ({places})
"""


@dataclass(frozen=True, slots=True)
class SampledOrder:
    """The words of one order, as somebody may type parts of them."""

    number: str
    recipient: str
    phone: str
    title: str
    sku: str
    waybill: str
    handle: str

    @property
    def words(self) -> str:
        """Name and goods together."""
        return f"{self.recipient} {self.title}"


def _part(pattern: re.Pattern[str], text: str, length: int, *, end: bool = False) -> str:
    found = max(pattern.findall(text), key=len, default="")
    return found[-length:] if end else found[:length]


# What is typed of an order; where an order has no such text the kind is left out for it.
KINDS: dict[str, Callable[[SampledOrder], str]] = {
    "number": lambda order: order.number,
    "number_start": lambda order: _part(_DIGITS, order.number, 6),
    "number_end": lambda order: _part(_DIGITS, order.number, 6, end=True),
    "phone_end": lambda order: _part(_DIGITS, order.phone, 4, end=True),
    "name": lambda order: order.recipient,
    "handle": lambda order: order.handle,
    "sku": lambda order: order.sku,
    "waybill": lambda order: order.waybill,
    "han_1": lambda order: _part(_HAN, order.words, 1),
    "han_2": lambda order: _part(_HAN, order.words, 2),
    "han_3": lambda order: _part(_HAN, order.words, 3),
    "han_5": lambda order: _part(_HAN, order.words, 5),
    "two_han": lambda order: " ".join(_part(_HAN, order.words, 2)),
    "latin_1": lambda order: _part(_LATIN, order.words, 1),
    "latin_2": lambda order: _part(_LATIN, order.words, 2),
    "latin_3": lambda order: _part(_LATIN, order.words, 3),
    "latin_inside": lambda order: _part(_LATIN, order.words, 6)[1:],
    "name_and_goods": lambda order: f"{order.recipient} {_part(_HAN, order.title, 3)}",
    "nothing_han": lambda _order: "鑫淼龘",
    "nothing_latin": lambda _order: "zzqxj",
    "nothing_digits": lambda _order: "00009999000",
}
SHORT_CHINESE = ("han_1", "han_2")


def typed_texts(ground: Ground) -> dict[str, list[str]]:
    """Return what may be typed, by kind, from orders spread over all stores and times."""
    orders = _sampled(ground)
    texts = {kind: [typed(order) for order in orders] for kind, typed in KINDS.items()}
    return {kind: [text for text in found if text] for kind, found in texts.items()}


def search_measures(ground: Ground) -> Iterator[Measure]:
    """Yield the finder's slow end over all kinds, and over one or two Chinese characters."""
    by_kind = typed_texts(ground)
    every = [text for texts in by_kind.values() for text in texts]
    short = [text for kind in SHORT_CHINESE for text in by_kind[kind]]
    yield _measure(ground, "finder", _("Order finder, p95"), every, most_ratio=SEARCH_RATIO)
    name = _("Order finder, 1–2 Chinese characters, p95")
    yield _measure(ground, "finder_short", name, short, most=SHORT_CHINESE_MS)


def _measure(
    ground: Ground,
    code: str,
    name: str,
    texts: list[str],
    *,
    most_ratio: float | None = None,
    most: float | None = None,
) -> Measure:
    return Measure(
        code,
        name,
        timed_over(texts, lambda text: find_orders(ground.reader, text, HITS)),
        timed_over(texts, lambda text: raw_search(ground, text)),
        most_ratio,
        most,
        rounds=len(texts),
        statistic=p95,
    )


def raw_search(ground: Ground, typed: str) -> list[tuple[object, ...]]:
    """Search with nothing around it: the grams' ids, then their rows as they come."""
    parts = words(typed)
    contains = "".join(" AND instr(order_doc.doc, ?)" for _part in parts)
    sql = _IDS.format(contains=contains)
    found = ground.bare.execute(sql, (match_text(typed), *parts, HITS)).fetchall()
    ids = [row[0] for row in found]
    rows: list[tuple[object, ...]] = ground.bare.execute(
        _HITS.format(places=", ".join("?" * len(ids))), ids
    ).fetchall()
    return rows


def _sampled(ground: Ground) -> list[SampledOrder]:
    last = int(ground.reader.value("SELECT max(id) FROM orders"))
    shops = [row[0] for row in ground.reader.rows("SELECT id FROM shop ORDER BY id")]
    starts = [1 + last * n // ORDERS_SAMPLED for n in range(ORDERS_SAMPLED)]
    wanted = [{"shop": shops[n % len(shops)], "start": start} for n, start in enumerate(starts)]
    found = [ground.reader.row(_SAMPLED, where) for where in wanted]
    return [SampledOrder(*row) for row in found if row]
