"""A job of CUPS, watched until CUPS says that the printer is done with it."""

import time

from shopdesk.i18n import _
from shopdesk.printers import cups_facts
from shopdesk.printers.cups_job import Job, JobState, cancel, read_job
from shopdesk.printers.order import Listener, PrintCancelledError, PrinterError, Step
from shopdesk.printers.troubles import GONE, told

_POLL_S = 0.3


def follow(job: Job, total: int, copies: int, listener: Listener) -> None:
    """Tell how a job of `total` pages comes on, and return when it is done.

    Raises PrinterError when it did not come out, PrintCancelledError when it was taken back.
    """
    before = ""
    while not (state := read_job(job)).is_done:
        if listener.is_cancelled() and cancel(job):
            raise PrintCancelledError
        trouble = _waits_for(job, state)
        # A trouble of a moment is none: each job connects first.
        waits = trouble if trouble == before else ""
        done = min(state.pages // copies, total)
        listener.progress(Step(done, total, waits, prepared=total))
        before = trouble
        time.sleep(_POLL_S)
    listener.progress(Step(total, total, prepared=total))


def _waits_for(job: Job, state: JobState) -> str:
    if state.is_held:
        return _("The job is held. Release it in the queue of {printer}.").format(
            printer=job.printer
        )
    trouble = cups_facts.trouble_now(job.printer)
    if trouble is None:
        raise PrinterError(told(GONE, job.printer))
    return trouble
