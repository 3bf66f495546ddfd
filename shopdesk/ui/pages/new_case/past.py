"""What came before with a buyer: the card about them, and the notice of an open twin."""

from PySide6.QtCore import QObject

from shopdesk.queries.guards import PastCase
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.ui.pages.new_case.buyer_card import BuyerCard
from shopdesk.ui.pages.new_case.buyer_fields import BuyerFields
from shopdesk.ui.pages.new_case.duplicates import DuplicateNotice
from shopdesk.ui.pages.new_case.earlier import EarlierCases, words_of
from shopdesk.ui.workbench import Workbench


class BuyersPast(QObject):
    """Makes both widgets, which the form puts where it likes; `kind` is the new case's."""

    def __init__(self, bench: Workbench, kind: str, typed: BuyerFields, parent: QObject) -> None:
        super().__init__(parent)
        self.buyer = BuyerCard(bench.guide.go)
        self.duplicates = DuplicateNotice(kind, bench.guide.go)
        self._typed = typed
        self._without_order = False
        self._found: tuple[PastCase, ...] = ()
        self._earlier = EarlierCases(bench.operations, self._take_found, self)
        bench.operations.changed.connect(lambda _change: self._earlier.look_again())

    def follow(self, order: ReturnableOrder | None, *, without_order: bool) -> None:
        """Show what came before, of the order in hand or of the buyer as typed."""
        self._without_order = without_order
        if order is not None:
            self.buyer.show_order(order)
            self._show(order.past, known=True)
        elif without_order:
            self._earlier.look_for(words_of(self._typed.texts()))
            self._show_typed()
        else:
            self._show((), known=False)

    def _take_found(self, found: tuple[PastCase, ...]) -> None:
        self._found = found
        if self._without_order:
            self._show_typed()

    def _show_typed(self) -> None:
        self.buyer.show_found(self._typed.texts()["buyer_name"], self._found)
        self._show(self._found, known=False)

    def _show(self, past: tuple[PastCase, ...], *, known: bool) -> None:
        self.duplicates.show_cases(past)
        self.buyer.setVisible(known or bool(past))
