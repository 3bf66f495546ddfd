"""Two lines that lead to another record: its name as a link with its state, a word about it.

section.show_widgets([LinkRow(LinkWords(number, reason, state, tone), follow) for ...])
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import ElidedLabel, link_button
from shopdesk.ui.theme import Tone

_LINK_PADDING_PX = 3


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What the lines say; without a `state` there is no pill."""

    name: str
    about: str
    state: str = ""
    tone: Tone = "muted"


class LinkRow(QWidget):
    """Followed by mouse or keyboard."""

    def __init__(self, words: LinkWords, follow: Callable[[], None]) -> None:
        super().__init__()
        self.link = link_button(words.name, follow)
        self.link.setAccessibleDescription(f"{words.state} {words.about}".strip())
        first = QHBoxLayout()
        first.setContentsMargins(-_LINK_PADDING_PX, 0, 0, 0)
        first.addWidget(self.link)
        first.addStretch(1)
        if words.state:
            first.addWidget(Badge(words.state, words.tone))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(first)
        rows.addWidget(ElidedLabel(words.about, "muted"))
