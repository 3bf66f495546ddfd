"""Which cases wait for a paper by themselves, as pieces of SQL that lists and the queue share."""

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
