"""The page of the form for a new complaint: what saving it writes, and what follows."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from shopdesk import services
from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.case_drafts import ComplaintDraft
from shopdesk.ui.base.sheet_page import SheetPage
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.new_complaint.sheet import ComplaintForm

LOGGED = N_("Complaint logged.")


class NewComplaintPage(SheetPage[ComplaintForm]):
    """Logs what the sheet holds, with the options and the reply that were taken from the side."""

    title = N_("New complaint")
    new_words = N_("New complaint")
    leaves_to = "complaints"
    _is_saving = False

    def make_sheet(self) -> ComplaintForm:
        """Make an empty form."""
        sheet = ComplaintForm(self.bench, self.save, self.cancel)
        sheet.submitted.connect(self.save)
        sheet.submitted_primary.connect(self.save)
        return sheet

    def start_new(self) -> None:
        """Stay with what is typed, or begin anew."""
        self.start()

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add photos that were dropped on the window to the complaint that is being typed."""
        self.sheet.evidence.strip.take(paths)

    def save(self) -> None:
        """Log the complaint and show it; a second press waits for the answer to the first."""
        if self._is_saving or not self.sheet.accepts():
            return
        try:
            draft = self.sheet.draft()
        except FieldError as error:
            self.sheet.refuse(error)
            return
        self._is_saving = True
        self.sheet.evidence.strip.when_stored(partial(self._write, draft))

    def _write(self, draft: ComplaintDraft) -> None:
        """Log it with evidence, options and words that were told, as one write."""
        files = self.sheet.evidence.strip.files
        options, told = self.sheet.helps.drafts(), tuple(self.sheet.helps.copied)

        def work(session: Session) -> int:
            case_id: int = services.complaints.log_complaint(session, draft)
            services.evidence.attach(session, files, EvidencePlace(case_id))
            if options:
                services.complaints.add_options(session, case_id, options)
            for words in told:
                services.complaints.note_reply_copied(session, case_id, words.code, words.text)
            return case_id

        self.bench.operations.write(LOGGED, work, self._saved, self._refused)

    def _saved(self, case_id: int, change: Change) -> None:
        self._is_saving = False
        self.bench.guide.go(self.leaves_to, case_id)
        self.renew()
        offer_undo(self.bench, change, _(change.label))

    def _refused(self, error: ShopDeskError) -> None:
        self._is_saving = False
        self.sheet.refuse(error)


class ComplaintAboutPage(NewComplaintPage):
    """The same form, begun from the case that the complaint is about."""

    def open_record(self, record_id: int) -> None:
        """Begin with a case of any kind, not with an order."""
        self.start()
        load = partial(load_case_detail, case_id=record_id)
        self.bench.operations.query((id(self), "about"), load, self._begin_about)

    def _begin_about(self, found: CaseDetail | None) -> None:
        if found is not None:
            self.sheet.begin_about(found)
