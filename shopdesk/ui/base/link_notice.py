"""A notice with the ways to what it speaks of; it takes no room while it says nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Way:
    """The number of what one is led to, and what leads there."""

    number: str
    follow: Callable[[], None]


class LinkNotice(QWidget):
    """Says a sentence in a tone of `Notice`, with a link for each of its ways."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone: Tone = tone
        self.notice = Notice("", tone)
        links = QWidget()
        self._links = QHBoxLayout(links)
        self._links.setContentsMargins(0, 0, 0, 0)
        self.notice.add(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        self.hide()

    def say(self, sentence: str, ways: Iterable[Way]) -> None:
        """Show a sentence with its links."""
        self.notice.set_text(sentence, self._tone)
        clear(self._links)
        for way in ways:
            link = link_button(way.number, way.follow)
            link.setAccessibleName(_("Open {name}").format(name=way.number))
            self._links.addWidget(link)
        self.show()
