"""The options put to the buyer, and the one next step of the complaint under them."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.more_button import MoreButton
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.pages.complaints.option_line import OptionLine, moments_of, option_line
from shopdesk.ui.workbench import Workbench


class OptionsCard(Card):
    """A press on an offered option notes that the buyer chose it."""

    def __init__(self, bench: Workbench, actions: ComplaintActions) -> None:
        super().__init__(_("Options offered"), _("at least two; act on the one the buyer chose"))
        self._bench = bench
        self._actions = actions
        self.lines: list[OptionLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._none = wrapped_label(
            _("Nothing is offered yet. Take what fits from the solutions, or add an option."),
            "muted",
        )
        self._few = wrapped_label("", "muted")
        self._before = QVBoxLayout()
        self.next_button = action_button(actions.next, "primary")
        self.more_button = MoreButton(actions.menu)
        self.body.addWidget(self._none)
        self.body.addLayout(self._column)
        self.body.addWidget(self._few)
        self.body.addLayout(self._buttons())
        self.body.addLayout(self._before)
        self.setFocusProxy(self.next_button)

    def show_complaint(self, found: ComplaintDetail, now: datetime, formats: Formats) -> None:
        """Show the options of this round, then those of rounds before."""
        said = moments_of(now, formats)
        clear(self._column)
        self.lines = [
            option_line(self._bench, self._actions, found, option, said)
            for option in found.options_now
        ]
        for line in self.lines:
            line.radio.clicked.connect(partial(self._choose, line))
            self._column.addWidget(line)
        self._none.setVisible(not self.lines)
        self._few.setText(_("Only one: {reason}").format(reason=found.few_reason))
        self._few.setVisible(bool(found.few_reason))
        self._show_before(found)

    def _show_before(self, found: ComplaintDetail) -> None:
        clear(self._before)
        if found.options_before:
            self._before.addWidget(plain_label(_("Offered before it was reopened"), "strong"))
        for option in found.options_before:
            chosen = _("{option} · chosen") if option.chosen_at else "{option}"
            title = option.title_in(current_language())
            self._before.addWidget(_quiet(chosen.format(option=title)))

    def _choose(self, line: OptionLine, _on: object = None) -> None:
        """Let the others go out at once; what was chosen stays on."""
        for other in self.lines:
            other.radio.setChecked(other is line)
        if line.option.chosen_at is None:
            self._actions.choose(line.option.id)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(action_button(self._actions.actions["add_option"]))
        row.addWidget(self.next_button)
        row.addWidget(self.more_button)
        row.addStretch(1)
        return row


def _quiet(text: str) -> QLabel:
    return wrapped_label(text, "muted")
