"""A job of CUPS, watched until CUPS says that the printer is done with it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from shopdesk.i18n import N_, _
from shopdesk.printers import cups_facts
from shopdesk.printers.cups_job import Job, JobState, cancel, read_job
from shopdesk.printers.cups_server import UnansweredError
from shopdesk.printers.order import (
    Listener,
    PrintCancelledError,
    PrinterError,
    PrintUnsureError,
    Step,
)
from shopdesk.printers.troubles import GONE, told

RESTART_S = 5.0
"""How long a print system may be away: its updates and its log start it anew."""
_SHORTEST_S, _LONGEST_S = 0.05, 0.4
"""Between two looks; a single slip is out soon, and a long job is looked at less often."""
_MOMENT_S = 0.3
"""What a printer reports for less than that is none: each job begins with connecting."""
_SILENT = N_(
    "The printing system does not tell whether {printer} has printed it. Look at the printer:"
    " print again only what is missing."
)


def follow(job: Job, total: int, copies: int, listener: Listener) -> None:
    """Tell how a job of `total` pages comes on, and return when it is done.

    Raises PrinterError when it did not come out, PrintUnsureError when nobody can tell,
    PrintCancelledError when it was taken back.
    """
    with silence_as_unsure(job.printer):
        _follow(job, total, copies, listener)


@contextmanager
def silence_as_unsure(printer: str) -> Iterator[None]:
    """Raise PrintUnsureError for no answer about pages that `printer` has been given."""
    try:
        yield
    except UnansweredError as error:
        raise PrintUnsureError(told(_SILENT, printer)) from error


def _follow(job: Job, total: int, copies: int, listener: Listener) -> None:
    trouble, since, pause_s = "", time.monotonic(), _SHORTEST_S
    while not (state := _read(job)).is_done:
        if listener.is_cancelled() and cancel(job):
            raise PrintCancelledError
        now = _waits_for(job, state)
        if now != trouble:
            trouble, since = now, time.monotonic()
        waits = trouble if time.monotonic() - since >= _MOMENT_S else ""
        done = min(state.pages // copies, total)
        listener.progress(Step(done, total, waits, prepared=total))
        time.sleep(pause_s)
        pause_s = min(2 * pause_s, _LONGEST_S)
    listener.progress(Step(total, total, prepared=total))


def _read(job: Job) -> JobState:
    """Read a job, again and again while the print system may be starting anew."""
    deadline = time.monotonic() + RESTART_S
    while True:
        try:
            return read_job(job)
        except UnansweredError:
            if time.monotonic() >= deadline:
                raise
        time.sleep(_LONGEST_S)


def _waits_for(job: Job, state: JobState) -> str:
    if state.is_held:
        return _("The job is held. Release it in the queue of {printer}.").format(
            printer=job.printer
        )
    try:
        trouble = cups_facts.trouble_now(job.printer)
    except UnansweredError:
        return ""  # the next look at the job tells whether that stays so
    if trouble is None:
        raise PrinterError(told(GONE, job.printer))
    return trouble
