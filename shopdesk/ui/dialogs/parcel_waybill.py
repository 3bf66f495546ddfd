"""A waybill outside the straight way: of a further parcel, or the right one for a wrong one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail
from shopdesk.services.drafts import WaybillDraft
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.dialogs.waybill_fields import ParcelOf, WaybillFields
from shopdesk.ui.workbench import Workbench

ADDED = N_("Waybill added.")
CORRECTED = N_("Waybill corrected.")


class ParcelWaybillDialog(FormDialog):
    """Adds a parcel's waybill to a return or, given `parcels`, corrects one of those."""

    def __init__(
        self,
        bench: Workbench,
        found: ReturnDetail,
        parent: QWidget,
        parcels: Sequence[ParcelRow] = (),
    ) -> None:
        title = _("Correct waybill") if parcels else _("Add waybill")
        super().__init__(parent, f"{title} · {found.number}", _("&Save waybill"))
        self._bench, self._found = bench, found
        self._parcels = {str(parcel.id): parcel for parcel in parcels}
        self._label = CORRECTED if parcels else ADDED
        self.parcel = ChoiceField([(key, parcel.waybill) for key, parcel in self._parcels.items()])
        if len(parcels) > 1:
            self.form.add("parcel", N_("&Parcel"), self.parcel)
        of = ParcelOf(found.id, found.shop_id, found.order_id)
        self.fields = WaybillFields(self.form, bench, of)
        self.parcel.changed.connect(self._show_parcel)
        self._show_parcel()

    def save(self) -> None:
        """Write the waybill."""
        draft = self.fields.draft()
        self._bench.operations.write(
            self._label, partial(self._write, draft), self.saved, self.refused
        )

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        if change.id is not None:
            words = _("{number}: {done}").format(number=self._found.number, done=_(self._label))
            offer_undo(self._bench, change, words)

    def _write(self, draft: WaybillDraft, session: Session) -> None:
        parcel = self._chosen
        if parcel is None:
            services.waybills.add_waybill(session, self._found.id, draft, self._found.version)
        else:
            services.waybills.correct_waybill(session, parcel.id, draft, parcel.version)

    @property
    def _chosen(self) -> ParcelRow | None:
        return self._parcels.get(self.parcel.value())

    def _show_parcel(self) -> None:
        if self._chosen is not None:
            self.fields.show(self._chosen.courier, self._chosen.waybill)
