"""One parcel to pack, large enough to be read at arm's length."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from shopdesk.i18n import _
from shopdesk.queries.packing import PackLine, PackRow
from shopdesk.rules.reshipments import STATES
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.tones import TONES

_BUTTON_PX = 120


class PackCard(QFrame):
    """Chosen by a click, by the arrows or by a scan; its button does what Enter does."""

    chosen = Signal(int)

    def __init__(self, row: PackRow, take: Callable[[int], None]) -> None:
        super().__init__()
        self.row = row
        self._take = take
        self.setProperty("role", "card")
        self.setAccessibleName(row.number)
        self.button = QPushButton(_step_words(row))
        self.button.setFixedWidth(_BUTTON_PX)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleDescription(row.number)
        self.button.clicked.connect(self._press)
        self._arrange()

    def set_chosen(self, *, chosen: bool) -> None:
        """Show whether it is the one that Enter acts on."""
        self.button.setProperty("kind", "primary" if chosen else "plain")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.chosen.emit(self.row.id)
        super().mousePressEvent(event)

    def _press(self) -> None:
        self._take(self.row.id)

    def _arrange(self) -> None:
        row = self.row
        state = STATES[row.state]
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in row.lines:
            words.addWidget(wrapped_label(_goods(line), "title"))
        words.addWidget(wrapped_label(" · ".join(filter(None, (row.recipient, row.place)))))
        about = " · ".join(filter(None, (row.number, row.order_number)))
        words.addWidget(plain_label(about, "muted"))
        if row.wait_note:
            waits = _("Cannot be packed yet: {why}").format(why=row.wait_note)
            words.addWidget(wrapped_label(waits, "error"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(Badge(_(state.name), TONES[state.tone]), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def _step_words(row: PackRow) -> str:
    """Return what the button does; who has the goods in hand after all need not look elsewhere."""
    if row.is_packed:
        return _("Send…")
    return _("Pack anyway") if row.wait_note else _("Packed")


def _goods(line: PackLine) -> str:
    """Return goods as they are laid into the parcel: how many stands first."""
    words = goods_text(line.title, line.variant, 1)
    named = f"{words} · {line.sku}" if line.sku else words
    return _("{n} × {goods}").format(n=line.quantity, goods=named)
