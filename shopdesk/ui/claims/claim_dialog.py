"""A claim, opened or corrected: for which parcel, why, how much, until when."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.claims import ClaimBasis, ClaimRow
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.rules.claims import REASON_OF_STATE, REASONS, claim_by, term_of
from shopdesk.rules.sentences import courier_name
from shopdesk.services.claim_drafts import ClaimDraft
from shopdesk.ui.base.fields import ChoiceField, DateField, MoneyField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

OPENED = N_("Claim opened.")
CHANGED = N_("Claim changed.")


class ClaimDialog(FormDialog):
    """Proposes what the goods were worth, the freight, and the courier's usual term."""

    def __init__(
        self,
        bench: Workbench,
        basis: ClaimBasis,
        parent: QWidget,
        claim: ClaimRow | None = None,
    ) -> None:
        super().__init__(parent, f"{_('Claim from the courier')} · {basis.number}")
        self._bench, self._basis, self._claim = bench, basis, claim
        self._label = CHANGED if claim else OPENED
        form = self.form
        parcels = [(str(parcel.id), _words(parcel)) for parcel in basis.parcels]
        self.parcel = form.add("parcel_id", N_("&Parcel"), ChoiceField(parcels))
        reasons = [(code, _(name)) for code, name in REASONS.items()]
        self.reason = form.add("reason", N_("&Reason"), ChoiceField(reasons))
        self.goods = form.add("goods_minor", N_("Goods' &value"), MoneyField(basis.currency))
        self.freight = form.add("freight_minor", N_("&Freight"), MoneyField(basis.currency))
        self.due = form.add("due_on", N_("Claim &by"), DateField())
        self.term = plain_label("", "small", wrap=True)
        form.add_row(self.term)
        self.note = form.add("note", N_("&Note"), NoteField())
        form.add_row(plain_label(_("Photos: the evidence of this case goes with it."), "muted"))
        self.parcel.changed.connect(self._follow_parcel)
        self._fill()
        form.settle()

    def save(self) -> None:
        """Write the claim."""
        draft = self._draft()
        claim, case_id = self._claim, self._basis.case_id

        def work(session: Session) -> None:
            if claim is None:
                services.claims.open_claim(session, case_id, draft)
            else:
                services.claims.change_claim(session, claim.id, draft, claim.version)

        self._bench.operations.write(self._label, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        if change.id is not None:
            words = _("{number}: {done}").format(number=self._basis.number, done=_(self._label))
            offer_undo(self._bench, change, words)

    def _draft(self) -> ClaimDraft:
        parcel = self._chosen
        return ClaimDraft(
            self.reason.value(),
            self.goods.value() or 0,
            self.freight.value() or 0,
            parcel.id if parcel else None,
            self.due.value(),
            self.note.value(),
        )

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._basis.timezone)

    @property
    def _chosen(self) -> ParcelRow | None:
        chosen = self.parcel.value()
        return next((each for each in self._basis.parcels if str(each.id) == chosen), None)

    def _fill(self) -> None:
        claim, basis = self._claim, self._basis
        if claim is None:
            if basis.parcels:
                self.parcel.set_value(str(basis.parcels[-1].id))
            self.reason.set_value(REASON_OF_STATE.get(basis.state, "lost"))
            self.goods.set_value(basis.goods_minor)
            self.freight.set_value(basis.freight_minor)
            self._follow_parcel()
            return
        self.parcel.set_value(str(claim.parcel_id or ""))
        self._follow_parcel()
        self.reason.set_value(claim.reason)
        self.goods.set_value(claim.goods_minor)
        self.freight.set_value(claim.freight_minor)
        self.note.set_value(claim.note)
        if claim.due_at is not None:
            self.due.set_value(claim.due_at.astimezone(self._zone).date())

    def _follow_parcel(self) -> None:
        """Propose the day by the courier's usual term, and say how well it is known."""
        parcel = self._chosen
        courier = parcel.courier if parcel else ""
        self.due.set_value(self._last_day(parcel))
        term = term_of(courier)
        words = ngettext(
            "Proposed: {n} day after sending. Your contract with the courier decides.",
            "Proposed: {n} days after sending. Your contract with the courier decides.",
            term.days,
        )
        self.term.setText(words.format(n=term.days))

    def _last_day(self, parcel: ParcelRow | None) -> date:
        sent_at = parcel.sent_at if parcel and parcel.sent_at else datetime.now(UTC)
        by = claim_by(parcel.courier if parcel else "", sent_at, self._zone)
        return by.astimezone(self._zone).date()


def _words(parcel: ParcelRow) -> str:
    courier = courier_name(parcel.courier, parcel.courier_name)
    return " ".join(filter(None, (courier, parcel.waybill))) or _("Without a waybill")
