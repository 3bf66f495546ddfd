"""The parcel that goes out: courier, waybill, and what sending it costs."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.services.drafts import DispatchDraft
from shopdesk.ui.base.fields import MoneyField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog
from shopdesk.ui.dialogs.waybill_fields import ParcelOf, WaybillFields
from shopdesk.ui.workbench import Workbench


class SendGoodsDialog(ReshipmentDialog):
    """The freight may stay empty; typed, it stands in the ledger of the return."""

    said = N_("Goods are on their way.")

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        super().__init__(bench, row, parent, (_("Send goods"), _("&Save waybill")))
        parcel = ParcelOf(row.id, row.shop_id, row.order_id)
        self.fields = WaybillFields(self.form, bench, parcel)
        self.waybill, self.courier = self.fields.waybill, self.fields.courier
        self.freight = self.form.add(
            "freight_minor",
            N_("&Freight"),
            MoneyField(row.currency),
            _("What sending it costs the shop, if you know it."),
        )
        self.form.settle()

    def save(self) -> None:
        """Send the goods."""
        draft = self._draft()
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(session, case_id, "send", draft, version)

        self.write(work)

    def _draft(self) -> DispatchDraft:
        if not self.waybill.value():
            raise FieldError("waybill", _("Enter the waybill of the parcel that goes out."))
        typed = self.fields.draft()
        return DispatchDraft(typed.courier, typed.waybill, self.freight.value() or 0)
