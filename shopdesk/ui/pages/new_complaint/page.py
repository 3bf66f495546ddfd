"""The page of the form for a new complaint: what saving it writes, and what follows."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from shopdesk import services
from shopdesk.i18n import N_
from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.services.case_drafts import ComplaintDraft
from shopdesk.ui.desk import Session
from shopdesk.ui.pages.new_case.case_page import CasePage
from shopdesk.ui.pages.new_complaint.sheet import ComplaintForm

LOGGED = N_("Complaint logged.")


class NewComplaintPage(CasePage[ComplaintForm]):
    """Logs what the sheet holds, with the options and the reply that were taken from the side."""

    title = N_("New complaint")
    leaves_to = "complaints"

    def make_sheet(self) -> ComplaintForm:
        """Make an empty form."""
        return self.connected(ComplaintForm(self.bench, self.save, self.cancel))

    def take_evidence(self, paths: Sequence[Path]) -> None:
        """Add photos that were dropped on the window to the complaint that is being typed."""
        self.sheet.evidence.strip.take(paths)

    def save(self) -> None:
        """Log the complaint and show it, once the files that are being copied are there."""
        strip = self.sheet.evidence.strip
        self.save_with(lambda draft: strip.when_stored(partial(self._write, draft)))

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

        self.write(LOGGED, work)


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
