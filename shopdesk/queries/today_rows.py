"""The rows of tasks, by kind, for the ones in view."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from shopdesk.queries.case_sql import BUYER_NAME
from shopdesk.queries.values import RowsOf, id_list
from shopdesk.rules.reshipments import UNSENT
from shopdesk.rules.today.tasks import ComplaintTask, FollowUpTask, ReshipmentTask, ReturnTask, Task
from shopdesk.storage.reader import Reader, Row

_WHO = f"coalesce(nullif({BUYER_NAME}, ''), cases.buyer_handle)"
_HEAD = f"""cases.id, cases.version, cases.number, {_WHO}, cases.state, cases.due_clock,
    cases.due_at"""
_JOINS = """
    LEFT JOIN orders ON orders.id = cases.order_id
    LEFT JOIN customer ON customer.id = cases.customer_id
    LEFT JOIN person ON person.id = {owned}.owner_id
"""
_CASE_JOINS = _JOINS.format(owned="cases")
_OWNER = "coalesce(person.name, '')"
_OWN_DAYS = """(SELECT days FROM transit_time
            WHERE transit_time.courier = {courier} AND transit_time.zone = reshipment.zone)"""
_UNSENT = ", ".join(f"'{state}'" for state in sorted(UNSENT))

_RETURNS = f"""
    SELECT {_HEAD}, return_case.remedy, cases.settled_at IS NOT NULL,
        coalesce(reason.code, ''), coalesce(reason.name, ''), return_case.wanted,
        coalesce(line.title, ''),
        (SELECT count(*) - 1 FROM return_line WHERE case_id = cases.id),
        cases.amount_minor, cases.currency, return_case.arrived_at,
        (SELECT count(*) FROM attachment WHERE attachment.case_id = cases.id),
        EXISTS (SELECT 1 FROM cases AS out WHERE out.origin_id = cases.id
            AND out.kind = 'reshipment' AND out.state IN ({_UNSENT})),
        {_OWNER}
    FROM cases
    JOIN return_case ON return_case.id = cases.id
    LEFT JOIN reason ON reason.id = cases.reason_id
    LEFT JOIN return_line AS line ON line.case_id = cases.id AND line.position = 0
    {_CASE_JOINS}
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_RESHIPMENTS = f"""
    SELECT {_HEAD}, reshipment.reason, coalesce(line.title, ''),
        (SELECT count(*) - 1 FROM reshipment_line WHERE case_id = cases.id),
        reshipment.wait_note, coalesce(courier.code, ''), coalesce(parcel.courier_name, ''),
        (SELECT max(started_at) FROM clock
            WHERE clock.case_id = cases.id AND clock.ended_at IS NULL AND code = cases.due_clock),
        {_OWNER}, reshipment.zone,
        {_OWN_DAYS.format(courier="courier.code")}, {_OWN_DAYS.format(courier="''")}
    FROM cases
    JOIN reshipment ON reshipment.id = cases.id
    LEFT JOIN reshipment_line AS line ON line.case_id = cases.id AND line.position = 0
    LEFT JOIN parcel ON parcel.id = (SELECT max(id) FROM parcel WHERE parcel.case_id = cases.id)
    LEFT JOIN courier ON courier.id = parcel.courier_id
    {_CASE_JOINS}
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_COMPLAINTS = f"""
    SELECT {_HEAD}, complaint.situation,
        (SELECT count(*) FROM complaint_option AS found WHERE found.case_id = cases.id
            AND found.round = complaint.round AND found.offered_at IS NOT NULL),
        coalesce((SELECT title FROM complaint_option AS found WHERE found.case_id = cases.id
            AND found.round = complaint.round AND found.chosen_at IS NOT NULL LIMIT 1), ''),
        complaint.escalated_at IS NOT NULL AND complaint.verdict_at IS NULL,
        complaint.platform_asks, {_OWNER}
    FROM cases
    JOIN complaint ON complaint.id = cases.id
    {_CASE_JOINS}
    WHERE cases.id IN (SELECT value FROM json_each(?))
"""
_FOLLOW_UPS = f"""
    SELECT follow_up.id, follow_up.version, coalesce(cases.number, ''),
        coalesce(nullif({_WHO}, ''), own.name, ''), follow_up.kind, follow_up.due_at,
        follow_up.note, follow_up.channel, follow_up.case_id, {_OWNER}
    FROM follow_up
    LEFT JOIN cases ON cases.id = follow_up.case_id
    LEFT JOIN customer AS own ON own.id = follow_up.customer_id
    {_JOINS.format(owned="follow_up")}
    WHERE follow_up.id IN (SELECT value FROM json_each(?))
"""

ROWS: dict[str, tuple[str, Callable[[Row], Task]]] = {
    "return": (_RETURNS, RowsOf(ReturnTask)),
    "reshipment": (_RESHIPMENTS, RowsOf(ReshipmentTask)),
    "complaint": (_COMPLAINTS, RowsOf(ComplaintTask)),
    "follow_up": (_FOLLOW_UPS, RowsOf(FollowUpTask)),
}
"""By kind: the SQL of its rows by a list of ids, and what makes a task of each."""


def load_tasks(reader: Reader, places: Sequence[tuple[int, str, int]]) -> list[Task]:
    """Return the tasks at some places, in their order; what is gone meanwhile is left out."""
    wanted = defaultdict(list)
    for _due_s, kind, row_id in places:
        wanted[kind].append(row_id)
    found = {
        (kind, task.id): task for kind, ids in wanted.items() for task in _load(reader, kind, ids)
    }
    keys = ((kind, row_id) for _due_s, kind, row_id in places)
    return [found[key] for key in keys if key in found]


def _load(reader: Reader, kind: str, ids: Sequence[int]) -> Iterable[Task]:
    sql, row_of = ROWS[kind]
    return map(row_of, reader.rows(sql, (id_list(ids),)))
