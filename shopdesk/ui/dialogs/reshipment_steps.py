"""Taking a reshipment's step: at once, or after its form, and with Undo in any case."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.states import Step
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.sent_once import SentOnce
from shopdesk.ui.dialogs.undoing import offer_undo_of
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:  # forms are loaded with the first that is asked for
    from shopdesk.ui.dialogs.reshipment_dialog import ReshipmentDialog


class ReshipmentSteps(QObject):
    """Writes what is seen of a reshipment; `show_again` hears its id once a step was undone."""

    def __init__(
        self,
        bench: Workbench,
        page: QWidget,
        show_again: Callable[[int], None] = lambda _case_id: None,
    ) -> None:
        super().__init__(page)
        self._bench, self._page, self._show_again = bench, page, show_again
        self._once = SentOnce(bench, page)
        bench.operations.refused.connect(self._once.forget)

    def take(self, row: ReshipmentRow, step: Step) -> None:
        """Take a step on a reshipment as it was seen; a key held down takes it once only."""
        if step.asks is not None:
            dialog = _dialog(self._bench, row, step, self._page.window())
            dialog.undone = partial(self._show_again, row.id)
            dialog.open()
        elif self._once.is_new(row.number, row.version):
            self._write(row, step)

    def change(self, row: ReshipmentRow) -> None:
        """Ask what goes out instead, or where to."""
        from shopdesk.ui.dialogs.goods_out import GoodsOutDialog

        GoodsOutDialog(self._bench, row, self._page.window()).open()

    def say_why_it_waits(self, row: ReshipmentRow) -> None:
        """Ask why it cannot be packed yet."""
        from shopdesk.ui.dialogs.wait_note import WaitNoteDialog

        WaitNoteDialog(self._bench, row, self._page.window()).open()

    def _write(self, row: ReshipmentRow, step: Step) -> None:
        def work(session: Session) -> None:
            services.reshipments.take_reshipment_step(
                session, row.id, step.code, version=row.version
            )

        self._bench.operations.write(step.done, work, partial(self._taken, row, step))

    def _taken(self, row: ReshipmentRow, step: Step, _value: object, change: Change) -> None:
        again = partial(self._show_again, row.id)
        offer_undo_of(self._bench, change, row.number, step.done, again)


def _dialog(
    bench: Workbench, row: ReshipmentRow, step: Step, window: QWidget
) -> "ReshipmentDialog":
    """Return the form of a step; forms are loaded with the first that is asked for."""
    from shopdesk.ui.dialogs.chase import ChaseDialog
    from shopdesk.ui.dialogs.reshipment_words import ReshipmentWordsDialog
    from shopdesk.ui.dialogs.send_again import SendAgainDialog
    from shopdesk.ui.dialogs.send_goods import SendGoodsDialog

    forms: dict[str | None, Callable[[Workbench, ReshipmentRow, QWidget], ReshipmentDialog]] = {
        "dispatch": SendGoodsDialog,
        "chase": ChaseDialog,
        "goods_out": SendAgainDialog,
    }
    made = forms.get(step.asks)
    return made(bench, row, window) if made else ReshipmentWordsDialog(bench, row, step, window)
