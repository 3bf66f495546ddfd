"""What every page and dialog is handed: the few services of the window, by name."""

from dataclasses import dataclass
from typing import Protocol

from shopdesk.ui.actions import Actions
from shopdesk.ui.desk import Desk
from shopdesk.ui.messages import Messages
from shopdesk.ui.operations import Operations


class Guide(Protocol):
    """Leads to another page."""

    def go(
        self, page: str, record_id: int | None = None, *, chip: str = "", step: str = ""
    ) -> None:
        """Show the page with this key and, if given, one of its chips or of its records.

        A `step` is taken on the record once it is shown, as if its button was pressed there.
        """
        ...


@dataclass(frozen=True, slots=True)
class Workbench:
    """The window's services, passed in instead of looked up."""

    desk: Desk
    operations: Operations
    messages: Messages
    actions: Actions
    guide: Guide
