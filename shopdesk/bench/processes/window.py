"""Opens a shop's window until its first rows show: `python -m … FOLDER`."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from shopdesk.bench.processes.watching import Diary, watch
from shopdesk.paths import DataFolder
from shopdesk.ui.program import Program

HEAVY = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "openpyxl",
    "xlsxwriter",
    "numpy",
    "pandas",
    "babel.dates",
    "qtawesome",
)
"""What no start may wait for."""


def main(folder: Path) -> None:
    """Run the program as its icon does."""
    diary = Diary()

    def painted() -> None:
        diary.note("painted")
        diary.notes["heavy"] = [name for name in HEAVY if name in sys.modules]

    def filled() -> None:
        diary.note("filled")
        diary.end()

    application = QApplication(sys.argv[:1])
    watching = watch(painted, filled)
    Program(DataFolder(folder)).run()
    application.removeEventFilter(watching)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
