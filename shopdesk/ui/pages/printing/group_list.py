"""The documents that wait, one card each; arrows walk along them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from shopdesk.i18n import _
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.printing.group_card import GroupCard

_GAP_PX = 8
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GroupList(ScrollColumn):
    """One card is chosen as long as there are any."""

    chosen = Signal(str)
    """The code of the document."""
    menu_wanted = Signal(QPoint)
    """What can be done with the chosen document is wanted at a place on the screen."""
    entered = Signal()
    """The keys are wanted by the rows of the chosen one."""

    def __init__(self) -> None:
        super().__init__(padding_px=0)
        self.setAccessibleName(_("To print"))
        self.body.setSpacing(_GAP_PX)
        self.cards: dict[str, GroupCard] = {}

    def show_documents(self, codes: Sequence[str], chosen: str) -> None:
        """Show cards of these documents; those that stay keep the focus."""
        for code in [code for code in self.cards if code not in codes]:
            gone = self.cards.pop(code)
            gone.hide()
            gone.deleteLater()
        for nth, code in enumerate(codes):
            if code not in self.cards:
                self._add(code, nth)
        self.cards = {code: self.cards[code] for code in codes}
        if chosen in self.cards:
            self.cards[chosen].setChecked(True)
            self.setFocusProxy(self.cards[chosen])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the cards; Right and Enter go into the rows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        codes = list(self.cards)
        at = next((n for n, code in enumerate(codes) if self.cards[code].isChecked()), 0)
        card = self.cards[codes[min(max(at + by, 0), len(codes) - 1)]]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        card.click()
        self.ensureWidgetVisible(card)

    def _open_menu(self, card: GroupCard, place: QPoint) -> None:
        card.click()
        self.menu_wanted.emit(card.mapToGlobal(place))

    def _add(self, code: str, nth: int) -> None:
        card = GroupCard(DOCUMENTS[code])
        card.clicked.connect(lambda _on=False: self.chosen.emit(code))
        card.installEventFilter(self)
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(partial(self._open_menu, card))
        self.cards[code] = card
        self.body.insertWidget(nth, card)
        card.show()
