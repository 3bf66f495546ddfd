"""Several returns at once: how they stand, for saying what can be done with them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from shopdesk.queries.values import id_list
from shopdesk.rules.many import Chosen
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.states import Standing
from shopdesk.storage.reader import Reader

_SOON = timedelta(days=1)

_PLAIN = """
    NOT EXISTS (SELECT 1 FROM received_item WHERE received_item.case_id = cases.id
        AND (line_id IS NULL OR disposition = 'to_buyer'
          OR condition NOT IN ('intact', 'opened')))
    AND (NOT return_case.goods_back OR NOT EXISTS (
        SELECT 1 FROM return_line WHERE return_line.case_id = cases.id AND quantity <> (
          SELECT coalesce(sum(quantity), 0) FROM received_item
          WHERE received_item.case_id = cases.id AND line_id = return_line.id)))
"""
_STANDING = f"""
    cases.state, return_case.remedy, cases.settled_at IS NOT NULL, {_PLAIN},
    coalesce(cases.due_at <= :soon, 0)
"""
_FROM = """
    FROM cases JOIN return_case ON return_case.id = cases.id
    WHERE cases.id IN (SELECT value FROM json_each(:ids))
"""
_ROWS = f"SELECT {_STANDING}, cases.id {_FROM}"


def load_chosen(reader: Reader, ids: Sequence[int], now: datetime) -> dict[int, Chosen]:
    """Return how each of some returns stands, in the order of `ids`; without those gone."""
    soon = int((now + _SOON).timestamp())
    rows = reader.rows(_ROWS, {"ids": id_list(ids), "soon": soon})
    found = {case_id: _chosen(standing) for *standing, case_id in rows}
    return {case_id: found[case_id] for case_id in ids if case_id in found}


def _chosen(row: Sequence[Any]) -> Chosen:
    state, remedy, settled, plain, due = row
    standing = Standing(state, remedy_of(remedy), settled=bool(settled))
    return Chosen(standing, is_plain=bool(plain), is_due=bool(due))
