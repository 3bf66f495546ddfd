"""How long parcels take until they are stalled: a card that opens its list."""

from PySide6.QtCore import Qt

from shopdesk.i18n import _
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench


class TransitCard(Card):
    """Leads to the days of each zone and courier."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Transit times"))
        self._bench = bench
        about = _("After how many days without a scan a parcel is stalled.")
        self.body.addWidget(plain_label(about, "muted", wrap=True))
        button = icon_button(_("&Transit times…"), "clock", self.open_list)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_list(self) -> None:
        """Show the days."""
        from shopdesk.ui.pages.settings.transit_dialog import TransitDialog

        TransitDialog(self._bench, self.window()).open()
