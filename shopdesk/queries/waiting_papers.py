"""What waits to be printed, counted for the rail: loaded at every start, so by itself."""

from collections.abc import Collection, Mapping

from shopdesk.queries.waiting_slips import WAITING, WAITING_LABELS
from shopdesk.rules.documents import AWAITED, DOCUMENTS
from shopdesk.storage.reader import Reader

_AWAITED = {
    "return_slip": f"SELECT cases.id, coalesce(decided_at, opened_at), 0 {WAITING['return']}",
    "packing_slip": f"SELECT cases.id, opened_at, 0 {WAITING['reshipment']}",
    "address_label": f"SELECT cases.id, opened_at, 0 {WAITING_LABELS}",
}
_WISHED = """
    SELECT cases.id, print_wish.added_at, 1
    FROM print_wish JOIN cases ON cases.id = print_wish.case_id
    WHERE print_wish.document = :document AND cases.closed_at IS NULL
"""
_COUNT = "SELECT count(*) FROM ({waiting})"
_COUNT_OF = f"{_COUNT} AS waiting JOIN cases ON cases.id = waiting.id WHERE {{of}}"
_WAITING = """
    SELECT id, min(since), min(is_wish)
    FROM (SELECT NULL AS id, NULL AS since, NULL AS is_wish WHERE 0 UNION ALL {waiting})
    GROUP BY id
"""


def count_waiting(
    reader: Reader,
    awaited: Collection[str] = AWAITED,
    of: str = "",
    values: Mapping[str, int | str | None] | None = None,
) -> dict[str, int]:
    """Return how many cases wait for each document, in the order of rules.documents.

    Documents in `awaited` wait by themselves, the others where somebody put them into the queue;
    those that no case waits for are left out. `of` is a condition on `cases`, with its `values`.
    """
    sql = _COUNT_OF if of else _COUNT
    counts = {
        document: reader.value(
            sql.format(waiting=waiting_sql(document, awaited), of=of),
            {**(values or {}), "document": document},
        )
        for document in DOCUMENTS
    }
    return {document: count for document, count in counts.items() if count}


def waiting_sql(document: str, awaited: Collection[str]) -> str:
    """Return what gives each case that waits for `:document`, since when, and if as a wish."""
    parts = (_AWAITED[document] if document in awaited else "", _WISHED)
    return _WAITING.format(waiting=" UNION ALL ".join(part for part in parts if part))
