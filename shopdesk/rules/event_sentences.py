"""What happened, and why something is advised, as the sentences a person reads.

Apart from the shorter `sentences`, for it knows nearly every rule: no list has to wait for that.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.rules.advice import POINTS
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.claims import REASONS as CLAIM_REASONS
from shopdesk.rules.complaint_words import event_words as complaint_words
from shopdesk.rules.events import EVENTS
from shopdesk.rules.found_words import found_text
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.replies import REPLIES
from shopdesk.rules.reshipments import STATES
from shopdesk.rules.sentences import (
    courier_name,
    document_name,
    outcome_name,
    reason_name,
    remedy_name,
    task_name,
    way_text,
)

_DAYS = ("delivered", "ordered", "last")


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
        "document": document_name(str(values.get("document", ""))),
        "how": way_text(str(values.get("way", "")), str(values.get("printer", ""))),
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


def state_name(code: str) -> str:
    """Return where a reshipment stands, as a timeline says it."""
    return _(STATES[code].name) if code in STATES else code


def claim_name(reason: str) -> str:
    """Return why something is claimed from a courier."""
    return _(CLAIM_REASONS[reason]) if reason in CLAIM_REASONS else reason


def reply_title(code: str) -> str:
    """Return what a ready text is called."""
    return _(REPLIES[code].title) if code in REPLIES else code


def shares_text(percents: Mapping[str, int]) -> str:
    """Return who bears something, each party with its per cent unless it bears all."""
    if len(percents) == 1:
        return "".join(_(PARTIES.get(party, party)) for party in percents)
    parts = [
        _("{party} {percent} %").format(party=_(PARTIES.get(party, party)), percent=percent)
        for party, percent in percents.items()
    ]
    return " · ".join(parts)
