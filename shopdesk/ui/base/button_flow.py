"""Buttons side by side that go on in the next line where a column is narrow."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QWidget

from shopdesk.ui.base.flow import FlowLayout

_GAP_PX = 8


def button_flow(buttons: Iterable[QPushButton]) -> QWidget:
    """Return a widget with the buttons in their order."""
    holder = QWidget()
    flow = FlowLayout(holder, _GAP_PX)
    for button in buttons:
        flow.addWidget(button)
    return holder
