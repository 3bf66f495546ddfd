"""A courier's page pasted as text: which of its lines make an event, and which none.

A page tells each event on one line, or its time on one line and its words on those after it, or
its words first; newest first or oldest first. Nothing is dropped: a line that makes no event is
handed back as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from shopdesk.rules.tracking.events import ReadEvent, event_of, is_place
from shopdesk.rules.tracking.phrases import OTHER, status_of
from shopdesk.rules.tracking.times import Stamp, day_first_in, stamp_of


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the page, counted from 1, and the event that it is part of, if any.

    `is_heading` marks a day that stands over several events.
    """

    number: int
    raw: str
    event: ReadEvent | None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What a page says: its lines that hold anything, in their order."""

    lines: tuple[ReadLine, ...]

    @property
    def events(self) -> tuple[ReadEvent, ...]:
        """The events in the order of the page, each once."""
        found = (line.event for line in self.lines if line.event is not None)
        return tuple(dict.fromkeys(found))

    @property
    def left_over(self) -> tuple[ReadLine, ...]:
        """The lines that were not understood."""
        return tuple(line for line in self.lines if line.event is None and not line.is_heading)


@dataclass(slots=True)
class _Line:
    """A line while the page is read; `day` may come from the heading above it."""

    number: int
    raw: str
    stamp: Stamp
    day: date | None = None
    event: ReadEvent | None = None

    @property
    def begins(self) -> bool:
        """Whether it says when an event was."""
        return self.stamp.time is not None and self.day is not None

    @property
    def is_heading(self) -> bool:
        return self.stamp.day is not None and self.stamp.time is None and not self.stamp.rest


def understood(text: str, today: date, zone: ZoneInfo) -> Understood:
    """Return what the lines of a courier's page are taken for.

    `today` is the day at the shop and `zone` its clock, on which times are taken to be told.
    """
    lines = _stamped(text, today, day_first=_reads_day_first(text, today, zone))
    _spread_days(lines)
    for group in _groups(lines):
        _read(group, zone)
    return Understood(
        tuple(ReadLine(each.number, each.raw, each.event, each.is_heading) for each in lines)
    )


def _reads_day_first(text: str, today: date, zone: ZoneInfo) -> bool:
    return day_first_in(text, today, unless_told=not zone.key.startswith("America/"))


def _stamped(text: str, today: date, *, day_first: bool) -> list[_Line]:
    return [
        _Line(number, line, stamp_of(line, today, day_first=day_first))
        for number, raw in enumerate(text.splitlines(), 1)
        if (line := raw.strip())
    ]


def _spread_days(lines: Sequence[_Line]) -> None:
    """Give each time without a day the day above it, or, where none is above, the one below."""
    day: date | None = None
    for line in lines:
        day = line.stamp.day or day
        line.day = day
    for line in reversed(lines):
        day = line.stamp.day or day
        line.day = line.day or day


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each event; what stands before the first, or after the last, is none."""
    bare = [line for line in lines if line.begins and not line.stamp.rest]
    if bare and _tells_words_first(lines):
        yield from _ending_with_time(lines)
    else:
        yield from _beginning_with_time(lines)


def _tells_words_first(lines: Sequence[_Line]) -> bool:
    """Tell whether the words of an event stand above its time."""
    times = [n for n, line in enumerate(lines) if line.begins]
    above = any(_says(line) for line in lines[: times[0]])
    below = any(_says(line) for line in lines[times[-1] + 1 :])
    return above and not (below or lines[times[0]].stamp.rest)


def _says(line: _Line) -> bool:
    return status_of(line.stamp.rest) != OTHER


def _beginning_with_time(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if line.begins or line.is_heading:
            if group:
                yield group
            group = [] if line.is_heading else [line]
        elif group:
            group.append(line)
    if group:
        yield group


def _ending_with_time(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if not line.is_heading:
            group.append(line)
        if line.begins:
            yield group
            group = []


def _read(group: Sequence[_Line], zone: ZoneInfo) -> None:
    """Make the event of a group, and say of its lines whether they are part of it."""
    timed = next(line for line in group if line.begins)
    if timed.day is None or timed.stamp.time is None:
        return
    told = [line for line in group if line.stamp.rest]
    if timed.stamp.rest:  # it tells all by itself; only a place may stand beside it
        told = [timed, *(line for line in told if line is not timed and is_place(line.stamp.rest))]
    found = event_of(_moment(timed.day, timed.stamp.time, zone), [each.stamp.rest for each in told])
    if found is None:
        return
    event, used = found
    timed.event = event
    for n in used:
        told[n].event = event


def _moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
