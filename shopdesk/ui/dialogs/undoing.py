"""Taking changes back, and doing them again: from the bar that tells of one, and by the keys."""

from collections.abc import Callable
from functools import partial

from shopdesk.i18n import N_, _
from shopdesk.ui.desk import Change
from shopdesk.ui.operations import is_alive
from shopdesk.ui.undo_stack import UndoStep
from shopdesk.ui.workbench import Workbench

UNDONE = N_("Undone: {what}")
DONE_AGAIN = N_("Done again: {what}")


def offer_undo(
    bench: Workbench, change: Change, sentence: str, undone: Callable[[], None] = lambda: None
) -> None:
    """Say what was done, with Undo for just that; `undone` hears when it was taken back."""
    bench.operations.history.describe(change, sentence, undone)
    bench.messages.undo(sentence, partial(take_back, bench, change, sentence, undone))


def offer_undo_of(
    bench: Workbench, change: Change, number: str, done: str, undone: Callable[[], None]
) -> None:
    """Say what was done with which case, with Undo; `done` is not translated yet."""
    sentence = _("{number}: {done}").format(number=number, done=_(done))
    offer_undo(bench, change, sentence, undone)


def take_back(
    bench: Workbench, change: Change, sentence: str, undone: Callable[[], None] = lambda: None
) -> None:
    """Take just one change back, and tell what it was; `undone` hears when that is done."""
    _reverse(bench, UndoStep(change, sentence, undone), UNDONE)


def undo_last(bench: Workbench) -> None:
    """Take back the last change of this session that is not taken back yet."""

    def take() -> None:
        step = bench.operations.history.last_done
        if step is None:
            bench.messages.toast(_("Nothing is left to undo."))
        else:
            _reverse(bench, step, UNDONE)

    bench.operations.after_writes(take)


def redo_last(bench: Workbench) -> None:
    """Do again what was taken back last, unless something was changed since."""

    def take() -> None:
        step = bench.operations.history.last_undone
        if step is None:
            bench.messages.toast(_("Nothing is left to do again."))
        else:
            _reverse(bench, step, DONE_AGAIN)

    bench.operations.after_writes(take)


def _reverse(bench: Workbench, step: UndoStep, words: str) -> None:
    bench.operations.undo(step.change, partial(_told, bench, step, words))


def _told(bench: Workbench, step: UndoStep, words: str, _value: object, _change: Change) -> None:
    bench.messages.toast(_(words).format(what=step.words))
    if is_alive(step.undone):
        step.undone()
