"""The stores' policies: the version that was in force when a return was judged, and its clocks."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shopdesk.rules.clocks import CLOCKS, Timing, due_at, reminded_until


class Version(NamedTuple):
    """One version of a store's policy by its id, in force from `made_s` on."""

    id: int
    made_s: int
    timing: Timing


class PolicyBook:
    """Every store's versions by the store's id, oldest first."""

    def __init__(self, versions: Mapping[int, Sequence[Version]]) -> None:
        self._versions = versions

    def at(self, store_id: int, moment_s: int) -> Version:
        """Return the version that was in force at a moment; the first one before there was any."""
        versions = self._versions[store_id]
        return next((v for v in reversed(versions) if v.made_s <= moment_s), versions[0])


def due_s(code: str, timing: Timing, started_s: int) -> int:
    """Return when a clock runs out that starts at `started_s`."""
    if CLOCKS[code].hours:
        return _seconds(due_at(code, timing, datetime.fromtimestamp(started_s, UTC)))
    return _end_of_days(code, timing, _noon_s(timing.zone, started_s), reminded=False)


def reminded_s(code: str, timing: Timing, reminded_at_s: int) -> int:
    """Return until when one waits after a reminder."""
    return _end_of_days(code, timing, _noon_s(timing.zone, reminded_at_s), reminded=True)


def _noon_s(zone: ZoneInfo, moment_s: int) -> int:
    """Return one moment for each local day: clocks of days ask for no more."""
    day = datetime.fromtimestamp(moment_s, zone)
    return moment_s - (day.hour - 12) * 3600 - day.minute * 60 - day.second


@lru_cache(maxsize=32_768)
def _end_of_days(code: str, timing: Timing, noon_s: int, *, reminded: bool) -> int:
    counted = reminded_until if reminded else due_at
    return _seconds(counted(code, timing, datetime.fromtimestamp(noon_s, UTC)))


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
