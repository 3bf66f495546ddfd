"""The rows of one order put together into a draft."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from shopdesk.importing.cells import is_masked
from shopdesk.importing.declaration import ANY, Layout
from shopdesk.importing.drafts import ImportedBuyer, ImportedLine, ImportedOrder, ImportedParcel
from shopdesk.importing.merging import distinct, sums_of
from shopdesk.importing.places import chinese_places
from shopdesk.importing.rows import RowValues, Values

_PLACE_FIELDS = ("address", "city", "postcode")
_REFUNDABLE = frozenset({"paid", "sent", "done"})
_TEMPORARY = ("number", "unpaid_minor")


def build_order(number: str, rows: Sequence[RowValues], layout: Layout) -> ImportedOrder:
    """Return the order that `rows` tell of; the first row that has a field decides it."""
    values = _first_values(rows, "order")
    lines = distinct(line for row in rows for line in _lines(row, layout))
    values.setdefault("currency", layout.currency)
    values = {**sums_of(lines), **values}
    values |= _paid(values, layout)
    values["status"] = _status(values, layout)
    known = {
        name: value
        for name, value in values.items()
        if name not in _TEMPORARY and not name.startswith("word.")
    }
    return ImportedOrder(
        number=number,
        place=rows[0].line,
        platform=_platform(values.get("shop_name", ""), layout),
        buyer=_buyer(_first_values(rows, "buyer"), _first_values(rows, "payer")),
        lines=lines,
        parcels=tuple(dict.fromkeys(parcel for row in rows for parcel in _parcels(row))),
        **known,
    )


def titles_are_joined(order: ImportedOrder, layout: Layout) -> bool:
    """Tell whether an order's one line stands for several that could not be told apart."""
    return bool(layout.title_separator) and any(
        layout.title_separator in line.title and line.price_minor is None for line in order.lines
    )


def _first_values(rows: Sequence[RowValues], part: str) -> Values:
    values: Values = {}
    for row in reversed(rows):
        values |= row.parts[part]
    return values


def _status(values: Values, layout: Layout) -> str:
    """Return the code of the first rule that fits; all money back means refunded."""
    code = next(
        (
            rule.code
            for rule in layout.statuses
            if all(_says(values.get(name), word) for name, word in rule.when.items())
        ),
        "unknown",
    )
    paid, refunded = values.get("paid_minor") or 0, values.get("refunded_minor") or 0
    return "refunded" if code in _REFUNDABLE and refunded >= paid > 0 else code


def _says(value: object, word: str) -> bool:
    return value is not None and (word == ANY or folded_word(str(value)) == word)


@lru_cache(maxsize=1_000)
def folded_word(word: str) -> str:
    """Return a status word without regard to case, width and white space."""
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())


def _paid(values: Values, layout: Layout) -> Values:
    """Say what was paid in all, where only a word tells it or refunds were taken off."""
    if layout.paid_is_net and "paid_at" in values:
        return _gross_paid(values)
    total, word = values.get("total_minor"), values.get("word.payment")
    if "paid_minor" in values or total is None or word is None:
        return {}
    if folded_word(word) in layout.paid_words:
        return {"paid_minor": total}
    unpaid = values.get("unpaid_minor")
    return {"paid_minor": 0 if unpaid is None else max(0, total - unpaid)}


def _gross_paid(values: Values) -> Values:
    total, paid, refunded = (
        values.get(name) for name in ("total_minor", "paid_minor", "refunded_minor")
    )
    if total is None or paid is None or not refunded or paid + refunded > total:
        return {}
    return {"paid_minor": paid + refunded}


def _platform(shop_name: str, layout: Layout) -> str:
    endings = layout.shop_platforms.items()
    return next((code for end, code in endings if shop_name.endswith(end)), layout.platforms[0])


def _buyer(buyer: Values, payer: Values) -> ImportedBuyer:
    """Take the payer's place only as a whole: half of each would be a place that is nowhere."""
    if not any(buyer.get(name) for name in _PLACE_FIELDS):
        buyer = {**buyer, **payer, "name": buyer.get("name") or payer.get("name", "")}
    fields = {"name": payer.get("name", ""), **chinese_places(buyer.get("address", "")), **buyer}
    masked = frozenset(name for name, value in fields.items() if is_masked(value))
    return ImportedBuyer(**fields, masked=masked)


def _parcels(row: RowValues) -> Iterable[ImportedParcel]:
    values = row.parts["parcel"]
    if values:
        for waybill in values.get("waybill", ("",)):
            yield ImportedParcel(**{**values, "waybill": waybill})


def _lines(row: RowValues, layout: Layout) -> tuple[ImportedLine, ...]:
    values = dict(row.parts["line"])
    kinds = values.pop("kinds", 1)
    if not (values.get("title") or values.get("sku")):
        return ()
    if layout.title_separator:
        return _lines_of_cell(values, kinds, row.parts["order"].get("goods_minor"), layout)
    return (_line(values),)


def _line(values: Values) -> ImportedLine:
    line = ImportedLine(**values)
    if "discount_minor" in values or line.price_minor is None or line.total_minor is None:
        return line
    return replace(line, discount_minor=max(0, line.price_minor * line.quantity - line.total_minor))


def _lines_of_cell(
    values: dict[str, Any], kinds: int, goods_minor: int | None, layout: Layout
) -> tuple[ImportedLine, ...]:
    """Split joined titles where the counts leave no doubt, one piece of each kind.

    A price is given only to a line that is alone and divides evenly.
    """
    titles = values.get("title", "").split(layout.title_separator)
    quantity = values.setdefault("quantity", 1)
    if 1 < kinds == len(titles) == quantity:
        return tuple(ImportedLine(title=title.strip()) for title in titles)
    alone = kinds == 1 or len(titles) == 1
    if alone and goods_minor is not None and quantity and goods_minor % quantity == 0:
        values["price_minor"] = goods_minor // quantity
        values["total_minor"] = goods_minor
    return (ImportedLine(**values),)
