"""Somebody sits down at the desk: from here on what is done carries their name."""

from shopdesk.errors import ShopDeskError
from shopdesk.ui.desk import Change
from shopdesk.ui.workbench import Workbench


def sit_down(bench: Workbench, name: str) -> None:
    """Let a person sit at the desk; open pages read again, for "mine" is another's now.

    A choice that cannot be kept still holds until the window is closed, and is told.
    """
    try:
        bench.desk.settings.change(person=name)
    except ShopDeskError as error:
        bench.messages.refuse(error.sentence)
    bench.operations.changed.emit(Change(None, ""))
