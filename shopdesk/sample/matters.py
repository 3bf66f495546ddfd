"""A case with what its follow-ups, parcels and claims need to know of it."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.sample.case_rows import CaseRow, TimelineRow
from shopdesk.sample.tables import Row


class Matter(NamedTuple):
    """A case, who works on it, how its buyer speaks, and what its clocks are set by."""

    case: CaseRow
    owner: str
    speech: str
    timing: Timing

    def entry(self, at: int, event: str, text: str = "", **values: object) -> TimelineRow:
        """Return a line of its timeline."""
        record = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        return TimelineRow(self.case.id, at, self.owner, event, text, record)


def in_time(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows with what a timeline tells at the end, in the order of time."""
    told = []
    for row in rows:
        if isinstance(row, TimelineRow):
            told.append(row)
        else:
            yield row
    yield from sorted(told, key=lambda entry: entry.at)
