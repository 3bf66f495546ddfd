"""Waybill and courier in a form: typed, pasted or scanned, the courier found by the number.

fields = WaybillFields(self.form, bench, ParcelOf(found.id, found.shop_id, found.order_id))
draft = fields.draft()
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.couriers import Carriers, Twin, find_twins, load_carriers
from shopdesk.rules.couriers import courier_of_waybill, is_misread, suggested_couriers
from shopdesk.rules.sentences import courier_name
from shopdesk.services.drafts import WaybillDraft
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form import Form
from shopdesk.ui.dialogs.waybill_hints import WaybillHints
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 64


@dataclass(frozen=True, slots=True)
class ParcelOf:
    """Whose parcel it is."""

    case_id: int
    shop_id: int
    order_id: int | None


class WaybillFields(QObject):
    """A waybill of one courier's own form chooses that one, unless a person has chosen.

    Figures alone only suggest; until somebody chooses, it stays at the courier that brought the
    order or was used last. It ends with its form: no late answer reaches one that was closed.
    """

    def __init__(self, form: Form, bench: Workbench, parcel: ParcelOf) -> None:
        super().__init__(form)
        self._form, self._bench, self._parcel = form, bench, parcel
        self._names: dict[str, str] = {}
        self._region = ""
        self._used: tuple[str, ...] = ()
        self._likely = ""
        self._suggested: list[str] = []
        self._by_hand = False
        self.waybill = form.add("waybill", N_("&Waybill"), LineField(_MAX_LENGTH))
        self.hints = WaybillHints(form)
        form.add_row(self.hints)
        self.courier = form.add("courier", N_("C&ourier"), ChoiceField())
        form.settle()
        self._connect()

    def draft(self) -> WaybillDraft:
        """Return courier and waybill; raises FieldError where the person has to choose first."""
        waybill = self.waybill.value()
        if not waybill:
            raise FieldError("waybill", _("Enter the waybill that the buyer gave you."))
        courier = self.courier.value()
        if self._suggested and courier not in self._suggested and not self._by_hand:
            self._by_hand = True  # asked once: saved again, it is meant so
            raise FieldError(
                "courier",
                _(
                    "Is it {courier}? The number does not look so. Choose, or save once more."
                ).format(courier=self._names.get(courier, courier)),
            )
        return WaybillDraft(courier, waybill)

    def show(self, courier: str, waybill: str) -> None:
        """Show a parcel as it stands, to be corrected."""
        self._likely, self._by_hand = courier, False
        self.waybill.set_value(waybill)
        self.courier.set_value(courier)
        self.waybill.selectAll()
        self._form.settle()

    def _connect(self) -> None:
        self.courier.activated.connect(self._choose_by_hand)
        self.waybill.changed.connect(self._recognise)
        self.hints.chosen.connect(self._choose)
        parcel = self._parcel
        read = partial(load_carriers, shop_id=parcel.shop_id, order_id=parcel.order_id)
        self._bench.operations.query((id(self), "couriers"), read, self._offer)

    def _offer(self, carriers: Carriers) -> None:
        typed = self._form.is_touched
        self._names = {row.code: courier_name(row.code, row.name) for row in carriers.couriers}
        self._region, self._used = carriers.region, carriers.used
        self._likely = self._likely or carriers.likely
        self.courier.set_choices(list(self._names.items()))
        self._recognise()
        if not typed:
            self._form.settle()

    def _recognise(self) -> None:
        waybill = self.waybill.value()
        sure = courier_of_waybill(waybill)
        if not self._by_hand:
            self.courier.set_value(sure or self._likely)
        self._suggested = [] if sure else self._fitting(waybill)
        self.hints.say(self._word(waybill, sure))
        self._show_chips()
        self._ask_for_twins(waybill)

    def _fitting(self, waybill: str) -> list[str]:
        fitting = suggested_couriers(waybill, self._region, self._used)
        return [code for code in fitting if code in self._names]

    def _word(self, waybill: str, sure: str) -> str:
        if is_misread(waybill):
            return _("The check digit is not right: compare the number once more.")
        if sure in self._names and not self._by_hand:
            return _("{courier}, by the number's form.").format(courier=self._names[sure])
        return _("It may be (Alt and the number chooses):") if self._suggested else ""

    def _show_chips(self) -> None:
        offered = [(code, self._names[code]) for code in self._suggested]
        self.hints.suggest(offered, self.courier.value())

    def _ask_for_twins(self, waybill: str) -> None:
        read = partial(find_twins, waybill=waybill, case_id=self._parcel.case_id)
        self._bench.operations.query((id(self), "twins"), read, self._show_twins)

    def _show_twins(self, twins: list[Twin]) -> None:
        self.hints.show_twins(twins)
        self._form.changed.emit()

    def _choose(self, code: str) -> None:
        self._by_hand = True
        self.courier.set_value(code)

    def _choose_by_hand(self) -> None:
        self._by_hand = True
        self._show_chips()
