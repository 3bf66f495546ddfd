"""Labels and values one under the other; values wrap, and some are copied by a click.

facts = Facts(said=messages.toast)
facts.set_facts([Fact(_("Reason"), row.reason), Fact(_("Waybill"), row.waybill, copy=True)])
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label

_LABEL_MIN_PX = 64


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; a fact without a value is not shown. `follow` makes the value a link."""

    label: str
    value: str
    copy: bool = False
    follow: Callable[[], None] | None = None


class Facts(QWidget):
    """Two columns: what it is, and what it says."""

    def __init__(
        self,
        said: Callable[[str], None] = lambda _sentence: None,
        label_min_px: int = _LABEL_MIN_PX,
    ) -> None:
        super().__init__()
        self._said = said
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_min_px)
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for n, fact in enumerate(fact for fact in facts if fact.value):
            self._grid.addWidget(plain_label(fact.label, "muted"), n, 0, top)
            self._grid.addWidget(self._value(fact), n, 1)

    def _value(self, fact: Fact) -> QWidget:
        if fact.follow is not None:
            return link_button(fact.value, fact.follow)
        if fact.copy:
            return CopyLabel(fact.value, self._said)
        label = wrapped_label(fact.value)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(f"{fact.label}: {fact.value}")
        return label
