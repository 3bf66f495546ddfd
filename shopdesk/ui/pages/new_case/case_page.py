"""The page of the form for a new case: saves once, shows the case, offers to take it back.

class NewReshipmentPage(CasePage[ReshipmentSheet]):
    title = N_("New reshipment")
    leaves_to = "reshipments"

    def make_sheet(self) -> ReshipmentSheet:
        return self.connected(ReshipmentSheet(self.bench, self.save, self.cancel))

    def save(self) -> None:
        self.save_with(self._write)            # gets the draft, and hands on to self.write(...)
"""

from collections.abc import Callable
from typing import Any, TypeVar

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import _
from shopdesk.ui.base.sheet_page import SheetPage
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_case.order_sheet import OrderSheet
from shopdesk.ui.workbench import Workbench

SheetT = TypeVar("SheetT", bound=OrderSheet)


class CasePage(SheetPage[SheetT]):
    """Enter saves, and so does Ctrl+Enter where the kind has no further step of its own."""

    def __init__(self, bench: Workbench) -> None:
        self._is_saving = False
        super().__init__(bench)

    @property
    def new_words(self) -> str:
        """What the window's button for a new case says while this page is shown."""
        return self.title

    def start_new(self) -> None:
        """Stay with what is typed, or begin anew."""
        self.start()

    def save(self) -> None:
        """Log the case and show it."""
        raise NotImplementedError

    def save_primary(self) -> None:
        """Do what Ctrl+Enter does."""
        self.save()

    def connected(self, sheet: SheetT) -> SheetT:
        """Let the keys of a sheet save it."""
        sheet.submitted.connect(self.save)
        sheet.submitted_primary.connect(self.save_primary)
        return sheet

    def save_with(self, write: Callable[[Any], None]) -> None:
        """Hand the draft on, once: a second press waits for the answer to the first."""
        if self._is_saving or not self.sheet.accepts():
            return
        try:
            draft = self.sheet.draft()
        except FieldError as error:
            self.sheet.refuse(error)
            return
        self._is_saving = True
        write(draft)

    def write(
        self,
        label: str,
        work: Callable[[Session], int],
        then: Callable[[int], None] = lambda _case_id: None,
    ) -> None:
        """Write the case, whose id `work` returns; `then` goes on with it once it is shown."""

        def saved(case_id: int, change: Change) -> None:
            self._is_saving = False
            self.saved()
            self.bench.guide.go(self.leaves_to, case_id)
            self.renew()
            offer_undo(self.bench, change, _(change.label))
            then(case_id)

        self.bench.operations.write(label, work, saved, self._refused)

    def saved(self) -> None:
        """Remember from the sheet what helps next time, before it is thrown away."""

    def _refused(self, error: ShopDeskError) -> None:
        self._is_saving = False
        self.sheet.refuse(error)
