"""The bar that says what was done and takes it back."""

from collections.abc import Callable

from shopdesk.i18n import _
from shopdesk.ui.desk import Change
from shopdesk.ui.workbench import Workbench


def offer_undo(
    bench: Workbench, change: Change, sentence: str, undone: Callable[[], None] = lambda: None
) -> None:
    """Say what was done, with Undo; `undone` hears when it was taken back."""

    def told(_value: object, _change: Change) -> None:
        bench.messages.toast(_("Undone: {what}").format(what=sentence))
        undone()

    bench.messages.undo(sentence, lambda: bench.operations.undo(change, told))
