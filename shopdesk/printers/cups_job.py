"""One job of CUPS: how it stands, how it ended, and how it is taken back."""

import time
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import quote

from shopdesk.i18n import N_
from shopdesk.printers import cups_server
from shopdesk.printers.ipp import Attributes, Operation
from shopdesk.printers.order import PrinterError, PrintUnsureError
from shopdesk.printers.troubles import told

_WANTED = ("job-state", "job-impressions-completed")
_TAKING_BACK_S = 10.0
"""How long a job that was cancelled may go on before it counts as not taken back."""
_PAUSE_S = 0.05


class _State(IntEnum):
    """RFC 8011, 5.3.7."""

    HELD = 4
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


VANISHED = N_(
    "The queue of {printer} does not know the job any more. Look at the printer: print again only"
    " what is missing."
)
_GOES_ON = N_(
    "The job is not taken back from {printer} and may still come out. Look at the printer first."
)
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
    """Return how a job stands.

    Raises PrinterError when it ended and did not come out, PrintUnsureError when it is gone: a
    CUPS that keeps no history forgets jobs that came out and jobs that were purged alike.
    """
    group = _asked(job)
    if group is None:
        raise PrintUnsureError(told(VANISHED, job.printer))
    state = group["job-state"][0]
    if state == _State.STOPPED:
        cancel(job)  # or it would come out one day, and be counted as never printed
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
    """Take a job back, and return once CUPS tells that it is; False when it was done before that.

    It goes by its number alone: "Zebra-12" may be a printer's name, too. Raises PrintUnsureError
    when it may come out still.
    """
    heard = _ask_to_cancel(job)
    deadline = time.monotonic() + _TAKING_BACK_S
    while time.monotonic() < deadline:
        group = _asked(job)
        if group is None and heard:
            return True
        if group is None:
            raise PrintUnsureError(told(VANISHED, job.printer))
        state = group["job-state"][0]
        if state in (_State.CANCELLED, _State.ABORTED, _State.COMPLETED):
            return state != _State.COMPLETED
        time.sleep(_PAUSE_S)
    raise PrintUnsureError(told(_GOES_ON, job.printer))


def _ask_to_cancel(job: Job) -> bool:
    """Tell whether CUPS agreed; whatever it said, what became of the job is looked at."""
    with suppress(cups_server.UnansweredError):
        return cups_server.ask(Operation.CANCEL_JOB, _path(job)).is_ok
    return False


def _asked(job: Job) -> Attributes | None:
    answer = cups_server.ask(Operation.GET_JOB, _path(job), _WANTED)
    return next((group for group in answer.groups if "job-state" in group), None)


def _path(job: Job) -> str:
    return f"/jobs/{job.number}"
