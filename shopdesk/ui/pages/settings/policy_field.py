"""The choice of a policy preset, with where it comes from under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.rules.presets import POLICIES
from shopdesk.rules.source_words import source_text
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labels import plain_label


class PolicyField(QWidget):
    """A field of a form; its value is a key of POLICIES."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = ChoiceField([(policy.code, _(policy.name)) for policy in POLICIES.values()])
        self._source = plain_label("", "small", wrap=True)
        self.setFocusProxy(self._choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._choice)
        layout.addWidget(self._source)
        self._choice.changed.connect(self._show_source)
        self._show_source()

    def value(self) -> str:
        """Return the code of the preset."""
        return self._choice.value()

    def set_value(self, code: str) -> None:
        """Choose a preset by its code."""
        self._choice.set_value(code)

    def complaint(self) -> str:
        """Find nothing wrong: all presets are right."""
        return self._choice.complaint()

    def setAccessibleName(self, name: str) -> None:
        """Name the choice, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self._choice.setAccessibleName(name)

    def _show_source(self) -> None:
        sentence = source_text(POLICIES[self.value()], Formats(current_language()))
        self._source.setText(sentence)
        self._choice.setAccessibleDescription(sentence)
        self.changed.emit()
