"""What is to be printed: the documents at the left, at the right the rows of one of them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.queries.print_queue import QueueRow
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.cards import Card, separator
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.pages.printing.columns import QUEUE_COLUMNS
from shopdesk.ui.pages.printing.group_list import GroupList
from shopdesk.ui.pages.printing.leaving import BY_ITSELF, DROP, MARK
from shopdesk.ui.pages.printing.queue_head import QueueHead
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.pages.printing.tick_table import QueueLine, TickTable

_LIST_PX = 264
_NARROW = {"place": 1_190, "courier": 1_020, "buyer": 800}
"""How wide the page must be for a column that a narrower one leaves out."""
PRINT, PREVIEW = "print_group", "preview_group"


class QueueView(QWidget):
    """Shows what `state` holds; ticks are turned here, all else is told."""

    document_chosen = Signal(str)
    turned = Signal()
    """Other rows are ticked, or other rows selected."""

    def __init__(self, state: QueueState, actions: Actions) -> None:
        super().__init__()
        self._state = state
        self._rows: dict[int, QueueRow] = {}
        self.groups = GroupList()
        self.groups.setFixedWidth(_LIST_PX)
        self.head = QueueHead()
        self.table = TickTable(QUEUE_COLUMNS, self._line)
        self.note = wrapped_label("", "muted")
        self._actions = actions
        self._arrange(actions)
        self.setFocusProxy(self.table)
        self.groups.chosen.connect(self.document_chosen)
        self.groups.entered.connect(self.table.setFocus)
        self.groups.menu_wanted.connect(self._open_menu)
        self.table.toggled.connect(self._turn)
        self.table.selected.connect(self._select)
        self.table.back_wanted.connect(self.groups.setFocus)

    def show_state(self) -> None:
        """Show everything anew; what was chosen stays so."""
        self.groups.show_documents(self._state.documents, self._state.queue.shown)
        self._rows = {row.case_id: row for row in self._state.queue.rows}
        self.table.show_ids(list(self._rows))
        self.show_choices()

    def show_choices(self) -> None:
        """Show ticks, papers and printers anew."""
        state, shown = self._state, self._state.queue.shown
        for code, card in self.groups.cards.items():
            card.show_group(state.place(code), len(state.ticked(code)), len(state.lot_ids(code)))
        if shown:
            count, place = len(state.lot_ids(shown)), state.place(shown)
            self.head.show_choice(shown, count, state.order(shown), place, state.lacks(shown))
            self.head.show_printers(
                state.printers.rows,
                state.printer(shown),
                is_label=state.is_for_labels(shown),
                can_share=state.can_share(shown),
            )
            self.note.setText(self._noted(shown))

    def show_columns(self, page_px: int) -> None:
        """Leave out what a narrow page has no room for."""
        for n, column in enumerate(QUEUE_COLUMNS):
            self.table.setColumnHidden(n, page_px < _NARROW.get(column.key, 0))

    def _open_menu(self, place: QPoint) -> None:
        menu = self._actions.menu((PRINT, PREVIEW, MARK, "", BY_ITSELF), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _select(self) -> None:
        self._state.selected = tuple(self.table.selected_ids())
        self.turned.emit()

    def _turn(self, ids: Sequence[int]) -> None:
        self._state.ticks.turn(self._state.queue.shown, ids)
        self.table.show_ids(list(self._rows))
        self.show_choices()
        self.turned.emit()

    def _line(self, case_id: int) -> QueueLine | None:
        """Word a row once it comes into view."""
        row, queue = self._rows.get(case_id), self._state.queue
        if row is None:
            return None
        return QueueLine(
            row,
            is_ticked=case_id not in self._state.ticks.left_out(queue.shown),
            since=_since(row, datetime.now(UTC), self._state.formats()),
            courier=courier_name(row.courier, queue.couriers.get(row.courier, "")),
        )

    def _noted(self, document: str) -> str:
        """Say what is not listed, or how rows leave the list."""
        more = len(self._state.lot_ids(document)) - len(self._rows)
        if more > 0 and self._rows:
            said = ngettext(
                "{n} more is not listed, and printed with the others.",
                "{n} more are not listed, and printed with the others.",
                more,
            )
            return said.format(n=more)
        if document in self._state.awaited:
            return _("Each leaves this list once it is printed or marked.")
        return _("Each leaves this list once it is printed or not needed.")

    def _arrange(self, actions: Actions) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        for name in (DROP, MARK, PREVIEW, PRINT):
            foot.addWidget(action_button(actions[name]))
        card = Card(padding_px=1)
        card.body.setSpacing(0)
        card.body.addWidget(self.head)
        card.body.addWidget(separator())
        card.body.addWidget(self.table, 1)
        card.body.addWidget(separator())
        card.body.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.groups)
        layout.addWidget(card, 1)


def _since(row: QueueRow, now: datetime, formats: Formats) -> str:
    if row.wait_note:
        return _("Waits: {why}").format(why=row.wait_note)
    when = when_text(row.since, now, formats)
    return _("{when}, by hand").format(when=when) if row.is_wish else when
