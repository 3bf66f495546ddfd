"""What was printed, in words: one line a job, with the day only where it begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.printing.papers import paper_name
from shopdesk.queries.printing import PrintJobRow
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.printing import WAYS
from shopdesk.ui.base.days import day_text
from shopdesk.ui.pages.printing.places import Papers

_NEAR = {0: N_("Today"), 1: N_("Yesterday")}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One job as it is listed."""

    job: PrintJobRow
    day: str
    time: str
    what: str
    numbers: str
    paper: str
    where: str
    person: str

    @property
    def id(self) -> int:
        """The job."""
        return self.job.id


def log_lines(
    jobs: Sequence[PrintJobRow], papers: Papers, timezone: str, after: date | None
) -> Iterator[LogLine]:
    """Yield jobs in words; `after` is the day of the line above the first."""
    zone = ZoneInfo(timezone)
    for job in jobs:
        day = job.at.astimezone(zone).date()
        yield _line(job, papers, timezone, is_new_day=day != after)
        after = day


def _line(job: PrintJobRow, papers: Papers, timezone: str, *, is_new_day: bool) -> LogLine:
    formats = Formats(current_language(), ZoneInfo(timezone))
    return LogLine(
        job,
        day=_day(job.at, timezone) if is_new_day else "",
        time=formats.time(job.at),
        what=counted(job),
        numbers=_numbers(job),
        paper=paper_name(job.paper, papers.sheets) or job.paper,
        where=job.printer or way_name(job.way),
        person=job.person,
    )


def _day(at: datetime, timezone: str) -> str:
    zone = ZoneInfo(timezone)
    days_ago = (datetime.now(zone).date() - at.astimezone(zone).date()).days
    near = _NEAR.get(days_ago)
    return _(near) if near else day_text(at, timezone)


def counted(job: PrintJobRow) -> str:
    """Return what came out and how many, such as "34 packing slips"."""
    document = DOCUMENTS.get(job.document)
    return document.counted(job.count) if document else job.document


def way_name(way: str) -> str:
    """Return how a paper left the program, as marked in WAYS."""
    return _(WAYS[way]) if way in WAYS else way


def is_found(job: PrintJobRow, papers: Papers, typed: str) -> bool:
    """Tell whether each typed word stands in a job's line."""
    line = _line(job, papers, "UTC", is_new_day=False)
    words = (line.what, line.numbers, line.paper, line.where, line.person)
    whole = " ".join(words).casefold()
    return all(word in whole for word in typed.casefold().split())


def _numbers(job: PrintJobRow) -> str:
    more = job.count - 1
    if not more:
        return job.first_number
    words = ngettext("{number} and {n} more", "{number} and {n} more", more)
    return words.format(number=job.first_number, n=more)
