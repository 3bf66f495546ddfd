"""The same text in both languages, the person's own first, as one field of a form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import LANGUAGES, _, current_language
from shopdesk.ui.base.fields import LineField, NoteField

_GAP_PX = 12


class TwinField(QWidget):
    """Its value is the text of each language; `make` gives the field of one."""

    changed = Signal()

    def __init__(self, make: Callable[[], LineField | NoteField]) -> None:
        super().__init__()
        own_first = sorted(LANGUAGES, key=lambda language: language != current_language())
        self.fields = {language: make() for language in own_first}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for language, field in self.fields.items():
            field.setPlaceholderText(LANGUAGES[language])
            field.changed.connect(self.changed)
            row.addWidget(field, 1)
        self.setFocusProxy(next(iter(self.fields.values())))

    def value(self) -> dict[str, str]:
        """Return the text of each language."""
        return {language: field.value() for language, field in self.fields.items()}

    def set_value(self, texts: Mapping[str, str]) -> None:
        """Put texts in; a language without one is emptied."""
        for language, field in self.fields.items():
            field.set_value(texts.get(language, ""))

    def complaint(self) -> str:
        """Tell the first text that is too long for its place."""
        return next(filter(None, (field.complaint() for field in self.fields.values())), "")

    def setAccessibleName(self, name: str) -> None:
        """Name the field of each language as well: a screen reader meets it by itself."""
        super().setAccessibleName(name)
        for language, field in self.fields.items():
            named = _("{field}, {language}").format(field=name, language=LANGUAGES[language])
            field.setAccessibleName(named)
