"""The window that says why a shop cannot be opened, and offers what can be done about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from shopdesk.i18n import N_, _
from shopdesk.storage.start import Action, Refused
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.icons import icon

BUTTONS = {
    Action.RETRY: N_("Try &again"),
    Action.RESTORE: N_("&Restore the newest good backup"),
    Action.TAKE_OVER: N_("&Take over"),
    Action.CHOOSE_FOLDER: N_("Choose another &folder…"),
}
WIDTH_PX = 720


class RefusalWindow(QDialog):
    """One sentence and its buttons; nothing of the shop is touched while it stands."""

    wanted = Signal(object)
    """The Action of the button that was pressed."""

    def __init__(self, refused: Refused, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setFixedWidth(WIDTH_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("The shop cannot be opened"), "title"))
        layout.addWidget(plain_label(refused.sentence, wrap=True))
        layout.addWidget(plain_label(_("Folder: {path}").format(path=folder), "small", wrap=True))
        layout.addSpacing(8)
        layout.addLayout(self._make_buttons(refused.actions))

    def _make_buttons(self, actions: tuple[Action, ...]) -> QHBoxLayout:
        """Put what is advised first, and Enter on it; without a button of its own on Close."""
        row = QHBoxLayout()
        row.addStretch(1)
        for action in actions:
            if action in BUTTONS:
                row.addWidget(self._make_button(action, is_advised=action is actions[0]))
        close = QPushButton(_("&Close"))
        close.setAutoDefault(False)
        close.setDefault(actions[0] not in BUTTONS)
        close.clicked.connect(lambda _on=False: self.reject())
        row.addWidget(close)
        return row

    def _make_button(self, action: Action, *, is_advised: bool) -> QPushButton:
        button = QPushButton(_(BUTTONS[action]))
        button.setProperty("kind", "primary" if is_advised else "plain")
        button.setAutoDefault(False)
        button.setDefault(is_advised)
        button.clicked.connect(lambda _on=False: self.wanted.emit(action))
        return button
