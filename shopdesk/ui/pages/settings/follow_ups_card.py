"""Whether one is reminded of follow-ups, and which of them make themselves."""

from PySide6.QtCore import Qt

from shopdesk.i18n import _
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import CheckField
from shopdesk.ui.base.keeping import keep
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench


class FollowUpsCard(Card):
    """The choice holds from the moment it is made; the rules have a window of their own."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Follow-ups"))
        self._bench = bench
        self.reminds = CheckField(_("Tell me when one falls due"))
        self.reminds.set_value(bench.desk.settings.now.reminders == "on")
        self.reminds.changed.connect(self._keep)
        about = _("Some make themselves: days after a case is settled, or when a deadline passes.")
        self.body.addWidget(self.reminds)
        self.body.addWidget(plain_label(about, "muted", wrap=True))
        button = icon_button(_("R&ules…"), "list", self.open_list)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_list(self) -> None:
        """Show the rules."""
        from shopdesk.ui.pages.settings.follow_rules_dialog import FollowRulesDialog

        FollowRulesDialog(self._bench, self.window()).open()

    def _keep(self) -> None:
        keep(self._bench, reminders="on" if self.reminds.value() else "off")
