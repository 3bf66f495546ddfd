"""A bare Qt window with one table of ready text, until it is painted."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from shopdesk.bench.bare_table import BareModel
from shopdesk.bench.processes.watching import Diary, watch

ROWS = 100
COLUMNS = 7


def main() -> None:
    """Show it, and end when its rows are there."""
    diary = Diary()

    def filled() -> None:
        diary.note("filled")
        diary.end()

    application = QApplication(sys.argv[:1])
    watching = watch(lambda: diary.note("painted"), filled)
    model = BareModel([[f"{row} {column}" for column in range(COLUMNS)] for row in range(ROWS)])
    table = QTableView()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1440, 860)
    window.show()
    application.exec()
    application.removeEventFilter(watching)


if __name__ == "__main__":
    main()
