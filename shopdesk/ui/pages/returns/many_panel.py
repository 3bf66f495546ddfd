"""What stands at the right while several returns are selected: how many, and what can be done."""

from collections import Counter
from collections.abc import Sequence

from shopdesk.i18n import _, ngettext
from shopdesk.rules.many import Chosen
from shopdesk.rules.states import STATES
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.progress import Progress
from shopdesk.ui.base.selected_panel import SelectedPanel
from shopdesk.ui.base.work_watch import WorkWatch
from shopdesk.ui.pages.returns.many_actions import ManyActions


class ManyPanel(SelectedPanel):
    """The buttons say to how many of the selected each can be done."""

    def __init__(self, actions: ManyActions) -> None:
        super().__init__(actions.actions, actions.names)
        self._many = actions
        self._watch = WorkWatch()
        self._states = plain_label("", "muted", wrap=True)
        self._progress = Progress(_("Writing"), self._cancel)
        self.above.addWidget(self._states)
        self.below.addWidget(self._progress)
        actions.counted.connect(self._take_counts)
        actions.began.connect(self._begin)
        actions.ended.connect(self._progress.stop)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show what can be done with other returns."""
        words = ngettext("{n} return selected", "{n} returns selected", len(ids))
        self.name_selected(words, ids)
        self._many.show_ids(ids)

    def _take_counts(self, standings: Counter[Chosen]) -> None:
        self._states.setText(_states_line(standings))
        for name in self._many.names:
            self._name_step(name)

    def _name_step(self, name: str) -> None:
        """Say on a button to how many it can be done."""
        action = self._many.actions[name]
        count = self._many.count(name)
        text = _(action.declared.text)
        action.setText(_("{step} ({n})").format(step=text, n=count) if count else text)

    def _begin(self, watch: WorkWatch) -> None:
        self._watch = watch
        watch.advanced.connect(self._progress.advance)
        self._progress.advance(0, 0)
        self._progress.start()

    def _cancel(self) -> None:
        self._watch.cancel()


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
