"""What follows once a return is logged: its page, then the slip or the words of a decline."""

from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.rules.states import STEPS, Step
from shopdesk.ui.desk import Change
from shopdesk.ui.workbench import Workbench


def show_slip(bench: Workbench, case_id: int) -> None:
    """Open the slip's preview, which brings PDF with it only now."""
    from shopdesk.ui.papers.preview import open_paper

    open_paper(bench, "return_slip", [case_id])


def ask_to_decline(bench: Workbench, window: QWidget, case_id: int) -> None:
    """Open the form for declining a return that was just logged."""

    def ask(found: ReturnDetail | None) -> None:
        from shopdesk.ui.dialogs.decline import DeclineDialog
        from shopdesk.ui.dialogs.step_writing import StepAsked

        if found is not None:
            taken = partial(_declined, bench)
            DeclineDialog(StepAsked(bench, found, STEPS["decline"], taken), window).open()

    bench.operations.query("new_return.decline", partial(load_return_detail, case_id=case_id), ask)


def _declined(bench: Workbench, found: ReturnDetail, step: Step, change: Change) -> None:
    from shopdesk.ui.dialogs.undoing import offer_undo

    sentence = _("{number}: {done}").format(number=found.number, done=_(step.done))
    offer_undo(bench, change, sentence, partial(bench.guide.go, "returns", found.id))
