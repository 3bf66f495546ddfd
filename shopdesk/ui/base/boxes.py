"""Message boxes that take their text for nothing but text; show them with `open()`."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from shopdesk.i18n import _


def plain_box(parent: QWidget, title: str, text: str) -> QMessageBox:
    """Return a box with one OK button."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box


def ask(parent: QWidget, question: str, destroy: str, keep: str) -> QMessageBox:
    """Return a box with a destructive answer and a safe one, which Escape and Enter take."""
    box = plain_box(parent, "ShopDesk", question)
    box.setIcon(QMessageBox.Icon.Question)
    box.addButton(destroy, QMessageBox.ButtonRole.DestructiveRole)
    safe = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    return box


def ask_to_throw_away(parent: QWidget, then: Callable[[], object]) -> None:
    """Go on with `then` only if the person gives up what was typed."""
    box = ask(parent, _("Throw away what you typed?"), _("&Throw away"), _("&Keep editing"))

    def answered(button: QAbstractButton) -> None:
        if box.buttonRole(button) == QMessageBox.ButtonRole.DestructiveRole:
            then()

    box.buttonClicked.connect(answered)
    box.open()
