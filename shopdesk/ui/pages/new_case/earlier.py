"""Looking for earlier cases of a buyer who is typed without an order, a moment after each key."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer

from shopdesk.queries.guards import BuyerWords, PastCase, find_past_cases
from shopdesk.ui.operations import Operations

PAUSE_MS = 250

Found = Callable[[tuple[PastCase, ...]], None]


class EarlierCases(QObject):
    """Asks only when other words are typed, and tells only what was found for the newest."""

    def __init__(self, operations: Operations, found: Found, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._found = found
        self._typed = BuyerWords()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def look_for(self, typed: BuyerWords) -> None:
        """Look for these words, unless they are those of last time."""
        if typed != self._typed:
            self._typed = typed
            self._pause.start()

    def look_again(self) -> None:
        """Look once more: something was written since."""
        if self._typed.sought:
            self._look()

    def _look(self) -> None:
        search = partial(find_past_cases, buyer=self._typed)
        self._operations.query((id(self), "earlier"), search, self._found)


def words_of(texts: Mapping[str, str]) -> BuyerWords:
    """Return what a buyer can be known by, of the fields by the names of the draft's attributes."""
    return BuyerWords(texts["order_number"], texts["buyer_phone"], texts["buyer_handle"])
