"""Codes and values as the sentences a person reads, in the language spoken now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from shopdesk.formats import Formats
from shopdesk.i18n import _, ngettext
from shopdesk.rules.advice import POINTS
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.claims import REASONS as CLAIM_REASONS
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.complaint_words import event_words as complaint_words
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.events import EVENTS
from shopdesk.rules.follow_ups import KINDS as TASKS
from shopdesk.rules.follow_ups import OUTCOMES
from shopdesk.rules.found_words import found_text
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.replies import REPLIES
from shopdesk.rules.reshipments import STATES

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SOON = timedelta(hours=24)

_DAYS = ("delivered", "ordered", "last")


@dataclass(frozen=True, slots=True)
class DueText:
    """When something is due, said shortly; `tone` is late, wait (within a day) or neutral."""

    text: str
    tone: str


def due_text(clock: str, due_at: datetime | None, now: datetime) -> DueText:
    """Return what is due when; a dash where nothing is waited for."""
    if due_at is None or clock not in CLOCKS:
        return DueText("—", "neutral")
    words = CLOCKS[clock]
    left = due_at - now
    if left < timedelta():
        return DueText(_(words.late).format(time=time_span(-left)), "late")
    if left < HOUR:
        return DueText(_(words.due_today), "wait")
    tone = "wait" if left <= SOON else "neutral"
    return DueText(_(words.due_in).format(time=time_span(left)), tone)


def time_span(span: timedelta) -> str:
    """Return a span in its one telling unit: minutes, hours up to two days, then days."""
    if span < HOUR:
        minutes = max(1, int(span.total_seconds() // 60))
        return ngettext("{n} min", "{n} min", minutes).format(n=minutes)
    if span < 2 * DAY:
        hours = int(span / HOUR)
        return ngettext("{n} h", "{n} h", hours).format(n=hours)
    days = span.days
    return ngettext("{n} day", "{n} days", days).format(n=days)


def reason_name(code: str, own_words: str = "") -> str:
    """Return a reason's name: the shop's own words, or the preset's."""
    if own_words:
        return own_words
    return _(REASONS[code].name) if code in REASONS else code


def remedy_name(code: str) -> str:
    """Return what the buyer gets."""
    return _(REMEDIES[code].name) if code in REMEDIES else code


def state_name(code: str) -> str:
    """Return where a reshipment stands, as a timeline says it."""
    return _(STATES[code].name) if code in STATES else code


def courier_name(code: str, own_words: str = "") -> str:
    """Return a courier's name: as exported or typed, or the preset's."""
    if own_words:
        return own_words
    return _(COURIERS[code].name) if code in COURIERS else code


def claim_name(reason: str) -> str:
    """Return why something is claimed from a courier."""
    return _(CLAIM_REASONS[reason]) if reason in CLAIM_REASONS else reason


def reply_title(code: str) -> str:
    """Return what a ready text is called."""
    return _(REPLIES[code].title) if code in REPLIES else code


def task_name(kind: str) -> str:
    """Return what a follow-up is to do."""
    return _(TASKS[kind]) if kind in TASKS else kind


def outcome_name(code: str) -> str:
    """Return what came of a follow-up."""
    return _(OUTCOMES[code]) if code in OUTCOMES else code


def point_text(code: str, values: Mapping[str, Any], formats: Formats) -> str:
    """Return one reason of an advice; dates come as dates, or as ISO text from the file."""
    said = {name: _value_text(name, value, formats) for name, value in values.items()}
    if code == "condition":
        said["condition"] = _(CATEGORIES[values["category"]].condition)
    return _(POINTS[code][1]).format_map(said)


def _value_text(name: str, value: Any, formats: Formats) -> str:  # noqa: ANN401
    if name == "category":
        return _(CATEGORIES[value].name)
    if name in _DAYS:
        day = value if isinstance(value, date) else date.fromisoformat(value)
        return formats.day(day)
    return str(value)


def event_text(event: str, text: str, values: Mapping[str, Any], formats: Formats) -> str:
    """Return one entry of a timeline; an event of a newer ShopDesk shows its own text."""
    template = EVENTS.get(event)
    if template is None:
        return text or event
    said = {
        "text": text,
        "reason": reason_name(str(values.get("reason", ""))),
        "remedy": remedy_name(str(values.get("remedy", ""))),
        "courier": courier_name(
            str(values.get("courier", "")), str(values.get("courier_name", ""))
        ),
        "waybill": values.get("waybill", ""),
        "before": values.get("before", ""),
        "reply": reply_title(str(values.get("reply", ""))),
        "person": values.get("person", ""),
        "number": values.get("number", ""),
        "origin": values.get("origin", ""),
        "whom": values.get("whom", ""),
        "state": state_name(str(values.get("state", ""))),
        "parties": shares_text(values.get("shares", {})),
        **complaint_words(values),
        "claim": claim_name(str(values.get("claim", ""))),
        "task": task_name(str(values.get("task", ""))),
        "outcome": outcome_name(str(values.get("outcome", ""))),
        "score": values.get("score", ""),
    }
    if "found" in values:
        said["found"] = found_text(values["found"])
    for name in values:
        if name.endswith("_minor"):
            said[name.removesuffix("_minor")] = formats.money(values[name], values["currency"])
    if "day" in values:
        said["day"] = formats.day(date.fromisoformat(values["day"]))
    if "moment" in values:
        said["moment"] = formats.date_time(datetime.fromisoformat(values["moment"]))
    return text if event == "note" else _(template).format_map(said)


def shares_text(percents: Mapping[str, int]) -> str:
    """Return who bears something, each party with its per cent unless it bears all."""
    if len(percents) == 1:
        return "".join(_(PARTIES.get(party, party)) for party in percents)
    parts = [
        _("{party} {percent} %").format(party=_(PARTIES.get(party, party)), percent=percent)
        for party, percent in percents.items()
    ]
    return " · ".join(parts)


def evidence_lacking(files: int) -> str:
    """Return what is said where evidence that rows name could not be copied along."""
    return ngettext(
        "{n} file of the evidence is missing or cannot be read.",
        "{n} files of the evidence are missing or cannot be read.",
        files,
    ).format(n=files)
