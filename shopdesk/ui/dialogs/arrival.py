"""The day on which the order reached the buyer, once the buyer has told it.

ArrivalDialog(bench, order_id, order_number, timezone, window).open()
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.ui.base.fields import DateField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

ARRIVED = N_("Day of arrival noted.")


class ArrivalDialog(FormDialog):
    """Its returns that are not decided yet are judged anew by it."""

    def __init__(
        self, bench: Workbench, order_id: int, number: str, timezone: str, parent: QWidget
    ) -> None:
        super().__init__(parent, f"{_('When did it arrive?')} · {number}")
        self._bench = bench
        self._order_id = order_id
        today = datetime.now(ZoneInfo(timezone)).date()
        self.day = self.form.add("day", N_("It &arrived on"), DateField(latest=today))
        self.day.set_value(today)
        self.form.settle()

    def save(self) -> None:
        """Write the day down."""
        order_id, day = self._order_id, self.day.value()

        def work(session: Session) -> None:
            services.arrival.set_arrival(session, order_id, day)

        self._bench.operations.write(ARRIVED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to forget the day again."""
        super().saved(value, change)
        offer_undo(self._bench, change, _(ARRIVED))
