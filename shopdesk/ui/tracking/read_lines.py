"""The preview of a pasted page: each event, and each line that was not understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.rules.tracking import STATUSES, ReadEvent, Understood
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the preview, worded; `id` is its place in it."""

    id: int
    when: str
    place: str
    text: str
    meaning: str
    tone: Tone


COLUMNS: tuple[Column[ReadRow], ...] = (
    Column("when", N_("When"), 170, lambda row: row.when),
    Column("place", N_("Place"), 130, lambda row: row.place),
    Column("text", N_("What was said"), 240, lambda row: row.text, stretch=True),
    Column(
        "meaning", N_("Taken for"), 150, lambda row: row.meaning, lambda row: row.tone, badge=True
    ),
)


def read_rows(found: Understood, new: Sequence[ReadEvent], formats: Formats) -> list[ReadRow]:
    """Return what is shown of a page, in its order; headings of days are not shown."""
    return [_worded(n, row, formats) for n, row in enumerate(_rows(found, set(new)))]


def _rows(found: Understood, new: set[ReadEvent]) -> Iterator[tuple[ReadEvent | None, str, bool]]:
    seen: set[ReadEvent] = set()
    for line in found.lines:
        if line.event is None and not line.is_heading:
            yield None, line.raw, False
        elif line.event is not None and line.event not in seen:
            seen.add(line.event)
            yield line.event, "", line.event in new


def _worded(n: int, row: tuple[ReadEvent | None, str, bool], formats: Formats) -> ReadRow:
    event, raw, is_new = row
    if event is None:
        return ReadRow(n, "", "", raw, _("Not understood"), "muted")
    status = STATUSES[event.status]
    meaning = _(status.name) if is_new else _("Known already")
    tone: Tone = TONES[status.tone] if is_new else "muted"
    return ReadRow(n, formats.date_time(event.at), event.place, event.text, meaning, tone)
