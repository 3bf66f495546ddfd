"""A form in a window of its own, shown with `open()` and never waited for.

    class ShopDialog(FormDialog):
        def __init__(self, bench: Workbench, parent: QWidget) -> None:
            super().__init__(parent, _("Shop"))
            self.name = self.form.add("name", N_("&Name"), LineField(80))
            self.form.settle()

        def save(self) -> None:
            draft = ShopDraft(name=self.name.value())
            self.bench.operations.write(N_("Shop changed"), partial(change_shop, draft=draft),
                                        self.saved, self.refused)

Enter saves, Escape asks only if something was typed; a refusal keeps all that was typed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import _
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.mnemonics import settle_mnemonics
from shopdesk.ui.base.scroll import FormColumn
from shopdesk.ui.desk import Change

_WIDTH_PX = 460
_MARGIN_PX = 20
_FRAME_PX = 40
"""What the window's own frame takes of the screen."""


class FormDialog(QDialog):
    """Subclasses add fields to `form` and say in `save` what is written."""

    done_saving = Signal(object)
    """The use case's answer, after the dialog has closed."""

    def __init__(self, parent: QWidget, title: str, save_text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._layout = QVBoxLayout(self)
        self.form = Form()
        self._column = FormColumn(self.form)
        self.save_button = QPushButton(save_text or _("&Save"))
        self.save_button.setProperty("kind", "primary")
        self.cancel_button = QPushButton(_("Cancel"))
        self._set_up(title)
        self._connect()

    def save(self) -> None:
        """Write what the form holds; called only when no field complains.

        A FieldError, for what only the form can know, is shown at its field.
        """
        raise NotImplementedError

    def saved(self, value: object, _change: Change) -> None:
        """Close after a write; hand this to `operations.write`."""
        self.accept()
        self.done_saving.emit(value)

    def refused(self, error: ShopDeskError) -> None:
        """Show a refusal and stay open; hand this to `operations.write`."""
        self.save_button.setEnabled(True)
        self.form.refuse(error)
        self._grow()

    def reject(self) -> None:
        """Close, after asking if something was typed."""
        if not self.form.is_touched:
            super().reject()
            return
        ask_to_throw_away(self, super().reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the first field, with room for all sentences."""
        super().showEvent(event)
        self._name_keys()
        settle_mnemonics(self)
        self._order()
        self._grow()

    def _name_keys(self) -> None:
        """Say on the button what saves a text in which Enter begins a new line."""
        fields = self.form.fields
        if fields and all(isinstance(field, NoteField) for field in fields):
            keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
            words = self.save_button.text().removesuffix(keys).strip()
            self.save_button.setText(f"{words}  {keys}")

    def _order(self) -> None:
        """Let Tab lead through the fields to the buttons, though the buttons were made first."""
        fields = self.form.fields
        if fields:
            fields[0].setFocus()
            QWidget.setTabOrder(fields[-1], self.save_button)
            QWidget.setTabOrder(self.save_button, self.cancel_button)

    def _grow(self) -> None:
        """Take the room that the sentences need, up to what the screen has; then it scrolls."""
        self._column.updateGeometry()
        self._layout.activate()
        around = self._layout.totalSizeHint().height() - self._column.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME_PX
        wanted = min(around + self._column.height_for(self._inner_px), room)
        if wanted != self.height():
            self.resize(self.width(), wanted)

    @property
    def _inner_px(self) -> int:
        margins = self._layout.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _submit(self) -> None:
        if not self.save_button.isEnabled():
            return  # it is being saved: a second Enter must not save it twice
        self.save_button.setEnabled(False)
        try:
            self.save()
        except FieldError as error:
            self.refused(error)

    def _press(self) -> None:
        if self.form.accepts():
            self._submit()

    def _set_up(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout = self._layout
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(16)
        layout.addWidget(plain_label(title, "title", wrap=True))
        layout.addWidget(self._column, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.form.submitted.connect(self._submit)
        self.form.changed.connect(self._grow)
        self.form.submitted_primary.connect(self._submit)
        self.save_button.clicked.connect(self._press)
        self.cancel_button.clicked.connect(self.reject)
