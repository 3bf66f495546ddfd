"""The money of a case in its detail: what went back, what it cost, who bears it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPushButton

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.settling import CaseMoney, RefundRow, load_case_money
from shopdesk.rules.event_sentences import shares_text
from shopdesk.rules.remedies import REFUND_METHODS
from shopdesk.ui.actions import Actions, plain_text
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import link_button, plain_tooltip
from shopdesk.ui.base.section import Section
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench


class MoneySection(Section):
    """Shown once a return is agreed to, or as soon as anything was refunded or spent.

    Of other kinds it is shown as soon as somebody is said to bear it.
    """

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__(_("Money"))
        self._bench = bench
        self._actions = actions
        self.money: CaseMoney | None = None

    def show_case(self, found: ShownCase, formats: Formats) -> None:
        """Read the money of a case and show it."""
        with self._bench.desk.reading() as reader:
            money = load_case_money(reader, found.id)
        self.money = money
        if money is None or not money.is_worth_showing:
            self.show_widgets([])
            return
        facts = Facts(self._bench.messages.toast)
        facts.set_facts(list(_facts(money, formats)))
        self.show_widgets([facts, button_flow(self._buttons(money))])

    def _buttons(self, money: CaseMoney) -> Iterator[QPushButton]:
        if money.kind == "return":
            yield self._button("refund_more", "" if money.refunds else _("Refund…"))
        yield self._button("costs")
        if money.shares and not money.is_confirmed:
            yield self._button("confirm_liability")
        yield self._button("liability")

    def _button(self, name: str, text: str = "") -> QPushButton:
        action = self._actions[name]
        button = link_button(text or plain_text(action.text()), action.trigger)
        button.setEnabled(action.isEnabled())
        if not action.isEnabled():
            button.setToolTip(plain_tooltip(action.toolTip()))
        return button


def _facts(money: CaseMoney, formats: Formats) -> Iterator[Fact]:
    for refund in money.refunds:
        label = _("Collected") if refund.collected_minor else _("Refund")
        yield Fact(label, _refund_text(refund, money.currency, formats))
    yield Fact(_("Cost"), formats.money(money.cost_minor, money.currency))
    if money.shares:
        shares = shares_text({share.party: share.percent for share in money.shares})
        yield Fact(_("Borne by"), _borne_text(money, shares))


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
    parts.append(formats.day(refund.at.astimezone(formats.timezone).date()))
    if refund.method in REFUND_METHODS:
        parts.append(_(REFUND_METHODS[refund.method]))
    return " · ".join(part for part in (*parts, refund.reference) if part)


def _borne_text(money: CaseMoney, shares: str) -> str:
    if not money.is_confirmed:
        return _("{parties} (not confirmed)").format(parties=shares)
    by = money.shares[0].confirmed_by
    return _("{parties} (confirmed by {person})").format(parties=shares, person=by)
