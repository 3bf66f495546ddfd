"""What happened, newest first: when at the left, what at the right.

timeline = Timeline()
timeline.set_events([Event(_("Today 09:12"), _("Parcel scanned in"), by="小李")])
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.theme import Tone

_WHEN_MIN_PX = 84


@dataclass(frozen=True, slots=True)
class Event:
    """One entry, worded for people; `by` is who did it, `note` what was written to it."""

    when: str
    text: str
    by: str = ""
    note: str = ""
    tone: Tone = "text"


class Timeline(QWidget):
    """The entries in the order in which they are given."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _WHEN_MIN_PX)
        self._grid.setColumnStretch(1, 1)

    def set_events(self, events: Sequence[Event]) -> None:
        """Show other entries."""
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for n, event in enumerate(events):
            self._grid.addWidget(plain_label(event.when, "muted"), 2 * n, 0, top)
            said = f"{event.text} · {event.by}" if event.by else event.text
            self._grid.addWidget(wrapped_label(said), 2 * n, 1, top)
            if event.note:
                self._grid.addWidget(wrapped_label(event.note, "muted"), 2 * n + 1, 1, top)
