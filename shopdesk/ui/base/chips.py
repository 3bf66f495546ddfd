"""Pills of which one is chosen: the states over a list, or the answers of a form.

chips = ChipRow((Chip("open", N_("Open")), Chip("closed", N_("Closed"))), _("State"))
chips.chosen.connect(self.show_state)          # the chip's key
chips.set_counts({"open": 31})
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
CAPPED = 1_000


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice; `title` is marked for translation."""

    key: str
    title: str


class ChipRow(QWidget):
    """One of several, by mouse, arrows, or the number of the chip; Tab enters and leaves it."""

    chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip], name: str, *, preset: bool = True) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._tell)
        self.set_chips(chips)
        if preset and chips:
            self.choose(chips[0].key)

    @property
    def current(self) -> str:
        """The key of the chosen chip; empty when none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Offer other choices; the chosen one stays if it is among them."""
        kept = self.current
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
            self._flow.removeWidget(button)
        self._titles = {chip.key: _(chip.title) for chip in chips}
        self._buttons = {chip.key: self._made(_(chip.title)) for chip in chips}
        if kept in self._buttons:
            self.choose(kept)

    def choose(self, key: str) -> None:
        """Choose a chip without telling anyone."""
        self._buttons[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are behind each chip; a capped count ends in a plus."""
        for key, count in counts.items():
            if key in self._buttons:
                self._count(self._buttons[key], self._titles[key], count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next one with an arrow, the nth one with its number."""
        keys = list(self._buttons)
        step = _STEPS.get(Qt.Key(event.key()))
        nth = event.key() - Qt.Key.Key_1
        if step is not None and keys:
            at = keys.index(self.current) if self.current else -1
            self._pick(keys[(at + step) % len(keys)])
        elif 0 <= nth < min(9, len(keys)):
            self._pick(keys[nth])
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str) -> None:
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[key].click()

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def _made(self, title: str) -> QPushButton:
        button = _ChipButton(title.replace("&", "&&"))
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.setAccessibleName(title)
        self._group.addButton(button)
        self._flow.addWidget(button)
        return button

    @staticmethod
    def _count(button: QPushButton, title: str, count: int) -> None:
        shown = f"{count}" if count <= CAPPED else f"{CAPPED}+"
        button.setText(f"{title} {shown}".replace("&", "&&"))
        button.setAccessibleName(f"{title}, {shown}")


class _ChipButton(QPushButton):
    """Leaves the arrows and figures to its row; has room for its words in bold."""

    def sizeHint(self) -> QSize:
        """Add what the chosen state's weight needs, so that choosing moves nothing."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = self.text()
        wider = QFontMetrics(bold).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(
            words
        )
        return super().sizeHint() + QSize(max(0, wider), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()
