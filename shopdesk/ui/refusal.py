"""The window that says why a shop cannot be opened, and offers what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
WIDTH_PX = 560


class RefusalWindow(QWidget):
    """One sentence and its buttons; nothing of the shop is touched while it stands."""

    wanted = Signal(object)
    """The Action of the button that was pressed."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.setWindowTitle("ShopDesk")
        self.setWindowIcon(icon("shopdesk"))
        self.setFixedWidth(WIDTH_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(plain_label(_("The shop cannot be opened"), "title"))
        layout.addWidget(plain_label(refused.sentence, wrap=True))
        layout.addLayout(self._buttons(refused))

    def _buttons(self, refused: Refused) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        offered = [action for action in refused.actions if action in BUTTONS]
        for place, action in enumerate(offered):
            button = QPushButton(_(BUTTONS[action]))
            button.setProperty("kind", "primary" if place == 0 else "plain")
            button.setDefault(place == 0)
            button.clicked.connect(lambda _on=False, chosen=action: self.wanted.emit(chosen))
            row.addWidget(button)
        close = QPushButton(_("&Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        return row
