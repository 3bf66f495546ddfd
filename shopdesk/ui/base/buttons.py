"""Buttons that stand for themselves, where no action with a shortcut is behind them.

layout.addWidget(icon_button(_("Open &folder"), "folder", self.open_folder))
"""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.icons import icon


def icon_button(text: str, icon_name: str, do: Callable[[], None]) -> QPushButton:
    """Return a plain button with an icon before its words."""
    button = QPushButton(icon(icon_name), text)
    button.setIconSize(ICON_SIZE)
    button.clicked.connect(lambda _on=False: do())
    return button
