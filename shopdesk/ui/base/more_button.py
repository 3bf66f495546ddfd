"""The button beside a primary one, behind which all else is that may be done."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from shopdesk.i18n import _
from shopdesk.ui.icons import icon

_WIDTH_PX = 44
_ICON = QSize(16, 16)


class MoreButton(QPushButton):
    """Three dots; `menu_of` makes the menu anew for each press, as a child of the button."""

    def __init__(self, menu_of: Callable[[QWidget], QMenu]) -> None:
        super().__init__(icon("ellipsis"), "")
        self._menu_of = menu_of
        self.setIconSize(_ICON)
        self.setFixedWidth(_WIDTH_PX)
        self.setAccessibleName(_("More"))
        self.setToolTip(_("More"))
        self.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        menu = self._menu_of(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
