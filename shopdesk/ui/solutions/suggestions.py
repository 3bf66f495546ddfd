"""The card that lists the solutions that fit; the chosen one shows its options."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _, current_language
from shopdesk.rules.solutions import Solution, Stats, together
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.elided_link import ElidedLink
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label
from shopdesk.ui.solutions.option_ticks import OptionTicks
from shopdesk.ui.solutions.words import stats_text


class Suggestions(Card):
    """Choosing another solution turns to it; `open_solution` leads to the library."""

    offer_wanted = Signal(object)
    """The ticked options, a list of `SolutionOption`."""
    turned = Signal(object)
    """The `Solution` that was chosen."""

    def __init__(self, open_solution: Callable[[Solution], None]) -> None:
        super().__init__(_("Solutions for this"))
        self._open_solution = open_solution
        self._solutions: Sequence[Solution] = ()
        self._stats: Stats = {}
        self._can_offer = True
        self._code = ""
        self._ticks: OptionTicks | None = None
        self._links: dict[str, ElidedLink] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.nothing = plain_label(
            _("Nothing fits yet. Choose what it is about, or write what happened."),
            "muted",
            wrap=True,
        )
        self.offer_button = icon_button(_("O&ffer these"), "plus", self._offer)
        self.open_button = link_button(_("Causes and advice"), self._open)
        self._foot = button_flow((self.offer_button, self.open_button))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._foot)

    @property
    def chosen(self) -> Solution | None:
        """The solution whose options are shown."""
        return next((each for each in self._solutions if each.code == self._code), None)

    def begin(self) -> None:
        """Forget which one was chosen."""
        self._code = ""

    def show_solutions(
        self, solutions: Sequence[Solution], stats: Stats, *, can_offer: bool
    ) -> None:
        """Show other solutions, best first; the chosen one stays chosen if it is among them."""
        shown = (tuple(solutions), stats, can_offer)
        same = shown == (tuple(self._solutions), self._stats, self._can_offer)
        self._solutions, self._stats, self._can_offer = solutions, stats, can_offer
        if self.chosen is None:
            self._code = solutions[0].code if solutions else ""
        self.offer_button.setVisible(can_offer)
        self.nothing.setVisible(not solutions)
        self._foot.setVisible(bool(solutions))
        if not same:
            self._fill()

    def choose(self, solution: Solution) -> None:
        """Turn to another solution."""
        self._code = solution.code
        self._fill()
        self._links[solution.code].setFocus()
        self.turned.emit(solution)

    def _fill(self) -> None:
        clear(self._lines)
        self._ticks = None
        for solution in self._solutions:
            self._lines.addWidget(self._line(solution))
            if solution.code == self._code:
                self._ticks = OptionTicks(solution, self._stats, can_offer=self._can_offer)
                self._lines.addWidget(self._ticks)

    def _line(self, solution: Solution) -> QWidget:
        keys = [(solution.code, option.code) for option in solution.options]
        past = together(self._stats[key] for key in keys if key in self._stats)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        title = solution.title(current_language())
        link = ElidedLink(title, partial(self.choose, solution))
        self._links[solution.code] = link
        link.setAccessibleDescription(stats_text(past))
        lines.addWidget(link)
        lines.addWidget(wrapped_label(stats_text(past), "small"))
        return holder

    def _offer(self) -> None:
        options = [] if self._ticks is None else self._ticks.chosen()
        if options:
            self.offer_wanted.emit(options)

    def _open(self) -> None:
        if self.chosen is not None:
            self._open_solution(self.chosen)
