"""Which follow-ups make themselves: what has to happen, and the rules that ship with ShopDesk."""

from dataclasses import dataclass
from typing import Protocol

from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.kinds import KINDS as CASE_KINDS

DEADLINE = "deadline"
MOST_DAYS = 365
OWN = "own"
"""How the codes of rules of the shop's own begin; none ever comes again."""


@dataclass(frozen=True, slots=True)
class Event:
    """What makes a follow-up; `said` is its place in a sentence behind "3 days after"."""

    code: str
    name: str
    said: str
    kinds: tuple[str, ...]
    """The kinds of case to which it happens."""


EVENTS = {
    event.code: event
    for event in (
        Event("settled", N_("A return is settled"), N_("a return is settled"), ("return",)),
        Event(
            "delivered",
            N_("A reshipment is delivered"),
            N_("a reshipment is delivered"),
            ("reshipment",),
        ),
        Event(
            "closed",
            N_("A return or complaint is closed"),
            N_("{kind} is closed"),
            ("complaint", "return"),
        ),
        Event(DEADLINE, N_("A deadline passes"), N_("“{clock}” is overdue"), tuple(CASE_KINDS)),
    )
}

CLOSED_KINDS = {
    "": N_("a return or complaint"),
    "return": N_("a return"),
    "complaint": N_("a complaint"),
}


class Rule(Protocol):
    """What a sentence needs to know of a rule, wherever it was read from."""

    @property
    def event(self) -> str:
        """A key of EVENTS."""
        ...

    @property
    def case_kind(self) -> str:
        """A key of rules.kinds, or empty for every kind."""
        ...

    @property
    def clock(self) -> str:
        """A key of rules.clocks, where the event is a deadline."""
        ...

    @property
    def days(self) -> int:
        """How long after the event."""
        ...


@dataclass(frozen=True, slots=True)
class Preset:
    """A rule as it ships; switched off where a list shows the same already."""

    code: str
    event: str
    case_kind: str
    days: int
    kind: str
    channel: str = "chat"
    clock: str = ""
    active: bool = True


PRESETS = {
    preset.code: preset
    for preset in (
        Preset("refund_arrived", "settled", "return", 3, "check_refund"),
        Preset("replacement_arrived", "delivered", "reshipment", 2, "check_replacement"),
        Preset("complaint_survey", "closed", "complaint", 3, "survey", "phone"),
        Preset("return_survey", "closed", "return", 7, "survey", active=False),
        Preset("ask_waybill", DEADLINE, "return", 0, "ask_waybill", clock="send", active=False),
        Preset(
            "chase_courier", DEADLINE, "", 0, "chase_courier", "other", clock="move", active=False
        ),
        Preset("no_choice", DEADLINE, "complaint", 0, "call_back", clock="choose", active=False),
    )
}


def source_key(rule_code: str, case_id: int) -> str:
    """Return what marks a rule's follow-up of a case; a file holds each once."""
    return f"{rule_code}:{case_id}"


def makes_sense(kind: str, refunded_minor: int) -> bool:
    """Tell whether a follow-up has something to ask about: no refund, none to look for."""
    return kind != "check_refund" or refunded_minor > 0


def rule_sentence(rule: Rule) -> str:
    """Return when a rule makes its follow-up, such as "3 days after a return is settled"."""
    event = EVENTS[rule.event]
    clock = _(CLOCKS[rule.clock].name) if rule.clock in CLOCKS else ""
    happened = _(event.said).format(kind=_(CLOSED_KINDS.get(rule.case_kind, "")), clock=clock)
    if rule.days == 0:
        return _("As soon as {happened}").format(happened=happened)
    return ngettext("{n} day after {happened}", "{n} days after {happened}", rule.days).format(
        n=rule.days, happened=happened
    )
