"""Where the pieces of a paper's preview stand: pages, choices, and the buttons at the foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.progress import Progress
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.papers.notices import Notices

_WIDTH_PX, _HEIGHT_PX = 900, 660
_SIDE_PX = 300
_MARGIN_PX = 20
_BETWEEN_PX = 8


class PaperFoot(QWidget):
    """What comes out, how far it is, and what to do with it; Enter prints."""

    def __init__(self, actions: Actions, progress: Progress, close: Callable[[], object]) -> None:
        super().__init__()
        self.line = wrapped_label("", "muted")
        self.print_button = action_button(actions["print"], "primary")
        self.print_button.setDefault(True)
        self._actions = actions
        self._close = QPushButton(_("Clos&e"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(lambda _on=False: close())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN_PX)
        layout.addWidget(self.line)
        layout.addWidget(progress)
        layout.addWidget(self.print_button)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(_BETWEEN_PX)
        grid.addWidget(self._plain("print_with"), 0, 0, 1, 2)
        grid.addWidget(self._plain("save"), 1, 0)
        grid.addWidget(self._plain("open"), 1, 1)
        grid.addWidget(self._plain("later"), 2, 0)
        grid.addWidget(self._close, 2, 1)
        return grid

    def _plain(self, name: str) -> QPushButton:
        button = action_button(self._actions[name])
        button.setAutoDefault(False)
        return button


def arrange(
    dialog: QDialog, view: QWidget, side: QWidget, notices: Notices, foot: PaperFoot
) -> None:
    """Put the pages at the left; at the right the choices scroll, what is said and done stays."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = dialog.screen().availableGeometry()
    dialog.resize(min(_WIDTH_PX, room.width()), min(_HEIGHT_PX, room.height()))
    left = QVBoxLayout()
    left.setSpacing(12)
    title = plain_label(dialog.windowTitle(), "title")
    dialog.windowTitleChanged.connect(title.setText)
    left.addWidget(title)
    left.addWidget(view, 1)
    column = ScrollColumn(padding_px=0)
    column.body.addWidget(side)
    right = QVBoxLayout()
    right.setSpacing(12)
    right.addWidget(column, 1)
    right.addWidget(notices)
    right.addWidget(foot)
    for widget in (column, notices, foot):
        widget.setFixedWidth(_SIDE_PX)
    layout = QHBoxLayout(dialog)
    layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
    layout.setSpacing(_MARGIN_PX)
    layout.addLayout(left, 1)
    layout.addLayout(right)
