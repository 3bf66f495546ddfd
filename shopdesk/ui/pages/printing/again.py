"""Printing again what was printed: from the log as it was, or by the number on a paper."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from shopdesk.i18n import N_, _
from shopdesk.queries.printing import (
    NumberedCase,
    PrintJobRow,
    find_job_case_ids,
    find_numbered,
    load_job_cases,
)
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.desk import Reader
from shopdesk.ui.pages.printing.state import QueueState
from shopdesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from shopdesk.ui.pages.printing.log_view import LogView

AGAIN, SHOW = "print_again", "show_cases"
_AGAIN = Action(N_("Print again…"), "printer", "", N_("As it was: the same cases on that paper"))
_SHOW = Action(N_("Show cases"), "arrow-right", "", N_("Go to one of the cases of this line"))
_MOST_SHOWN = 40
_CHOOSE = N_("Choose a line of what was printed first.")
_UNKNOWN = N_(
    "No case has the number “{typed}”. Scan the code of a slip, or type its number, such as"
    " R-2611-0001."
)


class PrintingAgain:
    """Puts its actions among those of the page; `log` shows what they act on."""

    def __init__(self, bench: Workbench, state: QueueState, actions: Actions) -> None:
        self._bench, self._state = bench, state
        self._log: LogView | None = None
        actions.add(AGAIN, _AGAIN, self._print_again, self._why_none)
        actions.add(SHOW, _SHOW, self._show, self._why_none)

    def look_at(self, log: "LogView") -> None:
        """Act on what is chosen in a log."""
        self._log = log

    def find(self, typed: str) -> None:
        """Open the preview of the paper that a scanned or typed number stands on."""
        find = partial(_find, typed)
        self._bench.operations.query((id(self), "number"), find, partial(self._open, typed))

    def _print_again(self) -> None:
        job = self._job
        if job is not None:
            find = partial(_cases_of, job)
            self._bench.operations.query((id(self), "cases"), find, partial(self._repeat, job))

    def _show(self) -> None:
        job = self._job
        if job is not None:
            load = partial(_first_cases, job)
            self._bench.operations.query((id(self), "cases"), load, self._lead)

    def _repeat(self, job: PrintJobRow, ids: list[int]) -> None:
        from shopdesk.ui.papers.preview import open_paper

        known = self._bench.desk.settings.now.paper_choice(job.document)
        printer = self._state.printers.known_as(job.printer)
        choice = replace(
            known,
            paper=job.paper or known.paper,
            language=job.language or known.language,
            printer=printer.name if printer else known.printer,
        )
        open_paper(self._bench, job.document, ids, choice=choice)

    def _lead(self, found: list[NumberedCase]) -> None:
        if len(found) == 1:
            self._go(found[0])
        elif self._log is not None:
            self._log.offer(found, self._go)

    def _go(self, case: NumberedCase) -> None:
        self._bench.guide.go(KINDS[case.kind].page, case.id)

    def _open(self, typed: str, found: NumberedCase | None) -> None:
        from shopdesk.ui.papers.preview import open_paper

        if found is None:
            self._bench.messages.remark(_(_UNKNOWN).format(typed=typed), "late")
        else:
            open_paper(self._bench, paper_of_kind(found.kind), [found.id])

    @property
    def _job(self) -> PrintJobRow | None:
        return self._log.job if self._log is not None else None

    def _why_none(self) -> str:
        return "" if self._job is not None else _(_CHOOSE)


def paper_of_kind(kind: str) -> str:
    """Return the document that cases of a kind are known by: their slip, or all there is."""
    return next(document.code for document in DOCUMENTS.values() if document.kind in (kind, ""))


def _find(typed: str, reader: Reader) -> NumberedCase | None:
    return find_numbered(reader, typed)


def _cases_of(job: PrintJobRow, reader: Reader) -> list[int]:
    return find_job_case_ids(reader, job.id)


def _first_cases(job: PrintJobRow, reader: Reader) -> list[NumberedCase]:
    return load_job_cases(reader, job.id, _MOST_SHOWN)
