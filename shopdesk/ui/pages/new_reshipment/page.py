"""The page of the form for goods that go out again: what saving it writes, and what follows."""

from shopdesk import services
from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.ui.base.sheet_page import SheetPage
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.open_reshipment import OPENED
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_reshipment.sheet import ReshipmentSheet


class NewReshipmentPage(SheetPage[ReshipmentSheet]):
    """Opens what the sheet holds, and shows the new reshipment."""

    title = N_("New reshipment")
    leaves_to = "reshipments"
    new_words = N_("New reshipment")
    _is_saving = False

    def make_sheet(self) -> ReshipmentSheet:
        """Make an empty form."""
        sheet = ReshipmentSheet(self.bench, self.save, self.cancel)
        sheet.submitted.connect(self.save)
        sheet.submitted_primary.connect(self.save)
        return sheet

    def start_new(self) -> None:
        """Stay with what is typed, or begin anew."""
        self.start()

    def save(self) -> None:
        """Open the reshipment and show it; a second press waits for the answer to the first."""
        if self._is_saving or not self.sheet.accepts():
            return
        try:
            draft = self.sheet.draft()
        except FieldError as error:
            self.sheet.refuse(error)
            return
        self._is_saving = True

        def work(session: Session) -> int:
            case_id: int = services.reshipments.log_reshipment(session, draft)
            return case_id

        self.bench.operations.write(OPENED, work, self._saved, self._refused)

    def _saved(self, case_id: int, change: Change) -> None:
        self._is_saving = False
        self.bench.guide.go(self.leaves_to, case_id)
        self.renew()
        offer_undo(self.bench, change, _(change.label))

    def _refused(self, error: ShopDeskError) -> None:
        self._is_saving = False
        self.sheet.refuse(error)
