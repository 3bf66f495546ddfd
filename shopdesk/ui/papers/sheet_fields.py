"""The fields of a label sheet: its name, the sheet it is on, and its lengths in one unit.

fields = SheetFields(form, UNITS["mm"])
fields.fill(sheet)
fields.sheet()                                 # None while a length is none
"""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.label_sheets import BASES, LabelSheet
from shopdesk.rules.lengths import UNITS, Unit
from shopdesk.ui.base.fields import ChoiceField, LineField, QuantityField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labelled import Labelled
from shopdesk.ui.papers.length_field import LengthField

_NAME_LENGTH = 200
_MOST = 50
_BETWEEN_PX = 16
_LENGTHS = {
    "width": N_("Label &width"),
    "height": N_("Label &height"),
    "left": N_("&Left margin"),
    "top": N_("&Top margin"),
    "gutter_x": N_("&Gap beside a label"),
    "gutter_y": N_("Gap &below a label"),
}
_PAIRS = (("columns", "rows"), ("width", "height"), ("left", "top"), ("gutter_x", "gutter_y"))


class CountField(QuantityField):
    """How many labels beside or below each other; may be too many for the sheet."""

    def __init__(self) -> None:
        super().__init__(1, _MOST)
        self._trouble = ""

    def set_trouble(self, sentence: str) -> None:
        """Complain of what is wrong with this count beside the lengths; empty for nothing."""
        if sentence != self._trouble:
            self._trouble = sentence
            self.changed.emit()

    def complaint(self) -> str:
        """Tell when so many do not fit."""
        return self._trouble


class SheetFields:
    """The names are those of LabelSheet and of its draft."""

    def __init__(self, form: Form, unit: Unit) -> None:
        bases = [(code, _(PAPER_SIZES[code].name)) for code in BASES]
        units = [(each.code, _(each.name)) for each in UNITS.values()]
        self.name = LineField(_NAME_LENGTH)
        self.base, self.unit = ChoiceField(bases), ChoiceField(units)
        self.unit.set_value(unit.code)
        self.counts = {"columns": CountField(), "rows": CountField()}
        self.lengths = {name: LengthField(unit) for name in _LENGTHS}
        self._arrange(form)
        self.unit.changed.connect(self._follow_unit)

    def fill(self, sheet: LabelSheet) -> None:
        """Put a sheet in."""
        self._filled = sheet
        self.name.set_value(sheet.name)
        self.base.set_value(sheet.base)
        for name, field in (self.counts | self.lengths).items():
            field.set_value(getattr(sheet, name))

    def sheet(self) -> LabelSheet | None:
        """Return the sheet as it stands in the fields; None while a length is none."""
        lengths = {name: field.value() for name, field in self.lengths.items()}
        given = {name: length for name, length in lengths.items() if length is not None}
        if len(given) < len(lengths):
            return None
        counts = {name: field.value() for name, field in self.counts.items()}
        measures: dict[str, Any] = counts | given
        return replace(self._filled, name=self.name.value(), base=self.base.value(), **measures)

    def complain(self, troubles: dict[str, str]) -> None:
        """Say at each field what is wrong with it beside the others, and nothing at the rest."""
        for name, field in (self.counts | self.lengths).items():
            field.set_trouble(troubles.get(name, ""))

    def _follow_unit(self) -> None:
        for field in self.lengths.values():
            field.set_unit(UNITS[self.unit.value()])

    def _arrange(self, form: Form) -> None:
        labelled = {
            "name": Labelled(N_("&Name"), self.name),
            "base": Labelled(N_("&Sheet"), self.base),
            "unit": Labelled(N_("&Unit"), self.unit),
            "columns": Labelled(N_("Labels si&de by side"), self.counts["columns"]),
            "rows": Labelled(N_("Labels one below the &other"), self.counts["rows"]),
        }
        for name, words in _LENGTHS.items():
            labelled[name] = Labelled(words, self.lengths[name])
        form.add_row(labelled["name"])
        for pair in (("base", "unit"), *_PAIRS):
            form.add_row(_beside(*(labelled[name] for name in pair)))
        del labelled["unit"]  # how lengths are written is not part of the sheet
        for name, each in labelled.items():
            form.watch(name, each.field, each.refusal)


def _beside(*labelled: Labelled) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(_BETWEEN_PX)
    for each in labelled:
        row.addWidget(each, 1)
    return holder
