"""What printers wait for a person about, in sentences."""

from collections.abc import Sequence

from shopdesk.i18n import N_, _

_SEVERITIES = ("-error", "-warning", "-report")

# printer-state-reasons (RFC 8011, 5.4.12; PWG 5100.9; CUPS) -> what to do; first ones first.
TROUBLES = {
    "media-jam": N_("Paper is stuck in {printer}. Take it out."),
    "cover-open": N_("{printer} is open. Close it."),
    "door-open": N_("{printer} is open. Close it."),
    "interlock-open": N_("{printer} is open. Close it."),
    "media-empty": N_("{printer} is out of paper. Put some in."),
    "media-needed": N_("{printer} needs other paper. Put the right one in."),
    "media-size-mismatch": N_("{printer} needs other paper. Put the right one in."),
    "input-tray-missing": N_("The paper tray of {printer} is missing. Put it in."),
    "output-tray-missing": N_("The output tray of {printer} is missing. Put it in."),
    "output-area-full": N_("The output tray of {printer} is full. Empty it."),
    "toner-empty": N_("{printer} is out of toner. Change the cartridge."),
    "marker-supply-empty": N_("{printer} is out of ink or ribbon. Change it."),
    "marker-supply-missing": N_("The ink or ribbon of {printer} is missing. Put it in."),
    "offline": N_("{printer} is not connected. Check that it is on and its cable is in."),
    "connecting-to-device": N_("{printer} does not answer. Check that it is on and connected."),
    "timed-out": N_("{printer} does not answer. Check that it is on and connected."),
    "shutdown": N_("{printer} is switched off. Switch it on."),
    "power-down": N_("{printer} is switched off. Switch it on."),
    "cups-missing-filter": N_("The driver of {printer} is incomplete. Install it anew."),
    "cups-insecure-filter": N_("The driver of {printer} is incomplete. Install it anew."),
    "hold-new-jobs": N_("{printer} holds new jobs. Release them in the printer settings."),
    "paused": N_("{printer} is stopped. Resume it in the printer settings of the system."),
}
STOPPED = TROUBLES["paused"]
# Of a printer that is off CUPS gives no reason; its backends say so while they try again.
_UNREACHED = (
    "The printer may not exist or is unavailable at this time.",
    "The printer is not responding.",
    "The printer is unreachable at this time.",
    "Unable to locate printer",
)
REFUSES = N_("{printer} takes no jobs. Let it accept them in the printer settings of the system.")
GONE = N_("There is no printer {printer} any more. Choose another.")
NO_ROOM = N_(
    "This computer has no room to prepare what {printer} is to print. Free some space on its disk,"
    " then print again."
)
ERROR = N_("{printer} reports an error. Look what it shows.")


def told(sentence: str, printer: str) -> str:
    """Return a sentence of this page about a printer, in the person's language."""
    return _(sentence).format(printer=printer)


def trouble(printer: str, reasons: Sequence[str], *, is_stopped: bool, message: str = "") -> str:
    """Return what is the matter for the system's `reasons`, or nothing: low ink does not stop.

    `message` is what a print system says of the job that it is printing, in English.
    """
    said = {_bare(reason) for reason in reasons}
    if message.startswith(_UNREACHED):
        said.add("timed-out")
    known = next((sentence for reason, sentence in TROUBLES.items() if reason in said), "")
    if known:
        return told(known, printer)
    if is_stopped:
        return told(STOPPED, printer)
    failing = any(reason.endswith("-error") for reason in reasons)
    return told(ERROR, printer) if failing else ""


def _bare(reason: str) -> str:
    for severity in _SEVERITIES:
        reason = reason.removesuffix(severity)
    return reason
