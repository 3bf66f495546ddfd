"""Buttons that stand for themselves, where no action with a shortcut is behind them.

layout.addWidget(icon_button(_("Open &folder"), "folder", self.open_folder))
"""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from shopdesk.ui.actions import ICON_SIZE
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.icons import icon

_SIGN_PX = 44


def icon_button(text: str, icon_name: str, do: Callable[[], None]) -> QPushButton:
    """Return a plain button with an icon before its words."""
    button = QPushButton(icon(icon_name), text)
    button.setIconSize(ICON_SIZE)
    button.clicked.connect(lambda _on=False: do())
    return button


def sign_button(text: str, icon_name: str, do: Callable[[], None]) -> QPushButton:
    """Return a button that is an icon alone; its words are its tooltip and its spoken name."""
    button = icon_button("", icon_name, do)
    button.setFixedWidth(_SIGN_PX)
    button.setAccessibleName(text)
    button.setToolTip(plain_tooltip(text))
    return button
