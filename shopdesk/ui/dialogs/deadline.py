"""The platform's own deadline of a case, which wins over the policy's.

DeadlineDialog(bench, found, window).open()
"""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.moment_field import MomentField
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

_DONE = N_("Platform's deadline set.")


class DeadlineDialog(FormDialog):
    """Shows what the case is due by now, on its shop's clock."""

    def __init__(self, bench: Workbench, found: ShownCase, parent: QWidget) -> None:
        title = _("Platform's deadline")
        super().__init__(parent, f"{title} · {found.number}")
        self._bench = bench
        self._found = found
        hint = _(
            "As the platform shows it, on the shop's clock ({timezone}). It wins over the"
            " policy's until this step is done."
        ).format(timezone=found.timezone.replace("_", " "))
        self.moment = self.form.add("due_at", N_("&Deadline"), MomentField(), hint)
        self.moment.set_zone(found.timezone)
        if found.due_at is not None:
            self.moment.set_value(found.due_at)
        self.form.settle()

    def save(self) -> None:
        """Set the deadline."""
        found, due_at = self._found, self.moment.value()

        def work(session: Session) -> None:
            services.deadlines.set_platform_deadline(session, found.id, due_at, found.version)

        self._bench.operations.write(_DONE, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer the deadline of before again."""
        super().saved(value, change)
        offer_undo(self._bench, change, _(_DONE))
