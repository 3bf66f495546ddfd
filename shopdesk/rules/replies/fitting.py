"""Which ready words fit a return as it stands, the most fitting first."""

from collections.abc import Callable
from dataclasses import dataclass

from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.replies.texts import proposed_reply, replies_of

Codes = tuple[str, ...]
"""Codes of ready texts that are said one after the other."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a return decides which words fit it."""

    state: str
    remedy: str
    payer: str
    verdict: str = "agree"
    points: Codes = ()
    """The codes of the advice's points, the telling ones first."""
    is_late: bool = False
    """Whether the clock that runs now has run out."""
    short: bool = False
    """Whether less came than was to come back."""
    damaged: bool = False
    ours: bool = False
    """Whether the reason says that we or the courier failed, so that harm is no surprise."""
    refunded: bool = False
    deducted: bool = False
    sent_out: bool = False
    """Whether goods went out to the buyer with a waybill."""
    sent_back: bool = False
    """Whether it was declined after inspection."""


@dataclass(frozen=True, slots=True)
class Message:
    """What can be told now, put together of ready texts; the first one gives it its name.

    `step` is the step that telling it is, so that copying it can take that step.
    """

    codes: Codes
    step: str = ""

    @property
    def code(self) -> str:
        """The code of the text that names the message."""
        return self.codes[0]


@dataclass(frozen=True, slots=True)
class _Fit:
    """In which states a message fits, and on what further condition."""

    states: tuple[str, ...]
    codes: Callable[[Telling], Codes]
    when: Callable[[Telling], bool] = lambda _telling: True
    step: str = ""


def _only(code: str) -> Callable[[Telling], Codes]:
    return lambda _telling: (code,)


def _by_point(group: str) -> Callable[[Telling], Codes]:
    return lambda telling: (proposed_reply(replies_of(group), telling.points).code,)


def agreed_codes(telling: Telling) -> Codes:
    """Return what tells the buyer that it is agreed, and how to send it where goods come back."""
    remedy = remedy_of(telling.remedy)
    back = ("send_to", f"freight_{telling.payer}") if remedy.goods_back else ()
    return (f"agree_{remedy.code}", *back)


def _settled_codes(telling: Telling) -> Codes:
    remedy = remedy_of(telling.remedy)
    beside = {
        "refunded": telling.refunded and not remedy.money_back,
        "deducted": telling.deducted,
        "replacement_sent": telling.sent_out,
    }
    return (f"settled_{remedy.code}", *(code for code, holds in beside.items() if holds))


def _sent_back_codes(telling: Telling) -> Codes:
    return ("sent_back", "replacement_sent") if telling.sent_out else ("sent_back",)


def _goods_back(telling: Telling) -> bool:
    return remedy_of(telling.remedy).goods_back


_FITS = (
    _Fit(("asked",), _by_point("ask"), lambda t: t.verdict == "ask"),
    _Fit(("asked",), _by_point("decline"), lambda t: t.verdict == "decline"),
    _Fit(("agreed",), _only("remind_send"), lambda t: t.is_late and _goods_back(t), "remind"),
    _Fit(("asked", "agreed"), agreed_codes),
    _Fit(("asked",), _only("ask_photo")),
    _Fit(("agreed",), _only("remind_send"), lambda t: not t.is_late and _goods_back(t), "remind"),
    _Fit(("declined",), _only("declined")),
    _Fit(("on_its_way",), _only("on_its_way"), lambda t: not t.is_late),
    _Fit(("on_its_way",), _only("remind_arrive"), step="remind"),
    _Fit(("on_its_way",), _only("ask_courier"), step="remind"),
    _Fit(("arrived",), _only("arrived")),
    _Fit(("inspected",), _only("inspected_short"), lambda t: t.short),
    _Fit(("inspected",), _only("inspected_damaged"), lambda t: t.damaged and not t.ours),
    _Fit(("inspected",), _only("inspected_fault"), lambda t: t.damaged and t.ours),
    _Fit(("inspected",), _only("inspected"), lambda t: not (t.short or t.damaged)),
    _Fit(("settled", "closed"), _sent_back_codes, lambda t: t.sent_back),
    _Fit(("settled",), _settled_codes, lambda t: not t.sent_back),
    _Fit(("closed",), _only("closed")),
    _Fit(("cancelled",), _only("cancelled")),
)


def fitting_messages(telling: Telling) -> tuple[Message, ...]:
    """Return what can be told about a return that stands so, each once, the fittest first."""
    fitting = [fit for fit in _FITS if telling.state in fit.states and fit.when(telling)]
    found: dict[str, Message] = {}
    for fit in fitting:
        message = Message(fit.codes(telling), fit.step)
        found.setdefault(message.code, message)
    return tuple(found.values())
