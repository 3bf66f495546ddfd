"""Who bears a case's cost: shared in per cent, and confirmed by whoever saves it."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.settling import CaseMoney
from shopdesk.services.drafts import ShareDraft
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.dialogs.share_list import ShareList
from shopdesk.ui.workbench import Workbench


class LiabilityDialog(CaseDialog):
    """Begins with what the reason suggests, or what was confirmed before."""

    said = N_("Confirmed who bears it.")

    def __init__(self, bench: Workbench, money: CaseMoney, parent: QWidget) -> None:
        super().__init__(bench, money.seen, parent, (_("Who bears it"), _("&Confirm")))
        self._notes = {share.party: share.note for share in money.shares}
        percents = {share.party: share.percent for share in money.shares}
        self.shares = ShareList(percents, money.cost_minor, money.currency)
        self.shares.setAccessibleName(_("Who bears it"))
        error = plain_label("", "error", wrap=True)
        error.hide()
        self.form.add_row(self.shares)
        self.form.add_row(error)
        self.form.watch("shares", self.shares, error)
        self.form.settle()

    def save(self) -> None:
        """Confirm the shares."""
        drafts = [
            ShareDraft(party, percent, self._notes.get(party, ""))
            for party, percent in self.shares.value().items()
        ]
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.liability.confirm_liability(session, case_id, drafts, version)

        self.write(work)
