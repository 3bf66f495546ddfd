"""Writing an inspection as it was seen: kept for later, corrected, or finished."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shopdesk import services
from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.services.drafts import InspectionDraft
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

KEPT = N_("What was counted is kept.")
CORRECTED = N_("Inspection corrected.")
FINISHED = N_("Parcel inspected.")


@dataclass(frozen=True, slots=True)
class Writing:
    """One press of a button: the return as it was seen, and what was found."""

    found: ReturnDetail
    draft: InspectionDraft
    finish: bool

    @property
    def label(self) -> str:
        """What the change is called."""
        if self.finish:
            return FINISHED
        return CORRECTED if self.found.state == "inspected" else KEPT

    @property
    def sentence(self) -> str:
        """What the bar says when it is written."""
        return _("{number}: {done}").format(number=self.found.number, done=_(self.label))

    def write(
        self,
        bench: Workbench,
        done: Callable[[Any, Change], None],
        refused: Callable[[ShopDeskError], None],
    ) -> None:
        """Write it; a later state of the return is refused."""
        bench.operations.write(self.label, self._work, done, refused)

    def _work(self, session: Session) -> object:
        found, draft = self.found, self.draft
        if self.finish:
            services.steps.take_step(session, found.id, "inspect", draft, found.version)
            return None
        return services.inspection.save_inspection(session, found.id, draft, found.version)


Offer = Callable[[Writing, Change], None]
"""Tells of what was written, with Undo."""


def offer_to_undo(bench: Workbench, writing: Writing, change: Change) -> None:
    """Say in the bar what was written; a press that changed nothing says nothing."""
    if change.id is not None:
        offer_undo(bench, change, writing.sentence)
