"""What is printed of what waits: one document or all; on what, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from shopdesk.i18n import N_, _
from shopdesk.rules.documents import ALIKE
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.pages.printing.outing import BUSY, Outing, destinations
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.workbench import Workbench

PRINT_ALL, PRINT, PREVIEW = "print_all", "print_group", "preview_group"
_ALL = Action(N_("Print all"), "printer", "Ctrl+Shift+P", N_("Each document on its own printer"))
_PRINT = Action(N_("Print"), "printer", "Ctrl+P")
_PREVIEW = Action(N_("Preview…"), "eye", "", N_("Look at them, and choose paper and language"))
_NOTHING = N_("Nothing waits to be printed.")
_NONE_TICKED = N_("Tick what is to be printed.")


class QueueActions(QObject):
    """Puts its actions among those of the page; they act on what `state` says is shown."""

    chosen = Signal()
    """Another printer or paper was chosen."""
    reordered = Signal()
    printer_needed = Signal(str)
    """A document, by its code, cannot be printed until a printer is chosen for it."""

    def __init__(
        self, bench: Workbench, state: QueueState, outing: Outing, actions: Actions
    ) -> None:
        super().__init__(outing)
        self._bench, self._state, self._outing = bench, state, outing
        self._all = actions.add(PRINT_ALL, _ALL, self._print_all, self._why_not_all)
        self._print = actions.add(PRINT, _PRINT, self._print_shown, self._why_not_shown)
        actions.add(PREVIEW, _PREVIEW, self.preview, self._why_none)

    def name(self) -> None:
        """Say how many each button prints."""
        self._all.setText(_("Print all ({n})").format(n=self._state.total))
        self._print.setText(_("Print ({n})").format(n=len(self._state.ticked(self._shown))))

    @property
    def _shown(self) -> str:
        return self._state.queue.shown

    def _print_all(self) -> None:
        """Lead to the first document that has no printer yet; else say what goes where."""
        documents = self._state.to_print
        homeless = next((code for code in documents if self._state.place(code).why_not), "")
        if homeless:
            self._ask_for_printer(homeless)
            return
        self._ask(documents)

    def _ask_for_printer(self, document: str) -> None:
        self._state.asked_for = document
        self.printer_needed.emit(document)

    def _print_shown(self) -> None:
        if self._state.place(self._shown).doubt:
            self._ask((self._shown,))
        else:
            self._outing.start(self._state.lots(self._shown))

    def _ask(self, documents: Sequence[str]) -> None:
        """Say what goes where, and what a person may not have meant."""
        state = self._state
        doubts = dict.fromkeys(filter(None, (state.place(code).doubt for code in documents)))
        lots = [lot for code in documents for lot in state.lots(code)]
        self._outing.ask(lots, "\n".join((destinations(state, documents), *doubts)))

    def preview(self) -> None:
        """Show what is ticked as it will look."""
        from shopdesk.ui.papers.preview import open_paper

        ids = self._state.ticked(self._shown)
        if ids:
            open_paper(self._bench, self._shown, ids).finished.connect(self.chosen)

    def use_order(self, order: str) -> None:
        """Let the shown document come out in another order, from now on."""
        self._bench.desk.settings.choose_paper(self._shown, order=order)
        self.reordered.emit()

    def use_printer(self, printer: str) -> None:
        """Print the shown document on another printer, from now on."""
        self._bench.desk.settings.choose_paper(self._shown, printer=printer)
        self.chosen.emit()

    def share_printer(self) -> None:
        """Print all slips and labels where the shown document is printed, from now on."""
        settings = self._bench.desk.settings
        before, printer = settings.now.papers, self._state.printer(self._shown)
        for document in ALIKE:
            settings.choose_paper(document, printer=printer)

        def take_back() -> None:
            settings.change(papers=before)
            self.chosen.emit()

        sentence = _("All slips and labels are printed on {printer}.")
        title = self._state.place(self._shown).printer
        self._bench.messages.undo(sentence.format(printer=title), take_back)
        self.chosen.emit()

    def _why_none(self) -> str:
        if not self._state.documents:
            return _(_NOTHING)
        return "" if self._state.ticked(self._shown) else _(_NONE_TICKED)

    def _why_not_shown(self) -> str:
        if self._outing.is_busy:
            return _(BUSY)
        return self._why_none() or self._state.place(self._shown).why_not

    def _why_not_all(self) -> str:
        if self._outing.is_busy:
            return _(BUSY)
        if not self._state.documents:
            return _(_NOTHING)
        if not self._state.total:
            return _(_NONE_TICKED)
        reasons = [self._state.place(code).why_not for code in self._state.to_print]
        return reasons[0] if all(reasons) else ""
