"""Work that goes on while its window is closed unless the person is asked."""

from PySide6.QtCore import QObject


class LongWork(QObject):
    """Lives below the window, which finds it when it is to be closed."""

    @property
    def question(self) -> str:
        """What is asked before the window is closed; empty while nothing is under way."""
        raise NotImplementedError

    def end(self) -> None:
        """Stop, and return once what was finished is on its way to be written."""
        raise NotImplementedError
