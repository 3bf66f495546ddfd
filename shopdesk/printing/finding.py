"""The month in words: sentences chosen from its figures by plain rules."""

from typing import Literal

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.words import Words
from shopdesk.queries.paper import ItemCount, MonthSummary, Pair
from shopdesk.rules.reasons import REASONS

Course = Literal["rose", "fell", "stayed"]

LEVEL = 0.05
"""A figure that moved by less than this part of itself stayed level."""
FIRST_CAUSE_SHARE = 0.25
"""A reason is named when it stands behind at least this part of the returns."""
FEWEST = 3
"""Fewer returns of one reason or one item than this may be chance, and are not named."""

_COURSES: dict[tuple[Course, Course], str] = {
    ("rose", "rose"): N_("Returns rose from {before} to {now}, on more orders."),
    ("rose", "stayed"): N_("Returns rose from {before} to {now}, on as many orders."),
    ("rose", "fell"): N_("Returns rose from {before} to {now}, though on fewer orders."),
    ("stayed", "rose"): N_("Returns stayed level at {now}, on more orders."),
    ("stayed", "stayed"): N_("Returns and orders stayed level: {now} came back."),
    ("stayed", "fell"): N_("Returns stayed level at {now}, though on fewer orders."),
    ("fell", "rose"): N_("Returns fell from {before} to {now}, though on more orders."),
    ("fell", "stayed"): N_("Returns fell from {before} to {now}, on as many orders."),
    ("fell", "fell"): N_("Returns fell from {before} to {now}, on fewer orders."),
}


def finding(summary: MonthSummary, words: Words, formats: Formats) -> list[str]:
    """Return one to three sentences: the course of returns, its first cause, its first item."""
    told = (
        _course(summary, words, formats),
        _first_cause(summary, words, formats),
        _first_item(summary, words, formats),
    )
    return [sentence for sentence in told if sentence]


def course_of(figure: Pair[int]) -> Course:
    """Return where a figure went since the month before."""
    moved = figure.now - figure.before
    if abs(moved) <= LEVEL * figure.before:
        return "stayed"
    return "rose" if moved > 0 else "fell"


def reason_name(words: Words, code: str, text: str) -> str:
    """Return a reason's own words, or those of its code."""
    if text:
        return text
    return words.gettext(REASONS[code].name) if code in REASONS else code


def _course(summary: MonthSummary, words: Words, formats: Formats) -> str:
    returns = summary.returns
    month = formats.month(summary.first_day)
    now, before = formats.number(returns.now), formats.number(returns.before)
    if not returns.now:
        return words.gettext(N_("No returns in {month}.")).format(month=month)
    if not returns.before:
        sentence = words.ngettext(
            "{now} return in {month}, after none the month before.",
            "{now} returns in {month}, after none the month before.",
            returns.now,
        )
        return sentence.format(now=now, month=month)
    sentence = words.gettext(_COURSES[course_of(returns), course_of(summary.orders)])
    return sentence.format(now=now, before=before)


def _first_cause(summary: MonthSummary, words: Words, formats: Formats) -> str:
    told = sum(reason.count for reason in summary.reasons)
    if not told:
        return ""
    first = summary.reasons[0]
    if first.count < FEWEST or first.count < FIRST_CAUSE_SHARE * told:
        return ""
    was_first = first.before >= max(reason.before for reason in summary.reasons)
    sentence = (
        N_("The first cause is still: {reason}, with {share} of the returns.")
        if was_first
        else N_("The first cause is now: {reason}, with {share} of the returns.")
    )
    share = formats.percent(first.count / told, 0)
    reason = reason_name(words, first.code, first.text)
    return words.gettext(sentence).format(reason=reason, share=share)


def _first_item(summary: MonthSummary, words: Words, formats: Formats) -> str:
    item = _conspicuous(summary)
    if item is None:
        return ""
    sentence = words.gettext(N_("It came back most: {item}, {returned} of {sold} sold."))
    return sentence.format(
        item=item.title or item.sku,
        returned=formats.number(item.units_returned),
        sold=formats.number(item.units_sold),
    )


def _conspicuous(summary: MonthSummary) -> ItemCount | None:
    """Return the item that came back most, if more than a few did and its sales are known."""
    item = max(summary.items, key=lambda item: item.units_returned, default=None)
    if item is None or item.units_returned < FEWEST or item.units_sold < item.units_returned:
        return None
    return item
