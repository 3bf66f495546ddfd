"""The parcel that goes out: courier, waybill, and what sending it costs."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.couriers import CourierRow, load_couriers
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.couriers import courier_of_waybill
from shopdesk.rules.sentences import courier_name
from shopdesk.services.drafts import DispatchDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 64


class SendGoodsDialog(CaseDialog):
    """A waybill of one courier's own form chooses that one, unless a person has chosen."""

    said = N_("Goods are on their way.")

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        super().__init__(bench, row.seen, parent, (_("Send goods"), _("&Save waybill")))
        self.waybill = self.form.add("waybill", N_("&Waybill"), LineField(_MAX_LENGTH))
        self.courier = self.form.add("courier", N_("C&ourier"), ChoiceField())
        self.freight = self.form.add(
            "freight_minor",
            N_("&Freight"),
            MoneyField(row.currency),
            _("What sending it costs the shop, if you know it."),
        )
        self.form.settle()
        self._by_hand = False
        self.courier.activated.connect(self._choose_by_hand)
        self.waybill.changed.connect(self._recognise)
        bench.operations.query((id(self), "couriers"), load_couriers, self._offer)

    def save(self) -> None:
        """Send the goods."""
        if not self.waybill.value():
            sentence = _("Enter the waybill of the parcel that goes out.")
            self.refused(FieldError("waybill", sentence))
            return
        draft = DispatchDraft(self.courier.value(), self.waybill.value(), self.freight.value() or 0)
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(session, case_id, "send", draft, version)

        self.write(work)

    def _offer(self, couriers: list[CourierRow]) -> None:
        self.courier.set_choices([(row.code, courier_name(row.code, row.name)) for row in couriers])
        self._recognise()
        if not self.waybill.value():
            self.form.settle()

    def _recognise(self) -> None:
        code = courier_of_waybill(self.waybill.value())
        if code and not self._by_hand:
            self.courier.set_value(code)

    def _choose_by_hand(self) -> None:
        self._by_hand = True
