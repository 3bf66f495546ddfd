"""How much open work each page of the rail holds, and whether some of it is late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from shopdesk.queries.follow_ups import count_follow_up_chips, load_days
from shopdesk.queries.returns import count_return_chips
from shopdesk.ui.desk import Reader


@dataclass(frozen=True, slots=True)
class OpenWork:
    """How much is open; `late` colours the count."""

    count: int
    late: bool = False


def _returns(reader: Reader, _now: datetime) -> OpenWork:
    return OpenWork(count_return_chips(reader)["open"])


def _follow_ups(reader: Reader, now: datetime) -> OpenWork:
    counts = count_follow_up_chips(reader, load_days(reader, now))
    return OpenWork(counts["overdue"] + counts["today"], late=counts["overdue"] > 0)


COUNTS: Mapping[str, Callable[[Reader, datetime], OpenWork]] = {
    "returns": _returns,
    "follow_ups": _follow_ups,
}
"""By the key of the page."""


def count_open_work(reader: Reader) -> dict[str, OpenWork]:
    """Return what the rail shows beside its pages."""
    now = datetime.now(UTC)
    return {page: count(reader, now) for page, count in COUNTS.items()}
