"""What was printed: by whom, when, where; each can be printed again as it was."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.printing import NumberedCase, PrintJobRow
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.cards import Card, separator
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.find_field import FindField
from shopdesk.ui.base.id_table import IdTableModel
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.table_view import IdTableView
from shopdesk.ui.pages.printing.columns import LOG_COLUMNS
from shopdesk.ui.pages.printing.log_lines import LogLine, log_lines
from shopdesk.ui.pages.printing.log_reading import PART, LogPart, read_log
from shopdesk.ui.workbench import Workbench

AGAIN, SHOW = "print_again", "show_cases"
_NEVER = N_("What was printed stands here, with who printed it and where: to be printed again.")
_NOT_FOUND = N_("Nothing that was printed is called so.")
_NARROW = {"person": 900, "paper": 1_000}
_AHEAD_PX = 400
"""How near the end of the list more of it is read."""


class LogView(QWidget):
    """Reads on as it is scrolled; Enter prints the chosen one again."""

    chosen = Signal()

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench, self._actions = bench, actions
        self._part = LogPart()
        self._lines: dict[int, LogLine] = {}
        self.finder = FindField(_("Find a number, printer, person…"), self)
        self.model: IdTableModel[LogLine] = IdTableModel(LOG_COLUMNS, self._fetch)
        self.table = IdTableView(self.model, LOG_COLUMNS, _("Printed"))
        self.empty = Empty("printer", _(_NEVER))
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    @property
    def job(self) -> PrintJobRow | None:
        """The chosen one."""
        line = self._lines.get(self.table.chosen) if self.table.chosen is not None else None
        return line.job if line else None

    def read(self) -> None:
        """Read what is listed anew, from the newest on."""
        most = max(PART, len(self._part.jobs))
        load = partial(read_log, self._typed, None, most)
        self._bench.operations.query((id(self), "log"), load, self._show)

    def show_columns(self, page_px: int) -> None:
        """Leave out what a narrow page has no room for."""
        for n, column in enumerate(LOG_COLUMNS):
            self.table.setColumnHidden(n, page_px < _NARROW.get(column.key, 0))

    def offer(self, cases: Sequence[NumberedCase], go: Callable[[NumberedCase], None]) -> None:
        """Let one of several cases be chosen, under the line that they belong to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for case in cases:
            menu.addAction(case.number, partial(go, case))
        below = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        menu.popup(self.table.viewport().mapToGlobal(below))

    @property
    def _typed(self) -> str:
        return self.finder.text().strip()

    def _search(self, _typed: str) -> None:
        self._part = LogPart()
        self.read()

    def _read_on(self, scrolled: int) -> None:
        """Read more once the end comes near."""
        is_far = scrolled < self.table.verticalScrollBar().maximum() - _AHEAD_PX
        if is_far or self._part.is_last or not self._part.jobs:
            return
        load = partial(read_log, self._typed, self._part.jobs[-1].id, PART)
        self._bench.operations.query((id(self), "log"), load, self._append)

    def _show(self, part: LogPart) -> None:
        self._take(part)
        ids = list(self._lines)
        if ids == list(self.model.ids):
            self.model.forget_rows()
        else:
            self.model.set_ids(ids)
        if self.table.chosen is None and ids:
            self.table.choose(ids[0])
        self._stack.setCurrentWidget(self.table if ids else self.empty)
        self.empty.set_sentence(_(_NOT_FOUND) if self._typed else _(_NEVER))
        self.chosen.emit()

    def _append(self, part: LogPart) -> None:
        known = self._part.jobs
        self._take(LogPart((*known, *part.jobs), part.papers, part.timezone, part.is_last))
        self.model.append_ids([job.id for job in part.jobs])

    def _take(self, part: LogPart) -> None:
        self._part = part
        lines = log_lines(part.jobs, part.papers, part.timezone, None)
        self._lines = {line.id: line for line in lines}

    def _fetch(self, ids: Sequence[int]) -> list[LogLine]:
        return [self._lines[job_id] for job_id in ids if job_id in self._lines]

    def _open_menu(self, place: QPoint) -> None:
        menu = self._actions.menu((AGAIN, SHOW), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.setFocusProxy(self.table)
        self.finder.wanted.connect(self._search)
        self.finder.left.connect(self.table.setFocus)
        self.table.record_chosen.connect(lambda _id: self.chosen.emit())
        self.table.record_opened.connect(lambda _id: self._actions[AGAIN].trigger())
        self.table.verticalScrollBar().valueChanged.connect(self._read_on)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)

    def _arrange(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.addWidget(self.finder)
        head.addStretch(1)
        foot.setContentsMargins(16, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(plain_label(_("Enter prints the chosen one again."), "muted"), 1)
        for name in (SHOW, AGAIN):
            foot.addWidget(action_button(self._actions[name]))
        card = Card(padding_px=1)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(separator())
        card.body.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
