"""Who printed what, when, on what: the log of papers that are out."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.values import RowsOf
from shopdesk.rules.scanning import own_number
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PrintJobRow:
    """A paper that is out, of `count` cases; the numbers are those that came first and last.

    Codes are those of models.printing.PrintJob.
    """

    id: int
    at: datetime
    person: str
    document: str
    paper: str
    language: str
    printer: str
    way: str
    pages: int
    count: int
    first_number: str
    last_number: str


@dataclass(frozen=True, slots=True)
class NumberedCase:
    """A case as the number on its paper names it."""

    id: int
    kind: str
    number: str


_job = RowsOf(PrintJobRow)
_numbered = RowsOf(NumberedCase)

_AFTER_ALL = 1 << 62
_NUMBER = """
    coalesce((SELECT cases.number FROM print_item JOIN cases ON cases.id = print_item.case_id
        WHERE job_id = print_job.id ORDER BY position {} LIMIT 1), '')
"""
_JOBS = f"""
    SELECT id, at, person, document, paper, language, printer, way, pages,
        (SELECT count(*) FROM print_item WHERE job_id = print_job.id),
        {_NUMBER.format("")}, {_NUMBER.format("DESC")}
    FROM print_job WHERE id < :before ORDER BY id DESC LIMIT :most
"""
_OF_NUMBER = """
    SELECT DISTINCT job_id FROM print_item
    WHERE case_id = (SELECT id FROM cases WHERE number = ?)
"""
_NUMBERED = "SELECT id, kind, number FROM cases WHERE number = ?"
_NUMBERED_OF_JOB = """
    SELECT cases.id, kind, number FROM print_item JOIN cases ON cases.id = print_item.case_id
    WHERE job_id = ? ORDER BY position LIMIT ?
"""
_CASES = "SELECT case_id FROM print_item WHERE job_id = ? ORDER BY position"


def load_print_jobs(
    reader: Reader, before_id: int | None = None, limit: int = 50
) -> list[PrintJobRow]:
    """Return what was printed before the job `before_id`, the newest first."""
    asked = {"before": _AFTER_ALL if before_id is None else before_id, "most": limit}
    return [_job(row) for row in reader.rows(_JOBS, asked)]


def find_job_case_ids(reader: Reader, job_id: int) -> list[int]:
    """Return the cases of a job in the order in which they came out."""
    return [case_id for (case_id,) in reader.rows(_CASES, (job_id,))]


def load_job_cases(reader: Reader, job_id: int, most: int) -> list[NumberedCase]:
    """Return the first cases of a job, in the order in which they came out."""
    return [_numbered(row) for row in reader.rows(_NUMBERED_OF_JOB, (job_id, most))]


def find_jobs_of_number(reader: Reader, typed: str) -> frozenset[int]:
    """Return the jobs in which the case stood whose number is in a typed text; none without."""
    number = own_number(typed)
    rows = reader.rows(_OF_NUMBER, (number,)) if number else ()
    return frozenset(job_id for (job_id,) in rows)


def find_numbered(reader: Reader, typed: str) -> NumberedCase | None:
    """Return the case whose own number is in a scan or a typed text."""
    number = own_number(typed)
    row = reader.row(_NUMBERED, (number,)) if number else None
    return None if row is None else _numbered(row)
