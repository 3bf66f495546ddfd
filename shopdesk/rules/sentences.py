"""Codes and values as the sentences a person reads, in the language spoken now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shopdesk.i18n import _, ngettext
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.follow_ups import KINDS as TASKS
from shopdesk.rules.follow_ups import OUTCOMES
from shopdesk.rules.printing import WAYS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import REMEDIES

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SOON = timedelta(hours=24)


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


def courier_name(code: str, own_words: str = "") -> str:
    """Return a courier's name: as exported or typed, or the preset's."""
    if own_words:
        return own_words
    return _(COURIERS[code].name) if code in COURIERS else code


def task_name(kind: str) -> str:
    """Return what a follow-up is to do."""
    return _(TASKS[kind]) if kind in TASKS else kind


def outcome_name(code: str) -> str:
    """Return what came of a follow-up."""
    return _(OUTCOMES[code]) if code in OUTCOMES else code


def document_name(code: str) -> str:
    """Return what a paper is called."""
    return _(DOCUMENTS[code].name) if code in DOCUMENTS else code


def way_text(way: str, printer: str = "") -> str:
    """Return how a paper left the program: printed on which printer, saved, or opened."""
    if printer:
        return _("printed on {printer}").format(printer=printer)
    return _(WAYS[way]) if way in WAYS else way


def evidence_lacking(files: int) -> str:
    """Return what is said where evidence that rows name could not be copied along."""
    return ngettext(
        "{n} file of the evidence is missing or cannot be read.",
        "{n} files of the evidence are missing or cannot be read.",
        files,
    ).format(n=files)
