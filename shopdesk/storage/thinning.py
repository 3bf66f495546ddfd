"""Which backups are kept as they grow old.

Counted over the days, weeks and months that have a backup, back from the newest one: the clock
has no say, so a wrong one cannot make all of them look old.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from shopdesk.storage.manifests import BackupName, BackupReason

KEEP_ALL = timedelta(days=2)
KEEP_UPGRADE = timedelta(days=90)

Bucket = Callable[[datetime], tuple[int, ...]]

BUCKETS: tuple[tuple[int, Bucket], ...] = (
    (12, lambda at: (at.toordinal(),)),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
"""How many of the newest days, weeks and months keep their newest backup."""


def spare(backups: Iterable[BackupName]) -> set[BackupName]:
    """Return the backups that need not be kept."""
    newest_first = sorted(backups, key=lambda name: name.serial, reverse=True)
    if not newest_first:
        return set()
    kept = {name for name in newest_first if _is_recent(name, newest_first[0].made_at)}
    for count, bucket in BUCKETS:
        kept |= _newest_of_each(newest_first, count, bucket)
    return set(newest_first) - kept


def _is_recent(name: BackupName, newest_at: datetime) -> bool:
    age = newest_at - name.made_at
    limit = KEEP_UPGRADE if name.reason is BackupReason.UPGRADE else KEEP_ALL
    return age <= limit


def _newest_of_each(
    newest_first: Iterable[BackupName], count: int, bucket: Bucket
) -> set[BackupName]:
    found: dict[tuple[int, ...], BackupName] = {}
    for name in newest_first:
        found.setdefault(bucket(name.made_at), name)
    return set(list(found.values())[:count])
