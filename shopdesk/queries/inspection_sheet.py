"""What inspection sheets show, for many returns at once."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.queries.case_sql import BUYER_HANDLE, BUYER_NAME
from shopdesk.queries.label_sheets import load_slip_papers
from shopdesk.queries.paper import SlipPaper
from shopdesk.queries.paper_lists import InspectionSheet, SheetLine
from shopdesk.queries.values import RowsOf, id_chunks, id_list
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import kept_policy
from shopdesk.storage.reader import Reader, Row

_sheet = RowsOf(InspectionSheet)
_made_line = RowsOf(SheetLine)

_SHEETS = f"""
    SELECT cases.id, cases.shop_id, shop.buyer_language, shop.region,
        coalesce(policy.preset, ''), coalesce(policy.name, ''), coalesce(policy.rules, '{{}}'),
        cases.number, shop.name, shop.platform, {BUYER_NAME}, {BUYER_HANDLE},
        coalesce(orders.number, cases.order_number),
        coalesce(reason.code, ''), coalesce(reason.name, ''), return_case.remedy,
        return_case.wanted, cases.note
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN policy ON policy.id = return_case.policy_id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_LINES = """
    SELECT return_line.case_id, return_line.title, return_line.variant, return_line.sku,
        return_line.quantity, coalesce(product.category, 'general')
    FROM return_line LEFT JOIN product ON product.id = return_line.product_id
    WHERE return_line.case_id IN (SELECT value FROM json_each(?))
    ORDER BY return_line.case_id, return_line.position
"""
_WAYBILLS = """
    SELECT case_id, waybill FROM parcel
    WHERE case_id IN (SELECT value FROM json_each(?)) AND direction = 'back' AND waybill <> ''
    ORDER BY case_id, id
"""


def read_inspection_sheets(reader: Reader, case_ids: Sequence[int]) -> Iterator[InspectionSheet]:
    """Yield the sheets of returns, in order; raises DomainError at one that is gone."""
    papers = load_slip_papers(reader)
    for ids in id_chunks(case_ids):
        found = _read_chunk(reader, ids, papers)
        for case_id in ids:
            if case_id not in found:
                raise DomainError(_("This return is no longer there. Load the page again."))
            yield found[case_id]


def rows_by_id(rows: Iterable[Row]) -> dict[int, tuple[tuple[Any, ...], ...]]:
    """Return rows, which come by the id in their first column, without it under that id."""
    return {
        row_id: tuple(row[1:] for row in group) for row_id, group in groupby(rows, itemgetter(0))
    }


def _read_chunk(
    reader: Reader, case_ids: Sequence[int], papers: Mapping[int, SlipPaper]
) -> dict[int, InspectionSheet]:
    ids = (id_list(case_ids),)
    lines = rows_by_id(reader.rows(_LINES, ids))
    waybills = rows_by_id(reader.rows(_WAYBILLS, ids))
    found = {}
    for case_id, shop_id, language, region, preset, name, rules, *texts in reader.rows(
        _SHEETS, ids
    ):
        policy = kept_policy(preset, name, json.loads(rules))
        found[case_id] = _sheet(
            texts,
            waybills=tuple(waybill for (waybill,) in waybills.get(case_id, ())),
            lines=tuple(_line(line, policy) for line in lines.get(case_id, ())),
            buyer_language=language,
            region=region,
            paper=papers.get(shop_id, SlipPaper()),
        )
    return found


def _line(row: Row, policy: Policy) -> SheetLine:
    *texts, category = row
    asked = category in policy.conditions and category in CATEGORIES
    return _made_line(texts, rule=CATEGORIES[category].condition if asked else "")
