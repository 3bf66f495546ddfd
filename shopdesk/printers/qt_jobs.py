"""The job that a QPrinter left with CUPS: Qt neither follows one nor takes it back."""

from PySide6.QtPrintSupport import QPrinter

from shopdesk.printers import cups_server
from shopdesk.printers.cups_job import Job, cancel, find_jobs


class SpooledJob:
    """Finds the job that appears in a printer's queue after this was made."""

    def __init__(self, printer: QPrinter) -> None:
        native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        self._printer = printer.printerName() if native and cups_server.is_there() else ""
        self._title = printer.docName()
        self._before = set(self._numbers())

    def find(self) -> Job | None:
        """Return the job, or None where printing does not go through CUPS."""
        new = [number for number in self._numbers() if number not in self._before]
        return Job(self._printer, max(new)) if new else None

    def take_back(self) -> None:
        """Cancel the job: CUPS would print the pages that were painted so far."""
        job = self.find()
        if job is not None:
            cancel(job)

    def _numbers(self) -> list[int]:
        jobs = find_jobs(self._printer) if self._printer else {}
        return [number for number, title in jobs.items() if title == self._title]
