"""The order box: finds while one types, takes what is pasted or scanned, and is led by keys."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.finder import FoundOrders, find_orders
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.leading_icon import lead_with
from shopdesk.ui.desk import Reader
from shopdesk.ui.operations import Operations
from shopdesk.ui.pages.new_case.hit_list import HitList

WAIT_MS = 20
_PASTED = 4
"""Letters that come at once; a person types one, an input method two or three."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrderFinder(QWidget):
    """The box with what was found under it; the value is the id of the chosen order."""

    chosen = Signal(int)
    """An order was picked; it is not loaded yet."""
    changed = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._query = (id(self), "find")
        self._order_id: int | None = None
        self._settled = ""
        self._length = 0
        self._found = FoundOrders("", (), 0)
        self._pick_when_found = False
        self.box = QLineEdit()
        self.hits = HitList()
        self._nothing = plain_label(_("No order fits. Check it, or log without an order."), "muted")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._set_up()

    def value(self) -> int | None:
        """Return the id of the chosen order."""
        return self._order_id

    def complaint(self) -> str:
        """Find nothing wrong: what is missing is told on saving."""
        return ""

    @property
    def unsettled_number(self) -> str:
        """What was typed and chose no order, where it can be an order's number."""
        is_number = any(letter.isdecimal() for letter in self._sought)
        return self._sought if is_number and self._sought != self._settled else ""

    @property
    def nothing_found(self) -> bool:
        """Whether it is said that no order fits."""
        return not self._nothing.isHidden()

    def settle(self, order_id: int, number: str) -> None:
        """Show an order as the chosen one."""
        self._order_id = order_id
        self._settled = number
        self.box.setText(number)
        self._close()
        self.changed.emit()

    def forget(self) -> None:
        """Show that no order is chosen, and find none that is still looked for."""
        self._timer.stop()
        self._operations.drop(self._query)
        self._order_id = None
        self._settled = ""
        self.box.clear()
        self._close()
        self.changed.emit()

    def seek(self, number: str) -> None:
        """Look for an order and choose it when there is only one."""
        self.box.setText(number)
        self._pick_when_found = True
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the box that lead through what was found."""
        if watched is self.box and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._take_key(event)
        return False

    def _set_up(self) -> None:
        self.box.setPlaceholderText(_("Order number, buyer's name or handle, or end of the phone"))
        self.box.setAccessibleName(_("Find the order"))
        self.box.setClearButtonEnabled(True)
        lead_with(self.box, "search")
        self.box.textEdited.connect(self._edit)
        self.box.installEventFilter(self)
        self.setFocusProxy(self.box)
        self.hits.setAccessibleName(_("Orders found"))
        self.hits.clicked.connect(self._pick)
        self._timer.timeout.connect(self._search)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.box, self.hits, self._nothing):
            layout.addWidget(widget)

    @property
    def _sought(self) -> str:
        return self.box.text().strip()

    def _edit(self, text: str) -> None:
        self._pick_when_found = len(text) - self._length >= _PASTED
        self._length = len(text)
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        sought = self._sought
        if not sought or sought == self._settled:
            self._operations.drop(self._query)
            self._close()
            return

        def find(reader: Reader) -> FoundOrders:
            return find_orders(reader, sought)

        self._operations.query(self._query, find, self._show)

    def _show(self, found: FoundOrders) -> None:
        self._found = found
        if self._pick_when_found and 1 in (found.exact, len(found.hits)):
            self._pick_row(0)
            return
        self.hits.show_hits(found.hits)
        self._nothing.setVisible(not found.hits)
        self._tell_choice()

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in _ENTER:
            return self._enter()
        if self.hits.isHidden():
            return False
        if key == Qt.Key.Key_Escape:
            self._give_up()
        elif key in _STEPS:
            self.hits.step(_STEPS[key])
            self._tell_choice()
        return key == Qt.Key.Key_Escape or key in _STEPS

    def _tell_choice(self) -> None:
        """Let a screen reader say what Enter would pick, though the focus stays in the box."""
        self.box.setAccessibleDescription(str(self.hits.currentIndex().data() or ""))

    def _enter(self) -> bool:
        """Pick, or look at once; nothing sought leaves the key to the form."""
        if self._sought in ("", self._settled):
            return False
        if self._found.typed != self._sought or self.hits.isHidden():
            self._pick_when_found = True
            self._search()
        else:
            self._pick(self.hits.currentIndex())
        return True

    def _pick(self, index: QModelIndex) -> None:
        self._pick_row(index.row())

    def _pick_row(self, row: int) -> None:
        hit = self._found.hits[row]
        self.settle(hit.id, hit.number)
        self.chosen.emit(hit.id)

    def _give_up(self) -> None:
        self._timer.stop()
        self._operations.drop(self._query)
        self.box.setText(self._settled)
        self._close()

    def _close(self) -> None:
        self._pick_when_found = False
        self._length = len(self.box.text())
        self._found = FoundOrders("", (), 0)
        self.hits.show_hits(())
        self._nothing.hide()
