"""A form about a case's money or goods, written at any time: no step, so the state stays.

class CostsDialog(CaseDialog):
    said = N_("Costs written down.")
    def save(self) -> None:
        self.write(lambda session: services.ledger.save_costs(session, ...))
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError, StaleError
from shopdesk.i18n import _
from shopdesk.queries.settling import CaseSeen, load_case_seen
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench


class CaseDialog(FormDialog):
    """Writes in the version that was seen; after somebody else's change it goes on from that."""

    said: ClassVar[str]
    """What is said afterwards, marked for translation; also the change's label."""

    def __init__(
        self, bench: Workbench, seen: CaseSeen, parent: QWidget, words: tuple[str, str]
    ) -> None:
        title, save_text = words
        super().__init__(parent, f"{title} · {seen.number}", save_text)
        self.setAccessibleName(plain_text(title))
        self.bench = bench
        self.seen = seen

    def write(self, work: Callable[[Session], None]) -> None:
        """Write, with undo."""
        self.bench.operations.write(self.said, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        sentence = _("{number}: {done}").format(number=self.seen.number, done=_(self.said))
        offer_undo(self.bench, change, sentence)

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; what was typed stays."""
        super().refused(error)
        if isinstance(error, StaleError):
            read = partial(load_case_seen, case_id=self.seen.id)
            self.bench.operations.query((id(self), "again"), read, self._renew)

    def _renew(self, seen: CaseSeen | None) -> None:
        if seen is not None:
            self.seen = seen
