"""Taking a step: at once, or after its form, and with Undo in any case."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.states import Step
from shopdesk.ui.desk import Change
from shopdesk.ui.dialogs.sent_once import SentOnce
from shopdesk.ui.dialogs.step_writing import StepAsked, write_step
from shopdesk.ui.dialogs.undoing import offer_undo_of
from shopdesk.ui.workbench import Workbench


class StepTaking(QObject):
    """Writes steps; `show_again` brings a return back into view once its step was undone."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        show_again: Callable[[int], None],
        read_again: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._show_again = show_again
        self._once = SentOnce(bench, page, read_again)

    def take(self, found: ReturnDetail, step: Step) -> None:
        """Take a step on a return as it was seen; a key held down takes it once only."""
        asked = StepAsked(self._bench, found, step, self._taken)
        if step.asks is not None:
            from shopdesk.ui.dialogs.step_dialogs import STEP_DIALOGS

            STEP_DIALOGS[step.asks](asked, self._page.window()).open()
        elif self._once.is_new(found.number, found.version):
            write_step(asked, None, partial(self._written, asked), self._once.refuse)

    def _written(self, asked: StepAsked, _value: object, change: Change) -> None:
        self._taken(asked.found, asked.step, change)

    def _taken(self, found: ReturnDetail, step: Step, change: Change) -> None:
        again = partial(self._show_again, found.id)
        offer_undo_of(self._bench, change, found.number, step.done, again)
