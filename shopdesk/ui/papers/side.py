"""What is chosen for a paper: the right-hand side of its preview.

side = PaperSide("packing_slip", many=True)
side.show_choice(choice); side.show_printers(rows)
side.chosen.connect(...)                       # a field of PaperChoice, and its new value
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.printers import PrinterRow
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.settings import PaperChoice
from shopdesk.ui.base.fields import ChoiceField, QuantityField
from shopdesk.ui.base.labelled import Labelled
from shopdesk.ui.base.scroll import bring_into_view
from shopdesk.ui.icons import icon
from shopdesk.ui.papers import choices
from shopdesk.ui.papers.choices import NEW_SHEET
from shopdesk.ui.papers.start_grid import StartGrid

_MOST_COPIES = 99
_NEVER_SEARCHED = 1_000
_LABELS = {
    "paper": N_("P&aper"),
    "language": N_("Lan&guage"),
    "order": N_("O&rder"),
    "printer": N_("Prin&ter"),
    "manner": N_("&How it is printed"),
}


class PaperSide(QWidget):
    """Shows what is chosen; tells of another choice, which whoever listens has to keep."""

    chosen = Signal(str, str)
    new_sheet_wanted = Signal()
    start_moved = Signal(int)

    def __init__(self, document: str, *, many: bool) -> None:
        super().__init__()
        self._document = DOCUMENTS[document]
        self._choice = PaperChoice()
        self.fields = {name: ChoiceField(search_from=_NEVER_SEARCHED) for name in _LABELS}
        self.copies = QuantityField(1, _MOST_COPIES)
        self.grid = StartGrid()
        self.more = QPushButton(_("&More"))
        self._many = many
        self._fill()
        self._arrange()
        for name, field in self.fields.items():
            field.changed.connect(lambda name=name: self._tell(name))
        self.grid.moved.connect(self.start_moved)
        self.more.toggled.connect(self._show_more)
        self._show_more(shown=False)

    def show_choice(self, choice: PaperChoice) -> None:
        """Show what is chosen, without telling of it."""
        self._choice = choice
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                field.set_value(getattr(choice, name))

    def show_paper(self, code: str) -> None:
        """Show which paper it is where none was chosen."""
        with QSignalBlocker(self.fields["paper"]):
            self.fields["paper"].set_value(self._choice.paper or code)

    def show_own_sheets(self, own: Sequence[LabelSheet]) -> None:
        """Offer the shop's own label sheets, too."""
        self._offer("paper", choices.papers(self._document, own))

    def show_printers(self, rows: Sequence[PrinterRow]) -> None:
        """Offer the printers of this computer."""
        chosen, paper = self._choice.printer, self._choice.paper
        is_label = choices.is_for_labels(paper)
        self._offer("printer", choices.printers(rows, chosen, is_label=is_label))

    def show_sheet(self, sheet: LabelSheet | None, start: int) -> None:
        """Show where on a sheet of labels it begins; nothing for other papers."""
        self.grid.show_sheet(sheet, start)

    def _offer(self, name: str, offered: choices.Choices) -> None:
        """Renew a field's choices, and leave what is chosen as it is."""
        field = self.fields[name]
        with QSignalBlocker(field):
            field.set_choices(offered)
            field.set_value(getattr(self._choice, name))

    def _fill(self) -> None:
        self.show_own_sheets(())
        self.show_printers(())
        for name, offered in (
            ("language", choices.languages()),
            ("order", choices.orders()),
            ("manner", choices.manners()),
        ):
            self._offer(name, offered)

    def _tell(self, name: str) -> None:
        value = self.fields[name].value()
        if value != NEW_SHEET:
            self._choice = replace(self._choice, **{name: value})
            self.chosen.emit(name, value)
            return
        with QSignalBlocker(self.fields[name]):
            self.fields[name].set_value(self._choice.paper)
        self.new_sheet_wanted.emit()

    def _show_more(self, shown: bool) -> None:  # noqa: FBT001 - the signal's value
        for row in self._further:
            row.setVisible(shown)
        self.more.setIcon(icon("chevron-up" if shown else "chevron-down"))
        if shown:
            bring_into_view(*self._further)

    def _arrange(self) -> None:
        rows = {name: Labelled(_LABELS[name], field) for name, field in self.fields.items()}
        copies = Labelled(N_("Cop&ies"), self.copies)
        self._further = (rows["manner"], copies)
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.more.setProperty("kind", "link")
        rows["order"].setVisible(self._many)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(rows["paper"])
        layout.addWidget(self.grid)
        for name in ("language", "order", "printer"):
            layout.addWidget(rows[name])
        layout.addWidget(self.more)
        for row in self._further:
            layout.addWidget(row)
