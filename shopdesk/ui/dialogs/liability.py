"""Who bears a case's cost: shared in per cent, and confirmed by whoever saves it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.settling import CaseMoney
from shopdesk.rules.liability import PARTIES
from shopdesk.services.drafts import ShareDraft
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.merging import differing, merged
from shopdesk.ui.dialogs.money_dialog import MoneyDialog
from shopdesk.ui.dialogs.share_list import ShareList
from shopdesk.ui.workbench import Workbench


class LiabilityDialog(MoneyDialog):
    """Begins with what the reason suggests, or what was confirmed before."""

    said = N_("Confirmed who bears it.")

    def __init__(self, bench: Workbench, money: CaseMoney, parent: QWidget) -> None:
        super().__init__(bench, money, parent, (_("Who bears it"), _("&Confirm")))
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
        notes = {share.party: share.note for share in self.record.shares}
        drafts = [
            ShareDraft(party, percent, notes.get(party, ""))
            for party, percent in self.shares.value().items()
        ]
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.liability.confirm_liability(session, case_id, drafts, version)

        self.write(work)

    def take_over(self, before: CaseMoney, now: CaseMoney) -> Iterator[str]:
        """Show the shares of somebody else where no others were typed."""
        seen, there = _percents(before), _percents(now)
        self.shares.show_shares(merged(seen, there, self.shares.value()), now.cost_minor)
        for party in differing(seen, there):
            yield _("{party} {percent} %").format(
                party=_(PARTIES[party]), percent=there.get(party, 0)
            )


def _percents(money: CaseMoney) -> dict[str, int]:
    return {share.party: share.percent for share in money.shares}
