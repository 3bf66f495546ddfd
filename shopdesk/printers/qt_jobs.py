"""The job that a QPrinter left with CUPS: Qt neither follows one nor takes it back."""

from PySide6.QtPrintSupport import QPrinter

from shopdesk.printers import cups_server
from shopdesk.printers.cups_facts import queue_of
from shopdesk.printers.cups_job import VANISHED, Job, cancel, find_jobs
from shopdesk.printers.following import silence_as_unsure
from shopdesk.printers.order import PrintUnsureError
from shopdesk.printers.troubles import told


class SpooledJob:
    """Finds the job that appears in a printer's queue after this was made."""

    def __init__(self, printer: QPrinter) -> None:
        native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
        queue = queue_of(printer.printerName())
        self._printer = queue if native and cups_server.is_there() else ""
        self._title = printer.docName()
        self._before = set(self._numbers())

    def sent(self) -> Job | None:
        """Return the job that was painted, or None where printing does not go through CUPS.

        Raises PrintUnsureError when CUPS does not tell of it.
        """
        job = self._find()
        if job is None and self._printer:
            raise PrintUnsureError(told(VANISHED, self._printer))
        return job

    def take_back(self) -> None:
        """Cancel the job: CUPS would print the pages that were painted so far."""
        with silence_as_unsure(self._printer):
            job = self._find()
            if job is not None:
                cancel(job)

    def _find(self) -> Job | None:
        with silence_as_unsure(self._printer):
            new = [number for number in self._numbers() if number not in self._before]
        return Job(self._printer, max(new)) if new else None

    def _numbers(self) -> list[int]:
        jobs = find_jobs(self._printer) if self._printer else {}
        return [number for number, title in jobs.items() if title == self._title]
