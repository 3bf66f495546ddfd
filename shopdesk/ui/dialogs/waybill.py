"""The parcel that the buyer sent: courier and waybill."""

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.couriers import load_couriers
from shopdesk.queries.return_detail import load_order_parcels
from shopdesk.rules.couriers import courier_of_waybill
from shopdesk.rules.sentences import courier_name
from shopdesk.services.drafts import WaybillDraft
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked

_MAX_LENGTH = 64

Offered = tuple[list[tuple[str, str]], str]
"""The couriers as choices, and the one that brought the order."""


class WaybillDialog(StepDialog):
    """Begins with the courier that brought the order: many buyers take the same one back.

    A waybill of one courier's own form chooses that one, unless a person has chosen.
    """

    def __init__(self, asked: StepAsked, parent: QWidget) -> None:
        super().__init__(asked, parent, _("Buyer sent it"), _("&Save waybill"))
        self.waybill = self.form.add("waybill", N_("&Waybill"), LineField(_MAX_LENGTH))
        self.courier = self.form.add("courier", N_("C&ourier"), ChoiceField())
        self.form.settle()
        self._by_hand = False
        self._offered = ""
        self.courier.activated.connect(self._choose_by_hand)
        self.waybill.changed.connect(self._recognise)
        asked.bench.operations.query((id(self), "couriers"), self._read, self._offer)

    def draft(self) -> WaybillDraft:
        """Return courier and waybill."""
        waybill = self.waybill.value()
        if not waybill:
            raise FieldError("waybill", _("Enter the waybill that the buyer gave you."))
        return WaybillDraft(self.courier.value(), waybill)

    def _read(self, reader: Reader) -> Offered:
        couriers = load_couriers(reader)
        order_id = self.asked.found.order_id
        parcels = load_order_parcels(reader, order_id) if order_id else ()
        brought = next((parcel.courier for parcel in parcels if parcel.courier), "")
        return [(row.code, courier_name(row.code, row.name)) for row in couriers], brought

    def _offer(self, offered: Offered) -> None:
        choices, brought = offered
        self.courier.set_choices(choices)
        self._offered = brought
        self._recognise()
        if not self.waybill.value():
            self.form.settle()

    def _recognise(self) -> None:
        if not self._by_hand:
            self.courier.set_value(courier_of_waybill(self.waybill.value()) or self._offered)

    def _choose_by_hand(self) -> None:
        self._by_hand = True
