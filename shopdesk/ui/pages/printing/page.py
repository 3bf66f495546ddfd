"""The Printing page: what is to be printed, by document and printer, and what was.

Ctrl+P prints the document whose rows are shown, Ctrl+Shift+P all; a scan prints a paper again.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Actions, DeskAction, action_button
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.empty import Empty
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change
from shopdesk.ui.pages.desk.box import DeskBox
from shopdesk.ui.pages.printing.again import PrintingAgain
from shopdesk.ui.pages.printing.leaving import Leaving
from shopdesk.ui.pages.printing.log_view import LogView
from shopdesk.ui.pages.printing.outing import Outing
from shopdesk.ui.pages.printing.places import Printers
from shopdesk.ui.pages.printing.printer_watch import PrinterWatch
from shopdesk.ui.pages.printing.queue_actions import PRINT_ALL, QueueActions
from shopdesk.ui.pages.printing.queue_view import QueueView
from shopdesk.ui.pages.printing.reading import Queue, read_queue
from shopdesk.ui.pages.printing.run_bar import RunBar
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.workbench import Workbench

TO_PRINT, PRINTED = "to_print", "printed"
_CHIPS = (Chip(TO_PRINT, N_("To print")), Chip(PRINTED, N_("Printed")))
_NOTHING = N_(
    "Nothing waits to be printed. Slips stand here by themselves once a return is"
    " agreed or a reshipment is to be packed; “Print later” puts any other paper here."
)
_FIND_PX = 310


class PrintingPage(QWidget):
    """Reads again after every write; printers are looked after while it is seen."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._is_stale = False
        self.state = QueueState(bench.desk.settings)
        self.actions_of_page = Actions(self, within=True)
        self.bar = RunBar()
        self.outing = Outing(bench, self.bar, self)
        self.doing = QueueActions(bench, self.state, self.outing, self.actions_of_page)
        self.again = PrintingAgain(bench, self.state, self.actions_of_page)
        self.leaving = Leaving(bench, self.state, self.actions_of_page)
        self.queue = QueueView(self.state, self.actions_of_page)
        self.log = LogView(bench, self.actions_of_page)
        self.again.look_at(self.log)
        self.chips = ChipRow(_CHIPS, _("Show"))
        self.box = DeskBox()
        self.empty = Empty("printer", _(_NOTHING), self._first_steps())
        self._stack = QStackedWidget()
        self.watch = PrinterWatch(bench, self.state.chosen_printers, self)
        self._arrange()
        self._connect()
        self.read()

    def take_scan(self, text: str) -> None:
        """Print the paper of the case again whose number was scanned."""
        self.again.find(text)

    def show_chip(self, key: str) -> None:
        """Show what waits, or what was printed."""
        self.chips.choose(key)
        if key == PRINTED:
            self.log.read()
        self._show_side()

    def read(self) -> None:
        """Read the queue anew, and the log if it is shown."""
        self._is_stale = False
        state = self.state
        load = partial(read_queue, state.queue.shown, state.order, state.awaited)
        self._bench.operations.query((id(self), "queue"), load, self._show)
        if self.chips.current == PRINTED:
            self.log.read()

    def showEvent(self, event: QShowEvent) -> None:
        """Look after the printers, and read what was written while the page was not seen."""
        super().showEvent(event)
        self.watch.start()
        if self._is_stale:
            self.read()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the printers alone."""
        super().hideEvent(event)
        self.watch.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for, or show it again."""
        super().resizeEvent(event)
        self.queue.show_columns(self.width())
        self.log.show_columns(self.width())

    def refresh(self) -> None:
        """Show choices, ticks, printers and what can be done anew."""
        self.queue.show_choices()
        self.actions_of_page.refresh()

    def _show(self, queue: Queue) -> None:
        is_new_shown = queue.lots and not self.state.queue.lots
        self.state.take(queue)
        self.queue.show_state()
        self.chips.set_counts({TO_PRINT: sum(len(lot.ids) for lot in queue.lots)})
        self.empty.set_steps_shown(shown=not queue.has_cases)
        self.doing.name()
        self._show_side()
        if is_new_shown:
            self.watch.look()

    def _show_side(self) -> None:
        waiting = self.queue if self.state.queue.lots else self.empty
        side = self.log if self.chips.current == PRINTED else waiting
        self._stack.setCurrentWidget(side)
        self.setFocusProxy(side)
        self.refresh()

    def _choose(self, document: str) -> None:
        if document != self.state.queue.shown:
            self.state.want(document)
            self.queue.show_state()
            self._rename()
        self.read()

    def _ask_for_printer(self, document: str) -> None:
        self._choose(document)
        self.queue.head.printer.setFocus()

    def _follow(self, _change: Change) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.read()

    def _know_printers(self, printers: Printers) -> None:
        self.state.printers = printers
        self.refresh()

    def _rename(self) -> None:
        self.doing.name()
        self.actions_of_page.refresh()

    def _choices_changed(self) -> None:
        self.refresh()
        self.watch.look()

    def _first_steps(self) -> list[DeskAction]:
        actions = self._bench.actions
        return [actions[name] for name in ("new_return", "import_orders") if name in actions]

    def _connect(self) -> None:
        self.chips.chosen.connect(self.show_chip)
        self.box.scanned.connect(self.take_scan)
        self.queue.document_chosen.connect(self._choose)
        self.queue.turned.connect(self._rename)
        self.queue.head.order_chosen.connect(self.doing.use_order)
        self.queue.head.printer_chosen.connect(self.doing.use_printer)
        self.queue.head.sharing_wanted.connect(self.doing.share_printer)
        self.queue.head.paper_wanted.connect(self.doing.preview)
        self.doing.printer_needed.connect(self._ask_for_printer)
        self.doing.chosen.connect(self._choices_changed)
        self.doing.reordered.connect(self.read)
        self.log.chosen.connect(self.actions_of_page.refresh)
        self.bar.left.connect(self.setFocus)
        self.outing.changed.connect(self.actions_of_page.refresh)
        self.watch.told.connect(self._know_printers)
        self._bench.operations.changed.connect(self._follow)

    def _arrange(self) -> None:
        self.box.setProperty("role", "")  # of the size that other fields have
        self.box.setPlaceholderText(_("Scan or type a number to print it again"))
        self.box.setAccessibleName(self.box.placeholderText())
        self.box.setFixedWidth(_FIND_PX)
        for side in (self.queue, self.empty, self.log):
            self._stack.addWidget(side)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(_("Printing"), "title"), 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(12)
        head.addWidget(self.chips, 1)
        head.addWidget(self.box)
        head.addWidget(action_button(self.actions_of_page[PRINT_ALL], "primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
