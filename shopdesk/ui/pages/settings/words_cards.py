"""What buyers are told and who carries parcels: a card each, that opens its list."""

from PySide6.QtCore import Qt

from shopdesk.i18n import _
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench


class CouriersCard(Card):
    """Leads to the couriers."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Couriers"))
        self._bench = bench
        about = _("How they are called, and the page on which a parcel is looked up.")
        self.body.addWidget(plain_label(about, "muted", wrap=True))
        button = icon_button(_("Cou&riers…"), "truck", self.open_list)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_list(self) -> None:
        """Show the couriers."""
        from shopdesk.ui.pages.settings.couriers_dialog import CouriersDialog

        CouriersDialog(self._bench, self.window()).open()


class ReadyWordsCard(Card):
    """Leads to the ready words."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Ready words"))
        self._bench = bench
        about = _("What buyers are told at each step, in words of your own if you like.")
        self.body.addWidget(plain_label(about, "muted", wrap=True))
        button = icon_button(_("Ready &words…"), "pencil", self.open_list)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_list(self) -> None:
        """Show the ready words."""
        from shopdesk.ui.pages.settings.ready_words_dialog import ReadyWordsDialog

        ReadyWordsDialog(self._bench, self.window()).open()
