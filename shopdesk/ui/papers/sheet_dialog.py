"""A label sheet of the shop's own: its measures, drawn to scale while they are typed.

new_sheet(bench, window).open()                # done_saving gives the new sheet's code
new_sheet(bench, window, like=PRESETS["sheet:a4-2x4"]).open()
change_sheet(bench, window, row).open()
"""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.label_sheets import LabelSheetRow
from shopdesk.rules.label_sheets import PRESETS, LabelSheet, own_code, why_not
from shopdesk.rules.lengths import UNITS, Unit
from shopdesk.services.paper_drafts import LabelSheetDraft
from shopdesk.settings import Settings
from shopdesk.ui.base.keeping import keep
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.split_dialog import SplitDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.papers.sheet_drawing import SheetDrawing
from shopdesk.ui.papers.sheet_fields import SheetFields
from shopdesk.ui.papers.sheet_test import SheetTestButton
from shopdesk.ui.workbench import Workbench

ADDED, CHANGED = N_("Label sheet added."), N_("Label sheet changed.")
_FIRST = {"in": "sheet:letter-2x5", "mm": "sheet:a4-2x4"}
Save = Callable[[Session, LabelSheetDraft], int]


class LabelSheetDialog(SplitDialog):
    """What does not fit is red in the drawing and said at its field, before anything is saved."""

    def __init__(
        self, bench: Workbench, parent: QWidget, sheet: LabelSheet, label: str, save: Save
    ) -> None:
        self.drawing = SheetDrawing()
        self.count = plain_label("", "muted")
        self.test = SheetTestButton(bench)
        super().__init__(parent, _("Label sheet"), _column(self.drawing, self.count, self.test))
        self._bench, self._label, self._save = bench, label, save
        self.fields = SheetFields(self.form, unit_of(bench.desk.settings.now))
        self.fields.fill(sheet)
        self.form.settle()
        for field in self.form.fields:
            field.changed.connect(self._weigh)  # type: ignore[attr-defined] # of every field
        self.fields.unit.changed.connect(self._keep_unit)
        self._weigh()

    def save(self) -> None:
        """Write the sheet."""
        sheet, save = self.fields.sheet(), self._save
        if sheet is None:
            return  # a field complains
        draft = draft_of(sheet)
        self._bench.operations.write(
            self._label, lambda session: save(session, draft), self.saved, self.refused
        )

    def saved(self, value: Any, change: Change) -> None:  # noqa: ANN401 - the sheet's id
        """Close with the sheet's code, and offer to take it back."""
        super().saved(own_code(value), change)
        offer_undo(self._bench, change, _(self._label))

    def _weigh(self) -> None:
        """Show the sheet as it stands in the fields, and what is wrong with it."""
        sheet = self.fields.sheet()
        self.fields.complain(
            {} if sheet is None else why_not(sheet, UNITS[self.fields.unit.value()])
        )
        self.drawing.show_sheet(sheet)
        self.test.offer(sheet)
        n = 0 if sheet is None else sheet.count
        self.count.setText(ngettext("{n} label", "{n} labels", n).format(n=n) if n else "")

    def _keep_unit(self) -> None:
        keep(self._bench, length_unit=self.fields.unit.value())


def new_sheet(
    bench: Workbench, parent: QWidget, like: LabelSheet | None = None
) -> LabelSheetDialog:
    """Return a dialog for a further sheet, with the measures of `like` or of a usual one."""
    unit = unit_of(bench.desk.settings.now)
    begun = like or PRESETS[_FIRST[unit.code]]
    return LabelSheetDialog(bench, parent, replace(begun, code="", name=""), ADDED, _add)


def change_sheet(bench: Workbench, parent: QWidget, row: LabelSheetRow) -> LabelSheetDialog:
    """Return a dialog for a sheet as it was read; refused if somebody changed it meanwhile."""

    def save(session: Session, draft: LabelSheetDraft) -> int:
        written: int = services.label_sheets.save_label_sheet(session, draft, row.id, row.version)
        return written

    return LabelSheetDialog(bench, parent, row.sheet, CHANGED, save)


def unit_of(settings: Settings) -> Unit:
    """Return the unit that was chosen last, at first the one of the system's country."""
    is_american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return UNITS.get(settings.length_unit) or UNITS["in" if is_american else "mm"]


def draft_of(sheet: LabelSheet) -> LabelSheetDraft:
    """Return what is written of a sheet: all but its code."""
    names = (each.name for each in fields(LabelSheetDraft))
    return LabelSheetDraft(**{name: getattr(sheet, name) for name in names})


def _add(session: Session, draft: LabelSheetDraft) -> int:
    added: int = services.label_sheets.save_label_sheet(session, draft)
    return added


def _column(drawing: QWidget, count: QWidget, button: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(drawing, 1)
    layout.addWidget(count)
    layout.addWidget(button)
    return holder
