"""The page of the form for goods that go out again."""

from shopdesk import services
from shopdesk.i18n import N_
from shopdesk.services.case_drafts import ReshipmentDraft
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.open_reshipment import OPENED
from shopdesk.ui.pages.new_case.case_page import CasePage
from shopdesk.ui.pages.new_reshipment.sheet import ReshipmentSheet


class NewReshipmentPage(CasePage[ReshipmentSheet]):
    """Opens what the sheet holds, and shows the new reshipment."""

    title = N_("New reshipment")
    leaves_to = "reshipments"

    def make_sheet(self) -> ReshipmentSheet:
        """Make an empty form."""
        return self.connected(ReshipmentSheet(self.bench, self.save, self.cancel))

    def save(self) -> None:
        """Open the reshipment and show it."""
        self.save_with(self._write)

    def _write(self, draft: ReshipmentDraft) -> None:
        def work(session: Session) -> int:
            case_id: int = services.reshipments.log_reshipment(session, draft)
            return case_id

        self.write(OPENED, work)
