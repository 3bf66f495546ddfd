"""A step that a key held down asks for again and again is written once."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.ui.workbench import Workbench


class SentOnce(QObject):
    """Knows what was sent last; what failed or was refused may be sent again."""

    def __init__(
        self, bench: Workbench, page: QWidget, read_again: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(page)
        self._bench, self._read_again = bench, read_again
        self._sent: tuple[object, ...] = ()
        bench.operations.failed.connect(self.forget)

    def is_new(self, number: str, version: int, step: str = "") -> bool:
        """Tell whether just this was not sent last, and keep it as sent.

        An id would not do: it is given anew once its case was undone, a number never is.
        """
        before, self._sent = self._sent, (number, version, step)
        return before != self._sent

    def refuse(self, error: ShopDeskError) -> None:
        """Say why it was refused, and read again what is there now."""
        self.forget()
        self._bench.messages.refuse(error.sentence)
        self._read_again()

    def forget(self, _error: object = None) -> None:
        """Let it be sent again."""
        self._sent = ()
