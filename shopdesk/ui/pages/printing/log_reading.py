"""What the page reads of the log: a part at a time, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from shopdesk.queries.label_sheets import load_every_label_sheet
from shopdesk.queries.printing import PrintJobRow, find_jobs_of_number, load_print_jobs
from shopdesk.queries.today import shop_zone
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.printing.log_lines import is_found
from shopdesk.ui.pages.printing.places import NO_PAPERS, Papers

PART = 50


@dataclass(frozen=True, slots=True)
class LogPart:
    """Jobs that follow each other in the log; `is_last` says that nothing older is found."""

    jobs: tuple[PrintJobRow, ...] = ()
    papers: Papers = NO_PAPERS
    timezone: str = "UTC"
    is_last: bool = True


def read_log(typed: str, before: int | None, most: int, reader: Reader) -> LogPart:
    """Read at most so many jobs before one that is known, or the newest.

    With a text only those it is found in: in their lines, or as the number of one of their cases.
    """
    papers = Papers(tuple(load_every_label_sheet(reader)))
    held = find_jobs_of_number(reader, typed) if typed else frozenset()
    found = (
        job
        for job in _all(reader, before)
        if not typed or job.id in held or is_found(job, papers, typed)
    )
    jobs = tuple(islice(found, most + 1))
    return LogPart(jobs[:most], papers, str(shop_zone(reader)), len(jobs) <= most)


def _all(reader: Reader, before: int | None) -> Iterator[PrintJobRow]:
    while part := load_print_jobs(reader, before, PART):
        yield from part
        before = part[-1].id
