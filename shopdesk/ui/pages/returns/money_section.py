"""The money of a return in its detail: what went back, what it cost, who bears it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QPushButton

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.queries.settling import CaseMoney, RefundRow, load_case_money
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.rules.sentences import shares_text
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import link_button, plain_tooltip
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_CONFIRMED = N_("Confirmed who bears it.")


class MoneySection(Section):
    """Shown once a return is agreed to, or as soon as anything was refunded or spent."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Money"))
        self._bench = bench
        self.money: CaseMoney | None = None

    def show_return(self, found: ReturnDetail, formats: Formats) -> None:
        """Read the money of a return and show it."""
        with self._bench.desk.reading() as reader:
            money = load_case_money(reader, found.id)
        self.money = money
        if money is None or not (money.may_refund or money.refunds or money.costs):
            self.show_widgets([])
            return
        facts = Facts(self._bench.messages.toast)
        facts.set_facts(list(self._facts(money, formats)))
        self.show_widgets([facts, button_flow(self._buttons(money))])

    def refund_more(self) -> None:
        """Ask how much goes back."""
        from shopdesk.ui.dialogs.refund import RefundDialog

        if self.money is not None:
            RefundDialog(self._bench, self.money, self.window()).open()

    def open_costs(self) -> None:
        """Show the ledger."""
        from shopdesk.ui.dialogs.costs import CostsDialog

        if self.money is not None:
            CostsDialog(self._bench, self.money, self.window()).open()

    def open_liability(self) -> None:
        """Ask who bears it."""
        from shopdesk.ui.dialogs.liability import LiabilityDialog

        if self.money is not None:
            LiabilityDialog(self._bench, self.money, self.window()).open()

    def confirm(self) -> None:
        """Confirm who bears it, as it stands."""
        money = self.money
        if money is None:
            return

        def work(session: Session) -> None:
            services.liability.confirm_liability(session, money.id, version=money.version)

        done = partial(self._confirmed, money)
        self._bench.operations.write(_CONFIRMED, work, done)

    def _confirmed(self, money: CaseMoney, _value: object, change: Change) -> None:
        sentence = _("{number}: {done}").format(number=money.number, done=_(_CONFIRMED))
        offer_undo(self._bench, change, sentence)

    def _facts(self, money: CaseMoney, formats: Formats) -> Iterator[Fact]:
        for refund in money.refunds:
            label = _("Collected") if refund.collected_minor else _("Refund")
            yield Fact(label, _refund_text(refund, money.currency, formats))
        yield Fact(_("Cost"), formats.money(money.cost_minor, money.currency))
        if money.shares:
            shares = shares_text({share.party: share.percent for share in money.shares})
            yield Fact(_("Borne by"), _borne_text(money, shares))

    def _buttons(self, money: CaseMoney) -> Iterator[QPushButton]:
        yield self._refund_button(money)
        yield link_button(_("What it cost…"), self.open_costs)
        if money.shares and not money.is_confirmed:
            yield link_button(_("Confirm who bears it"), self.confirm)
        yield link_button(_("Who bears it…"), self.open_liability)

    def _refund_button(self, money: CaseMoney) -> QPushButton:
        button = link_button(_("Refund more…"), self.refund_more)
        button.setEnabled(money.may_refund)
        if not money.may_refund:
            button.setToolTip(plain_tooltip(_("Money goes back once a return is agreed to.")))
        return button


def _refund_text(refund: RefundRow, currency: str, formats: Formats) -> str:
    """Return how much, of it what, kept back what, when and how."""
    parts = [formats.money(refund.collected_minor or refund.refund_minor, currency)]
    if refund.freight_minor:
        freight = formats.money(refund.freight_minor, currency)
        parts.append(_("{freight} of it freight").format(freight=freight))
    if refund.deduction_minor:
        kept = formats.money(refund.deduction_minor, currency)
        words = _("{money} kept back: {reason}")
        parts.append(words.format(money=kept, reason=refund.deduction_reason))
    parts.append(formats.day_month(refund.at.astimezone(formats.timezone).date()))
    parts.append(plain_text(_(REFUND_METHODS.get(refund.method, ""))) if refund.method else "")
    return " · ".join(part for part in (*parts, refund.reference) if part)


def _borne_text(money: CaseMoney, shares: str) -> str:
    if not money.is_confirmed:
        return _("{parties} (not confirmed)").format(parties=shares)
    by = money.shares[0].confirmed_by
    return _("{parties} (confirmed by {person})").format(parties=shares, person=by)
