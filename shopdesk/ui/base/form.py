"""A form: labelled fields, and a refusal shown at the field that it is about.

    form = Form()
    name = form.add("name", N_("&Name"), LineField(80))
    form.submitted.connect(self.save)                       # Enter
    form.submitted_primary.connect(self.save_and_print)     # Ctrl+Enter
    ...
    operations.write(label, work, self.saved, refused=form.refuse)

The names are those of the draft's attributes, so a `FieldError` finds its field.
"""

from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import _
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.fields import CheckField, Field
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.scroll import bring_into_view

FieldT = TypeVar("FieldT", bound=QWidget)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Form(QWidget):
    """Fields one under the other, each with its label at the left."""

    submitted = Signal()
    submitted_primary = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._notice = Notice("", "late")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._notice, 0, 0, 1, 2)
        self._notice.hide()
        self._opened: dict[str, Any] = {}

    def add(self, name: str, label: str, field: FieldT, hint: str = "") -> FieldT:
        """Add a field under a label marked for translation, with `&` before its letter."""
        row = self._grid.rowCount()
        error = plain_label("", "error", wrap=True)
        error.hide()
        words = plain_label(_(label), "muted")
        words.setBuddy(field)
        field.setAccessibleName(plain_text(_(label)))
        if not isinstance(field, CheckField):
            self._grid.addWidget(words, row, 0)
            self._labels[name] = words
        self._grid.addWidget(field, row, 1)
        if hint:
            self._grid.addWidget(plain_label(hint, "small", wrap=True), row + 1, 1)
        self._grid.addWidget(error, row + 2, 1)
        self._grid.setRowMinimumHeight(row + 3, 6)
        self.watch(name, field, error)
        return field

    def watch(self, name: str, field: QWidget, error: QLabel) -> None:
        """Take care of a field that stands elsewhere, with the label for its refusals."""
        self._fields[name] = field
        self._errors[name] = error
        self._opened[name] = _as_field(field).value()
        _as_field(field).changed.connect(lambda: self._check(name))

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field and its label, or neither: what is asked may depend on an answer."""
        for widget in (self._labels.get(name), self._fields[name]):
            if widget is not None:
                widget.setVisible(shown)
        self._errors[name].setVisible(shown and bool(self._errors[name].text()))

    @property
    def fields(self) -> list[QWidget]:
        """The fields in the order in which they were added."""
        return list(self._fields.values())

    def add_row(self, widget: QWidget) -> None:
        """Add anything else, over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields, by name."""
        return {name: _as_field(field).value() for name, field in self._fields.items()}

    def settle(self) -> None:
        """Take what stands there now as the untouched state; call it after filling in."""
        self._opened = self.values()

    @property
    def is_touched(self) -> bool:
        """Whether something would be lost by going away."""
        return self.values() != self._opened

    def accepts(self) -> bool:
        """Tell whether no field complains; otherwise go to the first that does."""
        complaining = [name for name in self._fields if self._check(name)]
        if complaining:
            self._lead_to(complaining[0])
        return not complaining

    def refuse(self, error: ShopDeskError) -> None:
        """Show a refusal at its field, or over the fields when it is about none of them."""
        if isinstance(error, FieldError) and error.field in self._fields:
            self._show(error.field, error.sentence)
            self._lead_to(error.field)
            return
        self._notice.set_text(error.sentence, "late")
        self._notice.show()

    def sentence_at(self, name: str) -> str:
        """Return what is said under a field now."""
        return self._errors[name].text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, take the primary step with Ctrl+Enter."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & _CONTROL:
            self._submit(self.submitted_primary)
        else:
            self._submit(self.submitted)

    def _submit(self, signal: Any) -> None:  # noqa: ANN401 - a bound signal
        self._notice.hide()
        if self.accepts():
            signal.emit()

    def _lead_to(self, name: str) -> None:
        """Go to a field, and show what is said under it where the form scrolls."""
        self._fields[name].setFocus()
        bring_into_view(self._fields[name], self._errors[name])

    def _check(self, name: str) -> str:
        sentence = _as_field(self._fields[name]).complaint()
        self._show(name, sentence)
        self.changed.emit()
        return sentence

    def _show(self, name: str, sentence: str) -> None:
        label, field = self._errors[name], self._fields[name]
        if label.text() == sentence and label.isHidden() != bool(sentence):
            return
        label.setText(sentence)
        label.setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)
        field.setProperty("refused", bool(sentence))
        field.style().unpolish(field)
        field.style().polish(field)


def _as_field(widget: QWidget) -> Field:
    return cast("Field", widget)
