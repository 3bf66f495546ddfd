"""What every page and dialog is handed: the few services of the window, by name."""

from dataclasses import dataclass
from typing import Protocol

from shopdesk.ui.actions import Actions
from shopdesk.ui.desk import Desk
from shopdesk.ui.messages import Messages
from shopdesk.ui.operations import Operations


class Guide(Protocol):
    """Leads to another page."""

    def go(self, page: str, record_id: int | None = None) -> None:
        """Show the page with this key and, if given, open one of its records."""
        ...


@dataclass(frozen=True, slots=True)
class Workbench:
    """The window's services, passed in instead of looked up."""

    desk: Desk
    operations: Operations
    messages: Messages
    actions: Actions
    guide: Guide
