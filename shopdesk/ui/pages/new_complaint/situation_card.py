"""The card that says what it is about: the group, the situation, how grave, by which channel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from shopdesk.i18n import N_, _
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import SEVERITIES
from shopdesk.rules.situations import CATEGORIES, SITUATIONS
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labelled import Labelled, Place
from shopdesk.ui.dialogs.complaints.situation_choices import situation_choices
from shopdesk.ui.pages.new_case.choices import ChipField

_UNTOLD = N_("Choose, or type a part of it")
_USUAL_CHANNEL = "chat"
_KEYS = N_("1–9 or ← → choose")


class SituationCard(Card):
    """A group narrows the situations down; a situation says how grave it usually is."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(_("What is wrong"), note=_(_KEYS))
        groups = [Chip(code, name) for code, name in CATEGORIES.items()]
        self.category = ChipField(groups, N_("Group"))
        self.situation = ChoiceField(search_from=0)
        grades = [Chip(code, name) for code, name in SEVERITIES.items()]
        self.severity = ChipField(grades, N_("Severity"))
        self.channel = ChoiceField([(code, _(name)) for code, name in CHANNELS.items()])
        self.channel.set_value(_USUAL_CHANNEL)
        self._situation = Labelled(N_("Situation"), self.situation)
        self._severity = Labelled(N_("Severity"), self.severity)
        self._channel = Labelled(N_("Came by"), self.channel)
        self._offer("")
        self._arrange()
        self.setFocusProxy(self.category)
        self.category.changed.connect(self._narrow)
        self.situation.changed.connect(self._follow)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [
            self._situation.place("situation"),
            self._severity.place("severity"),
            self._channel.place("channel"),
        ]

    def propose(self, situation: str) -> None:
        """Choose a situation, whatever the group, unless a person has chosen one."""
        if not self.situation.value():
            self._offer("")
            self.situation.set_value(situation)

    def _narrow(self) -> None:
        self._offer(self.category.value())
        self.situation.setFocus()

    def _offer(self, category: str) -> None:
        fitting = [
            (code, wording)
            for code, wording in situation_choices()
            if not category or SITUATIONS[code].category == category
        ]
        self.situation.set_choices([("", _(_UNTOLD)), *fitting])

    def _follow(self) -> None:
        found = SITUATIONS.get(self.situation.value())
        if found is not None:
            self.severity.propose(found.severity)
            self.category.choose(found.category)
        self.chosen.emit()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._situation, 0, 0)
        grid.addWidget(self._channel, 0, 1)
        grid.addWidget(self._severity, 1, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.body.addWidget(self.category)
        self.body.addLayout(grid)
