"""Files of tracking events, or of numbers with their waybills: what each row says, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from shopdesk.i18n import _
from shopdesk.importing.drafts import Problem
from shopdesk.importing.opening import open_tables
from shopdesk.importing.recognise import folded
from shopdesk.importing.tables import HEAD_ROWS, Row, Table
from shopdesk.rules.sending import Pair, pairs_of
from shopdesk.rules.tracking import ReadEvent, status_of
from shopdesk.rules.tracking.times import day_first_in, stamp_of

NAMES = {
    "waybill": (
        *("运单号", "快递单号", "物流单号", "运单编号", "邮件号", "面单号"),
        *("waybill", "waybill number", "tracking number", "tracking no", "tracking", "tracking id"),
    ),
    "day": ("日期", "date", "event date"),
    "time": (
        *("时间", "扫描时间", "操作时间", "发生时间", "轨迹时间", "更新时间"),
        *("time", "event time", "date time", "datetime", "timestamp", "date/time", "scan time"),
    ),
    "place": (
        "地点",
        "网点",
        "城市",
        "所在地",
        "扫描网点",
        "place",
        "location",
        "city",
        "facility",
    ),
    "text": (
        *("描述", "轨迹", "内容", "物流信息", "轨迹描述", "状态描述", "物流轨迹", "最新轨迹"),
        *("text", "description", "event", "details", "message", "activity", "event description"),
    ),
    "status": ("状态", "物流状态", "status", "state"),
}
"""What a column is called, folded, by what it holds."""


@dataclass(frozen=True, slots=True)
class TrackedLine:
    """One event of a file, with the waybill as it is written there."""

    line: int
    waybill: str
    event: ReadEvent


@dataclass(frozen=True, slots=True)
class TrackingFile:
    """What a file holds: events, or pairs of a number and a waybill; and what cannot be read."""

    events: tuple[TrackedLine, ...]
    pairs: tuple[Pair, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    line: int
    places: Mapping[str, int]

    @property
    def is_of_events(self) -> bool:
        there = self.places.keys()
        return "waybill" in there and bool({"day", "time"} & there) and bool(_SAID & there)


_SAID = frozenset({"text", "status"})
_IN_ORDER: Mapping[int, Mapping[str, int]] = {
    3: {"waybill": 0, "time": 1, "text": 2},
    4: {"waybill": 0, "time": 1, "place": 2, "text": 3},
}
"""What stands where without a heading, by how many columns there are."""


def read_tracking(path: Path, today: date, zone: ZoneInfo) -> TrackingFile:
    """Read the first sheet of a file that has tracking events, else its pairs.

    `today` is the day at the shop, on whose clock times without an offset are told. Raises
    DomainError or StorageError for a file that is no table.
    """
    tables = open_tables(path)
    for table in tables:
        header = _header(table) or _unnamed(table, today)
        if header is not None:
            return _events(path.name, table, header, today, zone)
    rows = tables[0].rows() if tables else iter(())
    lines = ((line, "\t".join(cell.strip() for cell in cells)) for line, cells in rows)
    return TrackingFile((), tuple(pairs_of(lines)), ())


def _header(table: Table) -> _Header | None:
    for line, cells in islice(table.rows(), HEAD_ROWS):
        found = _Header(line, _places(cells))
        if found.is_of_events:
            return found
    return None


def _unnamed(table: Table, today: date) -> _Header | None:
    """Return the usual columns of a table without a heading, if its second one tells times."""
    for _line, cells in islice(table.rows(), HEAD_ROWS):
        places = _IN_ORDER.get(len(cells))
        if places and _tells_time(cells[places["time"]], today):
            return _Header(0, places)
    return None


def _tells_time(cell: str, today: date) -> bool:
    stamp = stamp_of(cell, today, day_first=True)
    return stamp.day is not None and stamp.time is not None


def _places(cells: Sequence[str]) -> dict[str, int]:
    names = [folded(cell) for cell in cells]
    return {
        what: names.index(next(name for name in known if name in names))
        for what, known in NAMES.items()
        if any(name in names for name in known)
    }


def _events(name: str, table: Table, header: _Header, today: date, zone: ZoneInfo) -> TrackingFile:
    rows = [row for row in table.rows() if row[0] > header.line and any(map(str.strip, row[1]))]
    texts = "\n".join(_cell(cells, header, "day", "time") for _line, cells in rows)
    first = day_first_in(texts, today, unless_told=not zone.key.startswith("America/"))
    events: list[TrackedLine] = []
    problems: list[Problem] = []
    for row in rows:
        found = _event(row, header, _Clock(today, zone, day_first=first))
        if isinstance(found, str):
            problems.append(Problem("error", row[0], "", found, name))
        else:
            events.append(found)
    return TrackingFile(tuple(events), (), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Clock:
    """How times of a file are read."""

    today: date
    zone: ZoneInfo
    day_first: bool

    def moment(self, text: str) -> datetime | None:
        stamp = stamp_of(text, self.today, day_first=self.day_first)
        if stamp.day is None or stamp.time is None:
            return None
        return datetime.combine(stamp.day, stamp.time, self.zone).astimezone(UTC)


def _event(row: Row, header: _Header, clock: _Clock) -> TrackedLine | str:
    """Return the event of a row, or why it has none."""
    line, cells = row
    waybill = _cell(cells, header, "waybill")
    if not waybill:
        return _("The row has no waybill.")
    at = clock.moment(_cell(cells, header, "day", "time"))
    if at is None:
        return _("The row has no day and time that can be read.")
    text, state = _cell(cells, header, "text"), _cell(cells, header, "status")
    if not text and not state:
        return _("The row does not say what happened.")
    place = _cell(cells, header, "place")
    return TrackedLine(line, waybill, ReadEvent(at, place, text or state, _status(text, state)))


def _status(text: str, state: str) -> str:
    """Return what an event means: by the column for it where it is known, else by its words."""
    told = status_of(state)
    return told if told != "other" else status_of(text)


def _cell(cells: Sequence[str], header: _Header, *names: str) -> str:
    """Return what stands in some columns of a row, side by side."""
    return " ".join(_parts(cells, header, names))


def _parts(cells: Sequence[str], header: _Header, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        place = header.places.get(name)
        if place is not None and place < len(cells) and cells[place].strip():
            yield cells[place].strip()
