"""What stands at the right while several rows are selected: how many, and what can be done.

class ReturnsPanel(SelectedPanel):
    def show_ids(self, ids: Sequence[int]) -> None:
        self.name_selected(ngettext("{n} return selected", "{n} returns selected", len(ids)), ids)
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn


class SelectedPanel(ScrollColumn):
    """A title over a button for each of the actions; `above` and `below` take more."""

    def __init__(self, actions: Actions, names: Sequence[str]) -> None:
        super().__init__()
        self.title = plain_label("", "heading", wrap=True)
        self.buttons = [action_button(actions[name]) for name in names]
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        self._actions, self._names = actions, tuple(names)
        self._arrange()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Act on other rows from now on."""
        raise NotImplementedError

    def name_selected(self, words: str, ids: Sequence[int]) -> None:
        """Say how many are selected, as `{n}` in translated words."""
        self.title.setText(words.format(n=Formats(current_language()).number(len(ids))))

    def menu(self, parent: QWidget) -> QMenu:
        """Return all of it as a menu."""
        return self._actions.menu(self._names, parent)

    def lead_on(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        possible = next((button for button in self.buttons if button.isEnabled()), None)
        if possible is not None:
            possible.setFocus()

    def _arrange(self) -> None:
        hint = plain_label(
            _("Shift or Ctrl with a click selects more, Ctrl+A all, Esc one again."),
            "muted",
            wrap=True,
        )
        self.body.addWidget(self.title)
        self.body.addLayout(self.above)
        for button in self.buttons:
            self.body.addWidget(button)
        self.body.addLayout(self.below)
        self.body.addWidget(hint)
        self.setFocusProxy(self.buttons[0])
