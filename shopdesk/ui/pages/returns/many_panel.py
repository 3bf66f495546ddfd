"""What stands at the right while several returns are selected: how many, and what can be done."""

from collections import Counter
from collections.abc import Sequence

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.rules.many import Chosen
from shopdesk.rules.states import STATES
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.progress import Progress
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.work_watch import WorkWatch
from shopdesk.ui.pages.returns.many_actions import ManyActions


class ManyPanel(ScrollColumn):
    """The buttons say to how many of the selected each can be done."""

    def __init__(self, actions: ManyActions) -> None:
        super().__init__()
        self._actions = actions
        self._watch = WorkWatch()
        self.title = plain_label("", "heading", wrap=True)
        self._states = plain_label("", "muted", wrap=True)
        self.buttons = [action_button(actions.actions[name]) for name in actions.names]
        self._progress = Progress(_("Writing"), self._cancel)
        self._arrange()
        actions.counted.connect(self._take_counts)
        actions.began.connect(self._begin)
        actions.ended.connect(self._progress.stop)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show what can be done with other returns."""
        words = ngettext("{n} return selected", "{n} returns selected", len(ids))
        self.title.setText(words.format(n=Formats(current_language()).number(len(ids))))
        self._actions.show_ids(ids)

    def lead_on(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        possible = next((button for button in self.buttons if button.isEnabled()), None)
        if possible is not None:
            possible.setFocus()

    def _take_counts(self, standings: Counter[Chosen]) -> None:
        self._states.setText(_states_line(standings))
        for name in self._actions.names:
            self._name_step(name)

    def _name_step(self, name: str) -> None:
        """Say on a button to how many it can be done."""
        action = self._actions.actions[name]
        count = self._actions.count(name)
        text = _(action.declared.text)
        action.setText(_("{step} ({n})").format(step=text, n=count) if count else text)

    def _begin(self, watch: WorkWatch) -> None:
        self._watch = watch
        watch.advanced.connect(self._progress.advance)
        self._progress.advance(0, 0)
        self._progress.start()

    def _cancel(self) -> None:
        self._watch.cancel()

    def _arrange(self) -> None:
        hint = plain_label(
            _("Shift or Ctrl with a click selects more, Ctrl+A all, Esc one again."),
            "muted",
            wrap=True,
        )
        for widget in (self.title, self._states, *self.buttons, self._progress, hint):
            self.body.addWidget(widget)
        self.setFocusProxy(self.buttons[0])


def _states_line(standings: Counter[Chosen]) -> str:
    """Return how many are in which state, in the order of states."""
    counts: Counter[str] = Counter()
    for chosen, count in standings.items():
        counts[chosen.standing.state] += count
    return " · ".join(
        _("{n} {state}").format(n=counts[code], state=_(state.name))
        for code, state in STATES.items()
        if counts[code]
    )
