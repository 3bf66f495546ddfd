"""Message boxes that take their text for nothing but text; show them with `open()`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


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
