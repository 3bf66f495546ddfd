"""What stands in the window: the rail, the top bar, the message bar and the stack of pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.ui.base.message_bar import MessageBar
from shopdesk.ui.base.rail import Rail
from shopdesk.ui.base.toast import Toast
from shopdesk.ui.workbench import Workbench

_MARGIN_PX = 20
_TOP_PX = 14


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One place to go; `make` is called when it is first shown. `title` is marked.

    A page with `under` has no entry of its own in the rail: the one named there is lit.
    """

    key: str
    title: str
    icon: str
    make: Callable[[Workbench], QWidget]
    foot: bool = False
    gap_above: bool = False
    under: str = ""


class Shell(QWidget):
    """Made anew when the language is switched; it knows places, not what happens there."""

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.rail = Rail([(e.key, e.title, e.icon, e.foot, e.gap_above) for e in in_rail(entries)])
        self.top = QHBoxLayout()
        self.bar = MessageBar()
        self.stack = QStackedWidget()
        self.toast = Toast(self.rail, self.rail.gap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._make_right(), 1)

    def _make_right(self) -> QVBoxLayout:
        self.top.setSpacing(8)
        self.top.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(_MARGIN_PX, _TOP_PX, _MARGIN_PX, _TOP_PX)
        right.setSpacing(12)
        right.addLayout(self.top)
        right.addWidget(self.bar)
        right.addWidget(self.stack, 1)
        return right


def in_rail(entries: Sequence[PageEntry]) -> list[PageEntry]:
    """Return the pages that the rail leads to, in its order."""
    return [entry for entry in entries if not entry.under]
