"""Asking a courier where a parcel is: whom, what they said, when to ask again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.queries.shops import load_shop
from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.sentences import courier_name
from shopdesk.services.case_drafts import ChaseDraft
from shopdesk.ui.base.fields import DateField, LineField, NoteField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 10_000
_AGAIN_DAYS = 2
"""Couriers promise an answer within two days."""


class ChaseDialog(ReshipmentDialog):
    """Begins with the courier that has the parcel."""

    said = STEPS["chase"].done

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        super().__init__(bench, row, parent, (_("Ask the courier"), _("&Save")))
        with bench.desk.reading() as reader:
            zone = ZoneInfo(load_shop(reader, row.shop_id).timezone)
        today = datetime.now(UTC).astimezone(zone).date()
        self.whom = self.form.add("whom", N_("&Whom you asked"), LineField())
        self.whom.set_value(_courier(row))
        self.text = self.form.add("text", N_("What &they said"), NoteField(_MAX_LENGTH))
        self.again_on = self.form.add(
            "again_on",
            N_("Ask &again on"),
            DateField(earliest=today),
            _("Until then it does not count as stalled."),
        )
        self.again_on.set_value(today + timedelta(days=_AGAIN_DAYS))
        self.text.setFocus()
        self.form.settle()

    def save(self) -> None:
        """Write down what was said."""
        draft = ChaseDraft(self.whom.value(), self.text.value(), self.again_on.value())
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(session, case_id, "chase", draft, version)

        self.write(work)


def _courier(row: ReshipmentRow) -> str:
    last = row.parcels[-1] if row.parcels else None
    return courier_name(last.courier, last.courier_name) if last else ""
