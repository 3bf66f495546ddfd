"""Paints the window and every piece in both themes: `python -m tests.ui.base.gallery FOLDER`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.i18n import N_
from shopdesk.ui.actions import Action
from shopdesk.ui.main_window import MainWindow, PageEntry
from shopdesk.ui.skin import Skin
from tests.ui.base.fake_shop import FakeDesk, FakePage


def make_window(folder: Path, rows: int = 57) -> MainWindow:
    """Return a window over an invented shop, with one page."""
    desk = FakeDesk(folder, rows)
    pages = (
        PageEntry("returns", N_("Returns"), "rotate-ccw", FakePage),
        PageEntry("customers", N_("Customers"), "users", lambda _bench: QWidget(), gap_above=True),
        PageEntry("orders", N_("Orders"), "receipt", lambda _bench: QWidget()),
        PageEntry("reports", N_("Reports"), "chart-column", lambda _bench: QWidget()),
        PageEntry("settings", N_("Settings"), "settings", lambda _bench: QWidget(), foot=True),
    )
    window = MainWindow(desk, pages)
    window.add_top_action("import_orders", Action(N_("&Import orders"), "upload"), lambda: None)
    window.add_top_action(
        "new_return", Action(N_("&New return"), "plus", "Ctrl+N"), lambda: None, "primary"
    )
    window.rail.set_shop("云柔家居", 3)
    window.rail.set_count("returns", 31)
    window.rail.set_backup_line("Backed up 12 min ago")
    return window


def main(target: Path) -> None:
    """Save the pictures."""
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    skin = Skin(app)
    with tempfile.TemporaryDirectory() as folder:
        skin.wear("light")
        window = make_window(Path(folder))
        window.go("returns")
        window.show()
        QTest.qWait(400)
        for theme in ("light", "dark"):
            skin.wear(theme)
            QTest.qWait(50)
            window.grab().save(str(target / f"window_{theme}.png"))
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
