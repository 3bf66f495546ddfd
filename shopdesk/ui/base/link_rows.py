"""A line that leads to another record: its name as a link, a word about it, its state.

section.show_widgets([LinkRow(LinkWords(number, reason, state, tone), follow) for ...])
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import ElidedLabel, link_button
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What a line says; without a `state` there is no pill."""

    name: str
    about: str
    state: str = ""
    tone: Tone = "muted"


class LinkRow(QWidget):
    """One line, followed by mouse or keyboard."""

    def __init__(self, words: LinkWords, follow: Callable[[], None]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.link = link_button(words.name, follow)
        row.addWidget(self.link)
        row.addWidget(ElidedLabel(words.about, "muted"), 1)
        if words.state:
            row.addWidget(Badge(words.state, words.tone))
