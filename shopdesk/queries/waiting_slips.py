"""Which cases wait for their slip; apart from what slips show, for a list only counts them."""

from shopdesk.storage.reader import Reader

WAITING = {
    "return": """
        FROM cases JOIN return_case ON return_case.id = cases.id
        WHERE cases.closed_at IS NULL AND cases.kind = 'return' AND cases.state = 'agreed'
            AND return_case.goods_back AND return_case.slip_printed_at IS NULL
    """,
    "reshipment": """
        FROM cases JOIN reshipment ON reshipment.id = cases.id
        WHERE cases.closed_at IS NULL AND cases.kind = 'reshipment'
            AND cases.state IN ('to_pack', 'packed') AND reshipment.slip_printed_at IS NULL
    """,
}
"""The cases of a kind of which a slip is to be printed; a condition may stand behind AND."""

WAITING_LABELS = """
    FROM cases JOIN reshipment ON reshipment.id = cases.id
    WHERE cases.closed_at IS NULL AND cases.kind = 'reshipment'
        AND cases.state IN ('to_pack', 'packed')
        AND NOT EXISTS (
            SELECT 1 FROM print_item JOIN print_job ON print_job.id = print_item.job_id
            WHERE print_item.case_id = cases.id AND print_job.document = 'address_label'
              AND print_job.at >= coalesce((
                SELECT max(at) FROM timeline_entry WHERE timeline_entry.case_id = cases.id
                  AND event = 'reship_change' AND coalesce("values" ->> 'new_address', 1)), 0))
"""
"""The reshipments without an address label, or with one of an address that changed since."""


def find_waiting_slip_ids(reader: Reader) -> list[int]:
    """Return the cases of which a slip is to be printed: returns, then what is to be packed."""
    return find_unprinted_slip_ids(reader) + find_unprinted_packing_ids(reader)


def find_unprinted_slip_ids(reader: Reader) -> list[int]:
    """Return the agreed returns whose goods come back and that have no slip yet, oldest first."""
    return _oldest_first(reader, "return")


def find_unprinted_packing_ids(reader: Reader) -> list[int]:
    """Return the reshipments to pack or to send that have no slip yet, oldest first."""
    return _oldest_first(reader, "reshipment")


def _oldest_first(reader: Reader, kind: str) -> list[int]:
    sql = f"SELECT cases.id {WAITING[kind]} ORDER BY cases.opened_at, cases.id"
    return [row[0] for row in reader.rows(sql)]
