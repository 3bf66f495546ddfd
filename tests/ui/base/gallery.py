"""Paints the window and every piece in both themes: `python -m tests.ui.base.gallery FOLDER`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.errors import DomainError, FieldError
from shopdesk.i18n import N_
from shopdesk.ui.actions import Action
from shopdesk.ui.base.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LineField,
    MoneyField,
    NoteField,
    QuantityField,
)
from shopdesk.ui.base.form_dialog import FormDialog
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


def make_dialog(parent: QWidget) -> FormDialog:
    """Return a dialog with one field of each kind, some of them refused."""
    dialog = FormDialog(parent, "Shop")
    form = dialog.form
    form.add("name", N_("&Name"), LineField(12)).set_value("A name that is too long for it")
    form.add("platform", N_("&Platform"), ChoiceField([("tmall", "Tmall 天猫"), ("x", "Shopify")]))
    many = [(str(n), f"Country {n}") for n in range(20)]
    form.add(
        "country", N_("&Country"), ChoiceField(many), "It chooses the policy that you start from."
    )
    form.add("freight_minor", N_("&Freight"), MoneyField("CNY")).set_value(1250)
    form.add("quantity", N_("&Quantity"), QuantityField())
    form.add("day", N_("&Day"), DateField())
    form.add("note", N_("N&ote"), NoteField(placeholder="Note, in your own words"))
    form.add("agree", N_("&Agree"), CheckField("Agree at once"))
    form.refuse(FieldError("freight_minor", "More than was paid: at most CN¥10.00."))
    form.refuse(DomainError("Somebody else changed this shop. Close, look, and try again."))
    return dialog


def paint_forms(window: QWidget, file: Path) -> None:
    """Save a picture of the dialog."""
    dialog = make_dialog(window)
    dialog.form.settle()
    dialog.open()
    QTest.qWait(50)
    dialog.grab().save(str(file))
    dialog.close()


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
            paint_forms(window, target / f"forms_{theme}.png")
            window.messages.refuse("The disk is full. Free some space and try again.")
            window.messages.undo("Return declined.", lambda: None)
            window.resize(1280, 720)
            page = window.findChild(FakePage)
            assert page is not None
            page.show_chip("none")
            QTest.qWait(200)
            window.grab().save(str(target / f"empty_{theme}.png"))
            page.show_chip("open")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
