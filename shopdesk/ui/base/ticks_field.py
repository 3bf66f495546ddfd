"""Some of several, as boxes to tick that go on in the next line where they do not fit.

field = form.add("excluded", N_("E&xcluded"), TicksField([("press", _("Newspapers"))]))
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from shopdesk.ui.base.flow import FlowLayout

_GAP_PX = 10


class TicksField(QWidget):
    """Its value is the frozen set of the ticked keys."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        flow = FlowLayout(self, _GAP_PX)
        self._boxes = {key: QCheckBox(words.replace("&", "&&")) for key, words in choices}
        for box in self._boxes.values():
            flow.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> frozenset[str]:
        """Return the keys that are ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def set_value(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        ticked = set(keys)
        with QSignalBlocker(self):
            for key, box in self._boxes.items():
                box.setChecked(key in ticked)
        self.changed.emit()

    def complaint(self) -> str:
        """Find nothing wrong: any of them are right, and none."""
        return ""
