"""Tells of follow-ups as they fall due, once each, and lets the rules look for deadlines.

reminders = Reminders(desk, operations, TrayNotifier(icon, window))
reminders.due.connect(window.show_reminder)     # what the bar over the page says
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.follow_ups import FollowUpRow, load_follow_up_rows
from shopdesk.rules.sentences import task_name
from shopdesk.ui.desk import Change, Desk, Session
from shopdesk.ui.follow_ups.words import buyer_of
from shopdesk.ui.operations import Operations

LOOK_MS = 60_000
RULES_MS = 5 * 60_000
SHOWN_MS = 15_000
MOST_NAMED = 2
"""So many follow-ups are told by name; of the others there is the number."""

log = logging.getLogger(__name__)

REMINDED = N_("Reminded of follow-ups")
RULES_RAN = N_("Follow-ups made by rules")


@dataclass(frozen=True, slots=True)
class Reminder:
    """What fell due, in a word; `rows` are the follow-ups, the earliest first."""

    sentence: str
    rows: tuple[FollowUpRow, ...]


class Notifier(Protocol):
    """The system's notifications, where there are any."""

    def notify(self, sentence: str) -> None:
        """Show a sentence outside the window."""
        ...

    def close(self) -> None:
        """Leave nothing behind."""
        ...


class Reminders(QObject):
    """Asks every minute; what is told is marked in the file first, so nothing is told twice."""

    due = Signal(object)
    """A `Reminder`."""

    def __init__(self, desk: Desk, operations: Operations, notifier: Notifier) -> None:
        super().__init__(operations)
        self._desk = desk
        self._operations = operations
        self._notifier = notifier
        self._timers = [self._timer(LOOK_MS, self.look), self._timer(RULES_MS, self.run_rules)]

    def begin(self) -> None:
        """Let the rules run and look now, then every few minutes."""
        self.run_rules()
        self.look()
        for timer in self._timers:
            timer.start()

    def run_rules(self) -> None:
        """Make what rules want of deadlines that have passed."""

        def work(session: Session) -> None:
            services.follow_rule_list.seed_follow_rules(session)
            services.follow_rules.run_deadlines(session)

        self._operations.write(RULES_RAN, work, refused=_note, undoable=False)

    def look(self) -> None:
        """Tell of what fell due since, unless the person does not want to be told."""
        if self._desk.settings.now.reminders != "on":
            return

        def work(session: Session) -> list[int]:
            claimed: list[int] = services.reminders.claim_reminders(session)
            return claimed

        self._operations.write(REMINDED, work, self._read, _note, undoable=False)

    def close(self) -> None:
        """Stop looking."""
        for timer in self._timers:
            timer.stop()
        self._notifier.close()

    def _read(self, ids: list[int], _change: Change) -> None:
        if ids:
            key = ("reminders", ids[0])
            self._operations.query(key, lambda r: load_follow_up_rows(r, ids), self._tell)

    def _tell(self, rows: Sequence[FollowUpRow]) -> None:
        if rows:
            reminder = Reminder(sentence_of(rows), tuple(rows))
            self._notifier.notify(reminder.sentence)
            self.due.emit(reminder)

    def _timer(self, interval_ms: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval_ms)
        timer.timeout.connect(do)
        return timer


class TrayNotifier:
    """Notifications by way of an icon in the system's tray; silent where there is none."""

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        self._tray: QSystemTrayIcon | None = None
        self._icon = icon
        self._parent = parent

    def notify(self, sentence: str) -> None:
        """Show a sentence; the icon stays while the window is open."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self._parent)
            self._tray.setToolTip("ShopDesk")
        self._tray.show()
        self._tray.showMessage("ShopDesk", sentence, self._icon, SHOWN_MS)

    def close(self) -> None:
        """Take the icon away."""
        if self._tray is not None:
            self._tray.hide()


def sentence_of(rows: Sequence[FollowUpRow]) -> str:
    """Return what fell due since it was last told: each by what and whom, as far as there is room.

    It does not say how many are due in all; that is what Today counts.
    """
    named = _("; ").join(map(_named, rows[:MOST_NAMED]))
    more = len(rows) - MOST_NAMED
    if more < 1:
        return _("Due now: {tasks}").format(tasks=named)
    words = ngettext("Due now: {tasks}; {n} more", "Due now: {tasks}; {n} more", more)
    return words.format(tasks=named, n=more)


def _named(row: FollowUpRow) -> str:
    about = " · ".join(part for part in (buyer_of(row), row.case_number) if part)
    words = _("{task} ({about})")
    return words.format(task=task_name(row.kind), about=about or row.note)


def _note(error: ShopDeskError) -> None:
    """Log why it did not work this time; the next minute it is tried again."""
    log.warning("follow-ups were not looked at: %s", error.sentence)
