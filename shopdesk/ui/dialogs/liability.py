"""Who bears a case's cost: shared in per cent, and confirmed by whoever saves it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.settling import CaseMoney, load_case_money
from shopdesk.rules.liability import PARTIES
from shopdesk.services.drafts import ShareDraft
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.dialogs.merging import differing, merged
from shopdesk.ui.dialogs.share_list import ShareList
from shopdesk.ui.workbench import Workbench


class LiabilityDialog(CaseDialog):
    """Begins with what the reason suggests, or what was confirmed before."""

    said = N_("Confirmed who bears it.")

    def __init__(self, bench: Workbench, money: CaseMoney, parent: QWidget) -> None:
        super().__init__(bench, money.seen, parent, (_("Who bears it"), _("&Confirm")))
        self._money = money
        self.shares = ShareList(_percents(money), money.cost_minor, money.currency)
        self.shares.setAccessibleName(_("Who bears it"))
        error = plain_label("", "error", wrap=True)
        error.hide()
        self.form.add_row(self.shares)
        self.form.add_row(error)
        self.form.watch("shares", self.shares, error)
        self.form.settle()

    def save(self) -> None:
        """Confirm the shares."""
        notes = {share.party: share.note for share in self._money.shares}
        drafts = [
            ShareDraft(party, percent, notes.get(party, ""))
            for party, percent in self.shares.value().items()
        ]
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.liability.confirm_liability(session, case_id, drafts, version)

        self.write(work)

    def renew(self) -> None:
        """Read the shares and the cost anew."""
        self.read_anew(partial(load_case_money, case_id=self.seen.id), self._take_over)

    def _take_over(self, money: CaseMoney) -> Iterator[str]:
        """Show the shares of somebody else where no others were typed."""
        seen, now = _percents(self._money), _percents(money)
        self._money = money
        self.shares.show_shares(merged(seen, now, self.shares.value()), money.cost_minor)
        for party in differing(seen, now):
            yield _("{party} {percent} %").format(
                party=_(PARTIES[party]), percent=now.get(party, 0)
            )


def _percents(money: CaseMoney) -> dict[str, int]:
    return {share.party: share.percent for share in money.shares}
