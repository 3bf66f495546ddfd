"""The whole program with a person at it who logs returns without a pause, until it is killed.

Started with a folder and the first number; says what it shows, then each number that was saved.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer

from shopdesk.paths import DataFolder
from shopdesk.services.returns import log_return
from shopdesk.ui.desk import Session
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.program import Program
from tests.making import add_order, return_of


def main(folder: Path, first: int) -> None:
    program = Program(DataFolder(folder))
    numbers = count(first)

    def log_one(*_saved: object) -> None:
        window = program.window
        if _saved:
            sys.stdout.write(f"{_saved[0]}\n")
            sys.stdout.flush()
        assert isinstance(window, DeskWindow)
        window.operations.write("Return logged.", work, log_one)

    def work(session: Session) -> int:
        number = next(numbers)
        log_return(session, return_of(add_order(session, f"K{number}")))
        return number

    def begin() -> None:
        sys.stdout.write(f"{type(program.window).__name__}\n")
        log_one()

    QTimer.singleShot(0, begin)
    program.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
