"""The last view: what was imported, its Undo, and where to go from there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.ui.base.notice import Notice

_WIDTH_PX = 560


class ResultView(QWidget):
    """One sentence and a row of buttons; the first is the likely next step."""

    def __init__(self, steps: tuple[tuple[str, Callable[[], None]], ...]) -> None:
        super().__init__()
        self.notice = Notice("", "good")
        self.notice.setFixedWidth(_WIDTH_PX)
        self.buttons = [_button(text, step) for text, step in steps]
        self.buttons[0].setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row)
        layout.addStretch(3)
        self.setFocusProxy(self.buttons[0])

    def show_counts(self, new: int, changed: int, shop_name: str) -> str:
        """Say what was written and return the sentence."""
        sentence = _counted(new, changed).format(
            new=new, changed=changed, n=new + changed, shop=shop_name
        )
        self.notice.set_text(sentence, "good")
        return sentence


def _counted(new: int, changed: int) -> str:
    if new and changed:
        return _("Orders imported into {shop}: {new} new, {changed} changed.")
    if changed:
        return ngettext(
            "{n} order in {shop} brought up to date.",
            "{n} orders in {shop} brought up to date.",
            changed,
        )
    return ngettext("{n} order imported into {shop}.", "{n} orders imported into {shop}.", new)


def _button(text: str, step: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)  # Enter presses it, too
    button.clicked.connect(lambda _checked=False: step())
    return button
