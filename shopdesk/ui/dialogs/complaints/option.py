"""One way out to put to the buyer: added by hand, or changed until it is offered."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS, MOST_FOLLOW_DAYS
from shopdesk.services.complaint_drafts import OptionDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, MoneyField, QuantityField
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.complaints.form import ComplaintForm
from shopdesk.ui.workbench import Workbench

_LINE_LENGTH = 500
_NONE = N_("Nobody yet")
_NO_FOLLOW_UP = N_("Nothing")


class OptionDialog(ComplaintForm):
    """What it does fills the title, until one was typed."""

    said = N_("Options changed.")

    def __init__(
        self,
        bench: Workbench,
        found: ComplaintDetail,
        parent: QWidget,
        option: OptionRow | None = None,
    ) -> None:
        title = _("Change an option") if option else _("Add an option")
        super().__init__(bench, found, parent, (title, _("&Save")))
        self._option = option
        self._proposed = ""
        currency = found.case.currency
        add = self.form.add
        deeds = [(code, _(deed.name)) for code, deed in DEEDS.items()]
        self.does = add("does", N_("&What it does"), ChoiceField(deeds))
        self.title = add("title", N_("&Buyer reads"), LineField(_LINE_LENGTH))
        self.amount = add("amount_minor", N_("&Amount"), MoneyField(currency))
        self.freight = add("freight_minor", N_("&Freight"), MoneyField(currency))
        parties = [("", _(_NONE)), *((code, _(name)) for code, name in PARTIES.items())]
        self.party = add("party", N_("Bor&ne by"), ChoiceField(parties))
        kinds = [("", _(_NO_FOLLOW_UP)), *((code, _(name)) for code, name in KINDS.items())]
        self.follow_kind = add("follow_kind", N_("Foll&ow-up"), ChoiceField(kinds))
        self.follow_days = add("follow_days", N_("After &days"), QuantityField(0, MOST_FOLLOW_DAYS))
        self._fill(option)
        self.form.settle()
        self.does.changed.connect(self._propose)

    def save(self) -> None:
        """Add the option, or change it."""
        self.write(self._work())

    def _work(self) -> Callable[[Session], None]:
        draft, seen, option = self._draft(), self.seen, self._option

        def work(session: Session) -> None:
            if option is None:
                services.complaints.add_options(session, seen.id, [draft], seen.version)
            else:
                services.complaints.change_option(session, option.id, draft, option.version)

        return work

    def _draft(self) -> OptionDraft:
        kept = self._option
        return OptionDraft(
            title=self.title.value(),
            does=self.does.value(),
            amount_minor=self.amount.value() or 0,
            freight_minor=self.freight.value() or 0,
            party=self.party.value(),
            follow_kind=self.follow_kind.value(),
            follow_days=self.follow_days.value(),
            note=kept.note if kept else "",
            solution=kept.solution if kept else "",
            option=kept.option if kept else "",
        )

    def _fill(self, option: OptionRow | None) -> None:
        if option is None:
            self._propose()
            return
        self.does.set_value(option.does)
        self.title.set_value(option.title)
        self.amount.set_value(option.amount_minor or None)
        self.freight.set_value(option.freight_minor or None)
        self.party.set_value(option.party)
        self.follow_kind.set_value(option.follow_kind)
        self.follow_days.set_value(option.follow_days)

    def _propose(self) -> None:
        deed = DEEDS[self.does.value()]
        if self.title.value() in ("", self._proposed):
            self._proposed = _(deed.name)
            self.title.set_value(self._proposed)
        if deed.follows and not self.follow_kind.value():
            self.follow_kind.set_value(deed.follows)
