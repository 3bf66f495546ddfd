"""One finding on the card: what it is taken for, and the field that would take it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.pasting import KINDS, Finding
from shopdesk.ui.base.labels import ElidedLabel, plain_tooltip
from shopdesk.ui.pasting.targets import PasteTarget

_SHOWN = 40


class PasteRow(QWidget):
    """Ticked from the start where it is sure and its field is empty."""

    agreed = Signal()

    def __init__(self, finding: Finding, target: PasteTarget | None, *, first: bool) -> None:
        super().__init__()
        self.finding = finding
        self.target = target
        self._tick = QCheckBox(_short(_words(finding)).replace("&", "&&"))
        self._tick.setToolTip(plain_tooltip(finding.value))
        self._tick.setEnabled(target is not None)
        self._tick.setChecked(target is not None and finding.sure and first and not target.now())
        self._tick.toggled.connect(lambda on: self.agreed.emit() if on else None)
        note = ElidedLabel(_note(finding, target), "muted")
        self._tick.setAccessibleDescription(note.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._tick)
        row.addWidget(note, 1)

    @property
    def text(self) -> str:
        """What the row says."""
        return self._tick.text()

    @property
    def note(self) -> str:
        """Where it would go, and what there is to think of."""
        return self._tick.accessibleDescription()

    @property
    def is_agreed(self) -> bool:
        """Whether it is to be filled in."""
        return self._tick.isChecked()

    def agree(self) -> None:
        """Tick it."""
        self._tick.setChecked(True)

    def refuse(self) -> None:
        """Take its tick away."""
        self._tick.setChecked(False)

    def fill(self) -> None:
        """Put it in its field."""
        if self.target is not None:
            self.target.put(self.finding)


def _words(finding: Finding) -> str:
    value = f"{finding.value} {finding.currency}".strip()
    return _("{kind}: {value}").format(kind=_(KINDS[finding.kind]), value=value)


def _note(finding: Finding, target: PasteTarget | None) -> str:
    if target is None:
        return _("not asked for here")
    now = _short(target.now())
    if now and now != finding.value:
        return _("→ {field}, in place of “{now}”").format(field=target.label, now=now)
    where = _("→ {field}").format(field=target.label)
    return where if finding.sure else _("{where}, if that is right").format(where=where)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
