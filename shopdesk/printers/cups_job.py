"""One job of CUPS: how it stands, how it ended, and how it is taken back."""

from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import quote

from shopdesk.i18n import N_
from shopdesk.printers import cups_server
from shopdesk.printers.ipp import Operation
from shopdesk.printers.order import PrinterError
from shopdesk.printers.troubles import told

_WANTED = ("job-state", "job-impressions-completed")


class _State(IntEnum):
    """RFC 8011, 5.3.7."""

    HELD = 4
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


_VANISHED = N_("The job is no longer in the queue of {printer}. See what came out, print again.")
_FAILED = N_("The driver of {printer} failed. Install the printer anew, or choose another.")
_ENDS = {
    _State.STOPPED: _FAILED,
    _State.CANCELLED: N_("The job was cancelled in the queue of {printer}."),
    _State.ABORTED: N_("{printer} gave the job up. See what came out, then print again."),
}


@dataclass(frozen=True, slots=True)
class Job:
    """A job by its number in a printer's queue."""

    printer: str
    number: int


@dataclass(frozen=True, slots=True)
class JobState:
    """A job that goes on, or is done."""

    is_done: bool
    is_held: bool
    pages: int
    """Impressions that the printer has completed, of all copies."""


def read_job(job: Job) -> JobState:
    """Return how a job stands; raises PrinterError when it ended and did not come out."""
    answer = cups_server.ask(Operation.GET_JOB, f"/jobs/{job.number}", _WANTED)
    group = next((group for group in answer.groups if "job-state" in group), None)
    if group is None:
        raise PrinterError(told(_VANISHED, job.printer))
    state = group["job-state"][0]
    if state == _State.STOPPED:
        _run_cancel(job)  # or it would come out one day, and be counted as never printed
    if state in _ENDS:
        raise PrinterError(told(_ENDS[_State(state)], job.printer))
    pages = group.get("job-impressions-completed", (0,))[0]
    return JobState(state == _State.COMPLETED, state == _State.HELD, int(pages))


def find_jobs(printer: str) -> dict[int, str]:
    """Return the titles of a printer's jobs by their numbers, done ones too."""
    path = f"/printers/{quote(printer)}"
    answer = cups_server.ask(Operation.GET_JOBS, path, ("job-id", "job-name"))
    return {
        int(group["job-id"][0]): str(group.get("job-name", ("",))[0])
        for group in answer.groups
        if "job-id" in group
    }


def cancel(job: Job) -> bool:
    """Take a job back; False when it was done before that."""
    _run_cancel(job)
    try:
        return not read_job(job).is_done
    except PrinterError:
        return True


def _run_cancel(job: Job) -> None:
    cups_server.run("cancel", f"{job.printer}-{job.number}")
