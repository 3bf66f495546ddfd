"""What the bar over the page says of what fell due, and what it offers to do about it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import _, ngettext
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.follow_times import SNOOZES
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.follow_ups.doing import SNOOZED, FollowUpDoing
from shopdesk.ui.reminders import Reminder
from shopdesk.ui.workbench import Workbench

_HOUR = SNOOZES["hour"][1]


def show_reminder(bench: Workbench, window: QWidget, reminder: Reminder) -> None:
    """Say what fell due: one can be logged at once, several stand on their page."""
    rows = reminder.rows
    first = rows[0]
    steps = [
        (_snooze_words(len(rows)), partial(_snooze, bench, rows)),
        (_("Open it"), partial(bench.guide.go, "follow_ups", first.id)),
    ]
    if len(rows) == 1:
        steps.insert(0, (_("Log call…"), partial(FollowUpDoing(bench, window).log, first)))
    bench.messages.remind(reminder.sentence, steps)


def _snooze_words(count: int) -> str:
    """Say of how many: the sentence beside it names the first of them only."""
    if count == 1:
        return _("Snooze an hour")
    words = ngettext("Snooze {n} for an hour", "Snooze all {n} for an hour", count)
    return words.format(n=count)


def _snooze(bench: Workbench, rows: Sequence[FollowUpRow]) -> None:
    """Put all of them off in one change; those that are done meanwhile are left out."""
    until = datetime.now(UTC) + _HOUR

    def work(session: Session) -> None:
        services.follow_ups.snooze_all(session, [row.id for row in rows], until)

    def told(_value: object, change: Change) -> None:
        if change.id is not None:
            offer_undo(bench, change, change.words)

    bench.operations.write(SNOOZED, work, told)
