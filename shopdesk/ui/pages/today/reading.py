"""What the page reads, finished in words by the time it comes to the window.

The figures at the side follow the list, so what reads them is loaded after it, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import current_language
from shopdesk.queries.today import (
    MOST_TASKS,
    DayAsked,
    find_tasks,
    find_these,
    has_cases,
    shop_zone,
)
from shopdesk.queries.today_rows import load_tasks
from shopdesk.queries.today_tiles import count_day
from shopdesk.rules.documents import AWAITED
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.today.wording import TaskWords, TileWords, task_words, tile_words

if TYPE_CHECKING:
    from shopdesk.queries.so_far import SoFar


@dataclass(frozen=True, slots=True)
class Wish:
    """Which tasks are listed: whose, behind which tile, or the cases of a finding."""

    owner: int
    tile: str = ""
    cases: tuple[tuple[str, int], ...] = ()
    awaited: tuple[str, ...] = AWAITED


@dataclass(frozen=True, slots=True)
class DaySeen:
    """The day as it was read; `more` is how many tasks there are behind those in `rows`."""

    day: date
    zone: ZoneInfo
    tiles: Mapping[str, TileWords]
    rows: Sequence[TaskWords]
    more: int
    tasks: int
    has_cases: bool


def read_day(wish: Wish, reader: Reader) -> DaySeen:
    """Read tiles and list in one state of the file."""
    now = datetime.now(UTC)
    with reader.snapshot():
        zone = shop_zone(reader)
        asked = DayAsked(now, zone, wish.owner, awaited=wish.awaited)
        figures = count_day(reader, asked)
        places = list(islice(find_tasks(reader, asked, wish.tile), MOST_TASKS))
        if wish.cases:
            places = find_these(reader, asked, [case_id for _kind, case_id in wish.cases])
        tasks = load_tasks(reader, places)
    formats = Formats(current_language(), zone)
    say = partial(task_words, now=now, formats=formats)
    wanted = 0 if wish.cases else (figures.counts[wish.tile] if wish.tile else figures.tasks)
    return DaySeen(
        day=now.astimezone(zone).date(),
        zone=zone,
        tiles=tile_words(figures, now, formats),
        rows=[say(task) for task in tasks],
        more=max(0, wanted - len(tasks)),
        tasks=figures.tasks,
        has_cases=bool(tasks) or has_cases(reader),
    )


@dataclass(frozen=True, slots=True)
class UnusualWords:
    """What is unusual, said, and the cases behind it by kind and id."""

    sentence: str
    cases: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SideSeen:
    """What the last days say."""

    so_far: "SoFar"
    formats: Formats


def read_side(reader: Reader) -> SideSeen:
    """Read the figures of the last days, on the clock of the desk."""
    from shopdesk.queries.so_far import load_so_far

    zone = shop_zone(reader)
    with reader.snapshot():
        return SideSeen(load_so_far(reader, datetime.now(zone)), Formats(current_language(), zone))


def read_unusual(reader: Reader) -> Sequence[UnusualWords]:
    """Read what is unusual this week, finished in words."""
    from shopdesk.queries.unusual import load_unusual
    from shopdesk.rules.unusual_words import unusual_sentence

    formats = Formats(current_language())
    with reader.snapshot():
        found = load_unusual(reader, datetime.now(UTC))
    return [UnusualWords(unusual_sentence(one, formats), one.cases) for one in found]
