"""The parcel that the buyer sent: courier and waybill."""

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.services.drafts import WaybillDraft
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked
from shopdesk.ui.dialogs.waybill_fields import ParcelOf, WaybillFields


class WaybillDialog(StepDialog):
    """Begins with the courier that brought the order: many buyers take the same one back."""

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(asked, parent, _("Buyer sent it"), _("&Save waybill"))
        found = asked.found
        parcel = ParcelOf(found.id, found.shop_id, found.order_id)
        self.fields = WaybillFields(self.form, asked.bench, parcel)
        self.waybill, self.courier = self.fields.waybill, self.fields.courier

    def draft(self) -> WaybillDraft:
        """Return courier and waybill."""
        return self.fields.draft()
