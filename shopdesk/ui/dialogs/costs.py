"""What a case cost, in one small ledger: refunds and losses as they are, the rest as typed."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.settling import CaseMoney
from shopdesk.rules.costs import COST_KINDS
from shopdesk.services.drafts import CostDraft
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.cost_list import CostList
from shopdesk.ui.dialogs.merging import differing, merged
from shopdesk.ui.dialogs.money_dialog import MoneyDialog
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 600


class CostsDialog(MoneyDialog):
    """The total follows what is typed."""

    said = N_("Costs written down.")

    def __init__(self, bench: Workbench, money: CaseMoney, parent: QWidget) -> None:
        super().__init__(bench, money, parent, (_("What it cost"), _("&Save costs")))
        self.setMinimumWidth(_WIDTH_PX)
        self._formats = Formats(current_language())
        self._fixed = Facts()
        self._fixed.set_facts(self._fixed_facts())
        self.form.add_row(self._fixed)
        self.entries = CostList(tuple(_entries(money).values()), money.currency)
        self.entries.setAccessibleName(_("Costs"))
        error = plain_label("", "error", wrap=True)
        error.hide()
        self._hint = plain_label(
            _("Goods written off count beside the refund: put in what they are worth to the shop."),
            "muted",
            wrap=True,
        )
        self._hint.setVisible(any(cost.kind == "written_off" for cost in money.costs))
        self.total = plain_label("", "strong")
        for widget in (self.entries, error, self._hint, self.total):
            self.form.add_row(widget)
        self.form.watch("entries", self.entries, error)
        self.entries.changed.connect(self._add_up)
        self._add_up()
        self.form.settle()

    def save(self) -> None:
        """Write the ledger."""
        drafts = self.entries.value()
        case_id, version = self.seen.id, self.seen.version

        def work(session: Session) -> None:
            services.ledger.save_costs(session, case_id, drafts, version)

        self.write(work)

    def take_over(self, before: CaseMoney, now: CaseMoney) -> Iterator[str]:
        """Show the entries of somebody else beside those that were typed."""
        self._fixed.set_facts(self._fixed_facts())
        seen, there = _entries(before), _entries(now)
        self.entries.set_keyed(merged(seen, there, self.entries.keyed()))
        self._add_up()
        if before.refunded_minor != now.refunded_minor:
            yield _("{money} refunded").format(money=self._text(now.refunded_minor))
        for key in differing(seen, there):
            yield self._entry_text(there.get(key), seen.get(key))

    def _entry_text(self, now: CostDraft | None, before: CostDraft | None) -> str:
        words = _("{cost} {money}") if now else _("{cost} {money} taken away")
        entry = now or before or CostDraft("", 0)
        return words.format(
            cost=_(COST_KINDS[entry.kind].name), money=self._text(entry.amount_minor)
        )

    @property
    def _fixed_minor(self) -> int:
        return self.record.refunded_minor - self.record.collected_minor

    def _fixed_facts(self) -> list[Fact]:
        """Return what follows from refunds; a nought is not worth a line."""
        amounts = {
            _("Refunded"): self.record.refunded_minor,
            _("Paid by the buyer"): -self.record.collected_minor,
        }
        return [Fact(name, self._text(minor)) for name, minor in amounts.items() if minor]

    def _add_up(self) -> None:
        total = self._text(self._fixed_minor + self.entries.sum_minor)
        self.total.setText(_("In all: {money}").format(money=total))

    def _text(self, minor: int) -> str:
        return self._formats.money(minor, self.record.currency)


def _entries(money: CaseMoney) -> dict[int, CostDraft]:
    """Return the entries by their ids."""
    return {
        cost.id: CostDraft(cost.kind, cost.amount_minor, cost.note, cost.id) for cost in money.costs
    }
