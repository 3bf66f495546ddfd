"""What slips and labels of cases show, read in three statements for a hundred of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.case_sql import BUYER_HANDLE, BUYER_NAME, BUYER_PHONE
from shopdesk.queries.label_sheets import load_slip_papers
from shopdesk.queries.paper import PackingSlip, ReturnSlip, SlipLine, SlipPaper
from shopdesk.queries.values import RowsOf, id_chunks, id_list
from shopdesk.storage.reader import Reader

AnySlip = TypeVar("AnySlip", ReturnSlip, PackingSlip)


@dataclass(frozen=True, slots=True)
class _Source(Generic[AnySlip]):
    """Where the slips of a kind of case come from.

    `heads` gives the case, its shop, the buyers' language, the region, then the slip's first
    fields; `lines` gives the case, then the fields of SlipLine; both of the ids in `?`.
    """

    slip: RowsOf[AnySlip]
    heads: str
    lines: str


_line = RowsOf(SlipLine)

_HEAD = """
    SELECT cases.id, shop.id, shop.buyer_language, shop.region, cases.number, shop.name,
        shop.platform, coalesce(nullif(shop.return_name, ''), shop.name), shop.return_phone,
        shop.return_address,
"""
_FROM = """
    FROM cases
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
"""
_THESE = "IN (SELECT value FROM json_each(?))"
_ORDER_NUMBER = "coalesce(orders.number, cases.order_number)"

_RETURNS = _Source(
    RowsOf(ReturnSlip),
    f"""
    {_HEAD} {BUYER_NAME}, {BUYER_PHONE}, {BUYER_HANDLE}, {_ORDER_NUMBER},
        coalesce(reason.code, ''), coalesce(reason.name, ''), return_case.remedy,
        return_case.freight_payer, return_case.send_by, cases.note
    {_FROM}
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN reason ON reason.id = cases.reason_id
    WHERE cases.id {_THESE}
    """,
    f"""
    SELECT case_id, title, variant, sku, quantity FROM return_line
    WHERE case_id {_THESE} ORDER BY case_id, position
    """,
)

_RESHIPMENTS = _Source(
    RowsOf(PackingSlip),
    f"""
    {_HEAD} coalesce(nullif(reshipment.recipient, ''), {BUYER_NAME}),
        coalesce(nullif(reshipment.phone, ''), {BUYER_PHONE}), reshipment.address,
        reshipment.postcode,
        reshipment.country, {BUYER_HANDLE}, {_ORDER_NUMBER}, reshipment.reason, cases.note,
        coalesce(courier.code, ''), coalesce(parcel.courier_name, ''),
        coalesce(parcel.waybill, '')
    {_FROM}
    JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN parcel ON parcel.id = (SELECT max(id) FROM parcel WHERE case_id = cases.id)
    LEFT JOIN courier ON courier.id = parcel.courier_id
    WHERE cases.id {_THESE}
    """,
    f"""
    SELECT case_id, title, variant, sku, quantity FROM reshipment_line
    WHERE case_id {_THESE} ORDER BY case_id, position
    """,
)


def read_return_slips(reader: Reader, case_ids: Sequence[int]) -> Iterator[ReturnSlip]:
    """Yield what the slips of returns show, in order; raises DomainError at one that is gone."""
    return _read(reader, _RETURNS, case_ids)


def read_packing_slips(reader: Reader, case_ids: Sequence[int]) -> Iterator[PackingSlip]:
    """Yield what the slips of reshipments show, in order; raises DomainError as above."""
    return _read(reader, _RESHIPMENTS, case_ids)


def _read(reader: Reader, source: _Source[AnySlip], case_ids: Sequence[int]) -> Iterator[AnySlip]:
    papers = load_slip_papers(reader)
    for ids in id_chunks(case_ids):
        found = _read_chunk(reader, source, ids, papers)
        for case_id in ids:
            if case_id not in found:
                raise DomainError(_("This case is no longer there. Load the page again."))
            yield found[case_id]


def _read_chunk(
    reader: Reader, source: _Source[AnySlip], ids: Sequence[int], papers: Mapping[int, SlipPaper]
) -> dict[int, AnySlip]:
    lines = _lines(reader, source.lines, ids)
    return {
        case_id: source.slip(
            head,
            lines=tuple(lines[case_id]),
            buyer_language=language,
            region=region,
            paper=papers.get(shop_id, SlipPaper()),
        )
        for case_id, shop_id, language, region, *head in reader.rows(source.heads, (id_list(ids),))
    }


def _lines(reader: Reader, sql: str, ids: Sequence[int]) -> dict[int, list[SlipLine]]:
    found: dict[int, list[SlipLine]] = defaultdict(list)
    for case_id, *line in reader.rows(sql, (id_list(ids),)):
        found[case_id].append(_line(line))
    return found
