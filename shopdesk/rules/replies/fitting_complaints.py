"""Which ready words fit a complaint as it stands, the most fitting first."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.rules.replies.fitting import Message


@dataclass(frozen=True, slots=True)
class ComplaintTelling:
    """What of a complaint decides which words fit it."""

    state: str
    category: str = ""
    has_options: bool = False
    at_platform: bool = False
    decided: bool = False
    """Whether the platform has given its verdict."""
    sent_out: bool = False
    """Whether goods went out again with a waybill."""
    begun: bool = False
    """Whether what was chosen is under way, and the buyer has not got it yet."""
    paid: bool = False
    """Whether money was refunded or paid."""


@dataclass(frozen=True, slots=True)
class _Fit:
    states: tuple[str, ...]
    code: str
    when: Callable[[ComplaintTelling], bool] = lambda _telling: True
    step: str = ""


_OPEN = ("open", "looking", "offered", "chosen", "done")
_ASKED = ("open", "looking")

_FITS = (
    _Fit(_OPEN, "platform_buyer", lambda t: t.at_platform),
    _Fit(_OPEN, "platform_statement", lambda t: t.at_platform),
    _Fit(_OPEN, "platform_evidence", lambda t: t.at_platform),
    _Fit(_OPEN, "platform_verdict", lambda t: t.decided),
    _Fit(_ASKED, "complaint_options", lambda t: t.has_options),
    _Fit(("open",), "complaint_first", step="reply"),
    _Fit(_ASKED, "complaint_evidence"),
    _Fit(_ASKED, "complaint_asking", lambda t: t.category == "on_its_way"),
    _Fit(("offered",), "complaint_options"),
    _Fit(("offered",), "complaint_ask_again", step="ask_again"),
    _Fit(("chosen",), "complaint_chosen"),
    _Fit(("done",), "complaint_sent", lambda t: t.sent_out and not t.begun),
    _Fit(("done",), "complaint_refunded", lambda t: t.paid),
    _Fit(("done",), "complaint_begun", lambda t: t.begun),
    _Fit(("done",), "complaint_done", lambda t: not t.begun),
    _Fit(("done",), "complaint_closed", lambda t: not t.begun),
    _Fit(("closed",), "complaint_closed"),
)


def complaint_messages(telling: ComplaintTelling) -> tuple[Message, ...]:
    """Return what can be told about a complaint; none once it is merged or taken back."""
    fitting = (fit for fit in _FITS if telling.state in fit.states and fit.when(telling))
    return tuple(Message((fit.code,), fit.step) for fit in fitting)
