"""The options of a solution as a field of a form: two lines each, and a link for one more."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS
from shopdesk.rules.solutions import AMOUNTS, SolutionOption
from shopdesk.ui.base.fields import CheckField, ChoiceField, LineField, QuantityField
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.line_list import GAP_PX, LineList, LineRow, name_field
from shopdesk.ui.pages.solutions.twin_field import TwinField

_LENGTH = 200
_MOST_DAYS = 365
_WHOLE_PERCENT = 100
_NUMBER_PX = 92
_CHOICE_LETTERS = 22
_USUAL_PERCENT = 20
_NEW = SolutionOption("", "", {}, "explain")


class OptionRow(LineRow):
    """One option; its code stays with it, so that what it came to does too."""

    def __init__(self, option: SolutionOption) -> None:
        super().__init__()
        self._option = option
        self.titles = TwinField(lambda: LineField(_LENGTH))
        self.does = ChoiceField([(deed.code, _(deed.name)) for deed in DEEDS.values()])
        self.amount = ChoiceField(_choices(AMOUNTS))
        self.percent = QuantityField(1, _WHOLE_PERCENT)
        self.percent.setSuffix(_(" %"))
        self.freight = CheckField(_("freight on us"))
        self.party = ChoiceField([("", _("Nobody liable yet")), *_choices(PARTIES)])
        self.follow = ChoiceField([("", _("No follow-up")), *_choices(KINDS)])
        self.days = QuantityField(0, _MOST_DAYS)
        self.first = self.titles
        self._name()
        self._fill(option)
        self._arrange()
        self._suit()

    def option(self, code: str) -> SolutionOption:
        """Return the option; `code` is for one that is new."""
        return SolutionOption(
            solution="",
            code=self._option.code or code,
            titles=self.titles.value(),
            does=self.does.value(),
            amount=self.amount.value(),
            percent=self.percent.value() if self.amount.value() == "share" else 0,
            pays_freight=self.freight.value(),
            party=self.party.value(),
            follow_kind=self.follow.value(),
            follow_days=self.days.value() if self.follow.value() else 0,
        )

    def complaint(self) -> str:
        """Tell the first thing that is wrong in it."""
        return self.titles.complaint()

    def _fill(self, option: SolutionOption) -> None:
        self.titles.set_value(option.titles)
        self.does.set_value(option.does)
        self.amount.set_value(option.amount)
        self.percent.set_value(option.percent or _USUAL_PERCENT)
        self.freight.set_value(option.pays_freight)
        self.party.set_value(option.party)
        self.follow.set_value(option.follow_kind)
        self.days.set_value(option.follow_days)

    def _suit(self) -> None:
        """Show only what the choices ask for."""
        has_amount = DEEDS[self.does.value()].has_amount
        if not has_amount:
            self.amount.set_value("none")
        self.amount.setVisible(has_amount)
        self.percent.setVisible(self.amount.value() == "share")
        self.days.setVisible(bool(self.follow.value()))

    def _name(self) -> None:
        self.titles.setAccessibleName(_("What the buyer is offered"))
        for field, name in (
            (self.does, N_("What it does")),
            (self.amount, N_("How much")),
            (self.percent, N_("Share of what was paid")),
            (self.party, N_("Who would bear it")),
            (self.follow, N_("Follow-up")),
            (self.days, N_("Follow up after so many days")),
        ):
            name_field(field, _(name))
        self.days.setSuffix(_(" days"))

    def _arrange(self) -> None:
        for number in (self.percent, self.days):
            number.setFixedWidth(_NUMBER_PX)
        for choice in (self.does, self.follow):
            choice.setMinimumContentsLength(_CHOICE_LETTERS)
        self.freight.setFixedHeight(self.does.sizeHint().height())
        first = QHBoxLayout()
        first.setSpacing(GAP_PX)
        first.addWidget(self.titles, 1)
        first.addWidget(self.remove)
        what = (self.does, self.amount, self.percent, self.freight, self.party)
        second = _flow(*what, self.follow, self.days)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, GAP_PX)
        lines.setSpacing(GAP_PX)
        lines.addLayout(first)
        lines.addWidget(second)
        for chooser in (self.does, self.amount, self.follow):
            chooser.changed.connect(self._suit)
        self.watch(self.titles, self.does, self.amount, self.percent)
        self.watch(self.freight, self.party, self.follow, self.days)


class OptionList(LineList[OptionRow]):
    """Its value is a tuple of `SolutionOption`."""

    def __init__(self) -> None:
        super().__init__(_("Add an option"))

    def new_row(self) -> OptionRow:
        """Return an empty option, which explains something until it is said what it does."""
        return OptionRow(_NEW)

    def value(self) -> tuple[SolutionOption, ...]:
        """Return the options; new ones get the next free codes."""
        taken = {row.option("").code for row in self.rows}
        free = (f"option_{n}" for n in range(1, 2 * len(self.rows) + 2))
        codes = iter([code for code in free if code not in taken])
        return tuple(row.option(next(codes)) for row in self.rows)

    def set_value(self, options: Sequence[SolutionOption]) -> None:
        """Show other options."""
        self.show_rows(map(OptionRow, options))
        self.changed.emit()


def _flow(*fields: QWidget) -> QWidget:
    """Return fields side by side that go on in the next line where they do not fit."""
    holder = QWidget()
    flow = FlowLayout(holder, GAP_PX)
    for field in fields:
        flow.addWidget(field)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def _choices(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(code, _(name)) for code, name in table.items()]
