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
