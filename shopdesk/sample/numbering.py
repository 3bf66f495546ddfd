"""Numbers of cases and kept parcels, counted by kind and month as the shop counts them."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from shopdesk.sample.case_rows import CounterRow
from shopdesk.services.numbers import PREFIXES


class Numbers:
    """Gives each number once; the counters go into the file at the end.

    Rows that others name get their ids here, too: cases on from the last return's.
    """

    def __init__(self, last_return: int) -> None:
        self._last: Counter[str] = Counter()
        self._rows = Counter({"cases": last_return})

    def row(self, table: str) -> int:
        """Return the next id of a table."""
        self._rows[table] += 1
        return self._rows[table]

    def next(self, kind: str, at: int, zone: ZoneInfo) -> str:
        """Return the next number of the month that a moment lies in at the shop."""
        series = f"{PREFIXES[kind]}-{datetime.fromtimestamp(at, zone):%y%m}"
        self._last[series] += 1
        return f"{series}-{self._last[series]:04d}"

    def counters(self) -> Iterator[CounterRow]:
        """Yield the rows from which the next numbers are taken."""
        return (CounterRow(series, last) for series, last in self._last.items())
