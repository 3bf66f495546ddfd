"""What the timeline of a complaint tells, as words: situation, cause, options, verdict."""

from collections.abc import Mapping
from typing import Any

from shopdesk.i18n import _
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.complaints import VERDICTS
from shopdesk.rules.situations import SITUATIONS, UNKNOWN, causes_of


def event_words(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the words of an entry's codes, by the names that its sentence uses."""
    situation = str(values.get("situation", ""))
    return {
        "situation": situation_name(situation),
        "cause": cause_name(situation, str(values.get("cause", ""))),
        "option": str(values.get("option", "")),
        "options": " · ".join(values.get("options", ())),
        "verdict": verdict_name(str(values.get("verdict", ""))),
        "channel": channel_name(str(values.get("channel", ""))),
    }


def situation_name(code: str) -> str:
    """Return what a buyer says is wrong."""
    return _(SITUATIONS[code].name) if code in SITUATIONS else code


def cause_name(situation: str, code: str) -> str:
    """Return why it went wrong in a situation."""
    causes = causes_of(situation) if situation in SITUATIONS else {}
    return _(causes[code].name) if code in causes else _(UNKNOWN)


def verdict_name(code: str) -> str:
    """Return how a platform decided, empty where it has not."""
    return _(VERDICTS[code]) if code in VERDICTS else ""


def channel_name(code: str) -> str:
    """Return how a buyer was reached, empty where nobody said."""
    return _(CHANNELS[code]) if code in CHANNELS else ""
