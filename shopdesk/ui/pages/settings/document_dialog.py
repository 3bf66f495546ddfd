"""How one document is printed on this computer: paper, words, printer, order, manner."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.printers import PrinterRow
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.rules.documents import ALIKE, AWAITED, DOCUMENTS
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.ui.base.fields import CheckField, ChoiceField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.settings.printed_things import PRINTED, Printed
from shopdesk.ui.papers import choices
from shopdesk.ui.papers.printer_list import PrinterList
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 540


class DocumentDialog(FormDialog):
    """The names of its fields are those of PaperChoice; printers are looked for meanwhile."""

    def __init__(
        self, bench: Workbench, parent: QWidget, printed: Printed, own: Sequence[LabelSheet]
    ) -> None:
        super().__init__(parent, _("How it is printed: {what}").format(what=_(printed.name)))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench, self._printed = bench, printed
        self._choice = bench.desk.settings.now.paper_choice(printed.code)
        self.paper = self._add("paper", N_("&Paper"), _papers(printed, own))
        self.printer = self._add("printer", N_("P&rinter"), self._printers(()))
        self.manner = self._add("manner", N_("Printed &as"), choices.manners())
        if printed.is_of_cases:
            self._add("language", N_("&Language"), choices.languages())
            self._add("order", N_("&Order of many"), choices.orders())
        self.waits = CheckField(_("Waits under Printing until it is printed"))
        if printed.code in AWAITED:
            self.form.add("waits", "", self.waits)
            self.waits.set_value(bench.desk.settings.now.waits(printed.code))
        self.all = CheckField(_("The same for all slips and labels"))
        if printed.code in ALIKE:
            self.form.add("all", "", self.all)
        self._trouble = Notice("", "wait")
        self._trouble.hide()
        self.form.add_row(self._trouble)
        self.form.settle()
        self._follow_printers()

    @property
    def trouble(self) -> str:
        """What is said of the chosen printer, or of the system that does not answer."""
        return "" if self._trouble.isHidden() else self._trouble.sentence

    def save(self) -> None:
        """Keep the choice for this document, or for all slips and labels."""
        settings = self._bench.desk.settings
        before = settings.now.papers
        values = self.form.values()
        chosen = {name: v for name, v in values.items() if name not in ("all", "waits")}
        try:
            for code in ALIKE if self.all.value() else (self._printed.code,):
                settings.choose_paper(code, **chosen)
            if "waits" in values:
                settings.choose_paper(self._printed.code, waits="yes" if values["waits"] else "no")
        except ShopDeskError as error:
            self.refused(error)
            return
        self.accept()
        self.done_saving.emit(before)

    def _add(self, name: str, label: str, offered: choices.Choices) -> ChoiceField:
        field = self.form.add(name, label, ChoiceField(offered, search_from=len(offered) + 1))
        field.set_value(getattr(self._choice, name))
        return field

    def _follow_printers(self) -> None:
        self._list = PrinterList(self._bench, self)
        self._list.changed.connect(self._show_printers)
        self.printer.changed.connect(self._show_trouble)
        self._list.refresh()

    def _show_printers(self) -> None:
        """Offer the printers that are there; the chosen one stays, even if it is gone."""
        self.printer.set_choices(self._printers(self._list.rows))
        self._show_trouble()

    def _printers(self, rows: Sequence[PrinterRow]) -> choices.Choices:
        is_label = choices.is_for_labels(self._choice.paper)
        return choices.printers(rows, self._choice.printer, is_label=is_label)

    def _show_trouble(self) -> None:
        sentence = self._list.trouble_of(self.printer.value()) or self._list.trouble
        self._trouble.set_text(sentence, "wait")
        self._trouble.setVisible(bool(sentence))
        self._grow()


def printed_of(code: str) -> Printed:
    """Return what is printed under a code of PRINTED."""
    return next(printed for printed in PRINTED if printed.code == code)


def _papers(printed: Printed, own: Sequence[LabelSheet]) -> choices.Choices:
    """Return what it may be printed on; what has no usual paper begins with the country's."""
    if printed.is_of_cases:
        found = choices.papers(DOCUMENTS[printed.code], own)
        papers = [choice for choice in found if choice[0] != choices.NEW_SHEET]
    else:
        papers = [(code, _(PAPER_SIZES[code].name)) for code in printed.sizes]
    has_usual = printed.code in ALIKE or len(papers) == 1
    return papers if has_usual else [("", _(choices.BY_COUNTRY)), *papers]
