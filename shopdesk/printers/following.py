"""A job of CUPS, watched until CUPS says that the printer is done with it."""

import time

from shopdesk.i18n import _
from shopdesk.printers import cups_facts
from shopdesk.printers.cups_job import Job, JobState, cancel, read_job
from shopdesk.printers.order import Listener, PrintCancelledError, PrinterError, Step
from shopdesk.printers.troubles import GONE, told

_SHORTEST_S, _LONGEST_S = 0.05, 0.4
"""Between two looks; a single slip is out soon, and a long job is looked at less often."""
_MOMENT_S = 0.3
"""What a printer reports for less than that is none: each job begins with connecting."""


def follow(job: Job, total: int, copies: int, listener: Listener) -> None:
    """Tell how a job of `total` pages comes on, and return when it is done.

    Raises PrinterError when it did not come out, PrintCancelledError when it was taken back.
    """
    trouble, since, pause_s = "", time.monotonic(), _SHORTEST_S
    while not (state := read_job(job)).is_done:
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


def _waits_for(job: Job, state: JobState) -> str:
    if state.is_held:
        return _("The job is held. Release it in the queue of {printer}.").format(
            printer=job.printer
        )
    trouble = cups_facts.trouble_now(job.printer)
    if trouble is None:
        raise PrinterError(told(GONE, job.printer))
    return trouble
