"""Labels and values one under the other; values wrap, and some are copied by a click.

facts = Facts(said=messages.toast)
facts.set_facts([Fact(_("Reason"), row.reason), Fact(_("Waybill"), row.waybill, copy=True)])
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.i18n import _
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label

_LABEL_MIN_PX = 64


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; a fact without a value is not shown. `follow` makes the value a link.

    `shown` stands in the place of a value that is hidden until somebody asks for it.
    """

    label: str
    value: str
    copy: bool = False
    follow: Callable[[], None] | None = None
    shown: str = ""


class Facts(QWidget):
    """Two columns: what it is, and what it says."""

    def __init__(
        self,
        said: Callable[[str], None] = lambda _sentence: None,
        label_min_px: int = _LABEL_MIN_PX,
    ) -> None:
        super().__init__()
        self._said = said
        self._facts: Sequence[Fact] = ()
        self._record: Hashable = None
        self._reveals = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_min_px)
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[Fact], record: Hashable = None) -> None:
        """Show other facts; what was asked for stays shown as long as `record` is the same."""
        self._reveals = self._reveals and record == self._record
        self._record = record
        self._facts = [fact for fact in facts if fact.value]
        self._fill()

    @property
    def has_any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._facts)

    def reveal(self) -> None:
        """Show what is hidden."""
        self._reveals = True
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for n, fact in enumerate(self._facts):
            self._grid.addWidget(plain_label(fact.label, "muted"), n, 0, top)
            self._grid.addWidget(self._value(fact), n, 1)
        if any(fact.shown for fact in self._facts) and not self._reveals:
            show = link_button(_("Show in full"), self.reveal)
            self._grid.addWidget(show, len(self._facts), 1, Qt.AlignmentFlag.AlignLeft)

    def _value(self, fact: Fact) -> QWidget:
        if fact.follow is not None:
            return link_button(fact.value, fact.follow)
        if fact.copy:
            return CopyLabel(fact.value, self._said, "" if self._reveals else fact.shown)
        shown = fact.value if self._reveals else fact.shown or fact.value
        label = wrapped_label(shown)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(f"{fact.label}: {shown}")
        return label
