"""The papers that came out of the sample's printer, as timelines and the log tell of them."""

from shopdesk.storage.connection import Connection

PRINTER = "Zebra_ZD421"

# Each paper that a timeline tells of was a job of its own.
_JOBS = """
    INSERT INTO print_job (id, at, person, document, paper, language, printer, way, pages)
    SELECT row_number() OVER (ORDER BY at, id), at, person, "values" ->> 'document', '100x150',
        'both', "values" ->> 'printer', "values" ->> 'way', 1
    FROM timeline_entry WHERE event = 'printed'
"""
_ITEMS = """
    INSERT INTO print_item (job_id, case_id, position)
    SELECT row_number() OVER (ORDER BY at, id), case_id, 0
    FROM timeline_entry WHERE event = 'printed'
"""


def printed(document: str) -> dict[str, str]:
    """Return what a timeline tells of a paper."""
    return {"document": document, "printer": PRINTER, "way": "printer"}


def fill_print_log(connection: Connection) -> None:
    """Write the log of all papers that the timelines tell of."""
    for sql in (_JOBS, _ITEMS):
        connection.execute(sql)
