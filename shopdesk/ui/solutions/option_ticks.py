"""The options of a solution, each with a box to tick and what it came to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import current_language
from shopdesk.rules.solutions import OptionStats, Solution, SolutionOption, Stats
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.solutions.words import amount_text, stats_text


class OptionTick(QWidget):
    """One option; a click anywhere on it ticks it."""

    def __init__(
        self, option: SolutionOption, past: OptionStats | None, *, can_offer: bool
    ) -> None:
        super().__init__()
        self.option = option
        self._can_offer = can_offer
        title = option.title(current_language())
        about = stats_text(past) if past is not None else amount_text(option)
        self.box = QCheckBox()
        self.box.setChecked(True)
        if not can_offer:
            self.box.hide()
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(about)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(wrapped_label(title))
        if about:
            words.addWidget(wrapped_label(about, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it, or not."""
        if self._can_offer and self.rect().contains(event.position().toPoint()):
            self.box.toggle()


class OptionTicks(QWidget):
    """All of a solution's options, ticked to begin with; only told where none can be offered."""

    def __init__(self, solution: Solution, stats: Stats, *, can_offer: bool) -> None:
        super().__init__()
        keys = {option.code: (solution.code, option.code) for option in solution.options}
        self.ticks = [
            OptionTick(option, stats.get(keys[option.code]), can_offer=can_offer)
            for option in solution.options
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        for tick in self.ticks:
            layout.addWidget(tick)

    def chosen(self) -> list[SolutionOption]:
        """Return the options that are ticked, in their order."""
        return [tick.option for tick in self.ticks if tick.box.isChecked()]
