"""What can be done with a follow-up, from the page, a case, a buyer or a reminder."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.follow_targets import FollowTarget, load_shop_times
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.follow_times import QUICK_DAYS, SNOOZES
from shopdesk.services.case_drafts import OutcomeDraft
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

SNOOZED = N_("Put off.")
DROPPED = N_("Follow-up dropped.")


class FollowUpDoing:
    """Opens the forms over the window that `widget` stands in, and writes what needs none."""

    def __init__(self, bench: Workbench, widget: QWidget) -> None:
        self._bench = bench
        self._widget = widget

    def log(self, row: FollowUpRow) -> None:
        """Ask what came of it."""
        from shopdesk.ui.dialogs.log_call import LogCallDialog

        with self._bench.desk.reading() as reader:
            times = load_shop_times(reader, row.shop_id)
        LogCallDialog(self._bench, row, times, self._widget.window()).open()

    def change(self, row: FollowUpRow) -> None:
        """Open the form of one that is there."""
        from shopdesk.ui.dialogs.follow_up import FollowUpDialog, Planned

        FollowUpDialog(self._bench, self._widget.window(), Planned(row=row)).open()

    def plan(self, target: FollowTarget | None = None) -> None:
        """Open the form of a new one."""
        from shopdesk.ui.dialogs.follow_up import FollowUpDialog, Planned

        FollowUpDialog(self._bench, self._widget.window(), Planned(target=target)).open()

    def snooze(self, row: FollowUpRow, key: str) -> None:
        """Be reminded again later; `key` is one of SNOOZES or QUICK_DAYS."""
        with self._bench.desk.reading() as reader:
            until = load_shop_times(reader, row.shop_id).quick(key, datetime.now(UTC))

        def work(session: Session) -> None:
            services.follow_ups.snooze(session, row.id, until, row.version)

        self._bench.operations.write(SNOOZED, work, self._told)

    def drop(self, row: FollowUpRow) -> None:
        """Say that it is not needed any more."""

        def work(session: Session) -> None:
            draft = OutcomeDraft("dropped")
            services.follow_ups.log_outcome(session, row.id, draft, row.version)

        self._bench.operations.write(DROPPED, work, self._told)

    def snooze_menu(self, row: FollowUpRow, parent: QWidget) -> QMenu:
        """Return the choices of when to be reminded again."""
        menu = QMenu(parent)
        for key, (words, _wait) in {**SNOOZES, **QUICK_DAYS}.items():
            menu.addAction(_(words), partial(self.snooze, row, key))
        return menu

    def _told(self, _value: object, change: Change) -> None:
        offer_undo(self._bench, change, change.words)
