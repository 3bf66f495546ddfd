"""The icon that stands in a line before what is typed."""

from PySide6.QtWidgets import QLineEdit

from shopdesk.ui.icons import icon


def lead_with(line: QLineEdit, name: str) -> None:
    """Put an icon into a line that has its accessible name: a screen reader calls both so."""
    shown = line.addAction(icon(name), QLineEdit.ActionPosition.LeadingPosition)
    shown.setText(line.accessibleName())
