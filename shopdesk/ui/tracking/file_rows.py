"""What the preview of a tracking file shows of each line."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.importing.drafts import Problem
from shopdesk.queries.tracking_file import VERDICTS, JudgedEvent
from shopdesk.rules.tracking import STATUSES
from shopdesk.ui.base.columns import Column
from shopdesk.ui.theme import Tone

_TONES: dict[str, Tone] = {"new": "good", "known": "muted"}


@dataclass(frozen=True, slots=True)
class FileRow:
    """One line, worded; `id` is its place in the list."""

    id: int
    line: str
    waybill: str
    of: str
    when: str
    text: str
    meaning: str
    verdict: str
    tone: Tone


COLUMNS: tuple[Column[FileRow], ...] = (
    Column("line", N_("Line"), 52, lambda row: row.line, right=True),
    Column("waybill", N_("Waybill"), 140, lambda row: row.waybill),
    Column("of", N_("Of"), 110, lambda row: row.of),
    Column("when", N_("When"), 170, lambda row: row.when),
    Column("text", N_("What was said"), 140, lambda row: row.text, stretch=True),
    Column("meaning", N_("Means"), 110, lambda row: row.meaning),
    Column("verdict", N_("Taken for"), 210, lambda row: row.verdict, lambda row: row.tone),
)


def event_row(n: int, judged: JudgedEvent, zone: ZoneInfo) -> FileRow:
    """Word an event and what it is taken for."""
    event = judged.event
    return FileRow(
        id=n,
        line=str(judged.line),
        waybill=judged.waybill,
        of=" ".join(judged.numbers),
        when=Formats(current_language(), zone).date_time(event.at),
        text=" · ".join(filter(None, (event.place, event.text))),
        meaning=_(STATUSES[event.status].name),
        verdict=_(VERDICTS[judged.verdict]),
        tone=_TONES.get(judged.verdict, "late"),
    )


def problem_row(n: int, problem: Problem) -> FileRow:
    """Word a line that could not be read."""
    return FileRow(n, str(problem.line or ""), "", "", "", "", "", problem.sentence, "late")
