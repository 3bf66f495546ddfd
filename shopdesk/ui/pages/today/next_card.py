"""What to do next: the list under its heading, or kind words where nothing is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.pages.today.reading import DaySeen
from shopdesk.ui.pages.today.task_list import TaskList
from shopdesk.ui.workbench import Workbench

_DONE = N_(
    "Nothing waits for you. What is due next will stand here by itself; until then there is time"
    " for a follow-up, or for a cup of tea."
)
_NEVER = N_("What is to be done stands here once the first return is logged.")
_NONE_OF = N_("Nothing of this is left. Escape shows everything again.")
_FIRST_STEPS = ("new_return", "import_orders")
_HEAD_PX = 16


class NextCard(Card):
    """Says how many there are, and how to see all again where the list is narrowed down."""

    all_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__(padding_px=1)
        self.setAccessibleName(_("What to do next"))
        self.list = TaskList()
        self._heading = plain_label(_("What to do next"), "heading")
        self._note = plain_label("", "muted")
        self._all = link_button(_("Show everything"), self.all_wanted.emit)
        steps = [bench.actions[name] for name in _FIRST_STEPS if name in bench.actions]
        self.empty = Empty("circle-check", _DONE, steps)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.body.setContentsMargins(1, 12, 1, 8)
        self.body.setSpacing(6)
        self.body.addLayout(self._top_line())
        self.body.addWidget(self._stack, 1)

    def show_day(self, seen: DaySeen, narrowed: str) -> None:
        """Show the tasks; `narrowed` names what the list is narrowed down to, if it is."""
        self._heading.setText(narrowed or _("What to do next"))
        self._all.setVisible(bool(narrowed))
        self._note.setText(_note(seen))
        with_focus = self.list.hasFocus() or self.empty.hasFocus()
        self.list.show_rows(seen.rows)
        self._stack.setCurrentWidget(self.list if seen.rows else self.empty)
        if with_focus and seen.rows:
            self.list.setFocus()
        never = not seen.has_cases
        self.empty.set_sentence(_(_NEVER if never else _NONE_OF if narrowed else _DONE))
        self.empty.set_steps_shown(shown=never)

    def _top_line(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(_HEAD_PX, 0, _HEAD_PX, 0)
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self._all)
        head.addStretch(1)
        head.addWidget(self._note)
        self._all.hide()
        return head


def _note(seen: DaySeen) -> str:
    if seen.more:
        return ngettext(
            "sorted by deadline, {n} more", "sorted by deadline, {n} more", seen.more
        ).format(n=seen.more)
    return _("sorted by deadline") if seen.rows else ""
