"""Which option the buyer chose: by its number, an arrow, or a click."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.states import Step
from shopdesk.services.complaint_drafts import ChoiceDraft
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.dialogs.complaints.form import ComplaintStepDialog
from shopdesk.ui.dialogs.complaints.option_words import option_words
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000


class OptionField(QWidget):
    """The options that were offered, one under the other; its value is the id of the chosen."""

    changed = Signal()

    def __init__(self, options: Sequence[OptionRow], words: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for n, (option, said) in enumerate(zip(options, words, strict=True), start=1):
            button = QRadioButton(_("{n}  {option}").format(n=n, option=said).replace("&", "&&"))
            button.setAccessibleName(said)
            self._group.addButton(button, option.id)
            layout.addWidget(button)
            if option.chosen_at:
                button.setChecked(True)
        self._group.idToggled.connect(lambda _id, _on: self.changed.emit())
        if self._group.buttons():
            self.setFocusProxy(self._group.buttons()[0])

    def value(self) -> int:
        """Return the chosen option's id; 0 for none."""
        return max(0, self._group.checkedId())

    def complaint(self) -> str:
        """Find nothing wrong: what is missing is told on saving."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number."""
        buttons = self._group.buttons()
        nth = event.text()
        if nth.isdecimal() and 1 <= int(nth) <= len(buttons):
            buttons[int(nth) - 1].setChecked(True)
            buttons[int(nth) - 1].setFocus()
        else:
            super().keyPressEvent(event)


class ChoiceDialog(ComplaintStepDialog):
    """Shows what was offered, and takes what the buyer said to it."""

    def __init__(
        self, bench: Workbench, found: ComplaintDetail, step: Step, parent: QWidget
    ) -> None:
        super().__init__(bench, found, step, parent, _("&Note the choice"))
        offered = [option for option in found.options_now if option.offered_at]
        words = [option_words(option, found.case.currency) for option in offered]
        field = OptionField(offered, words)
        self.option = self.form.add("option_id", N_("&Chosen"), field)
        self.note = self.form.add("note", N_("&Buyer's words"), NoteField(_NOTE_LENGTH))
        self.form.settle()

    def draft(self) -> ChoiceDraft:
        """Return the choice."""
        return ChoiceDraft(self.option.value(), self.note.value())
