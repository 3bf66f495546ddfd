"""What is unusual, in one sentence."""

from collections.abc import Mapping
from typing import Protocol

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.rules.sentences import courier_name, reason_name
from shopdesk.rules.situations import SITUATIONS

_SENTENCES: Mapping[str, str] = {
    "reason": N_("{reason}: {now} this week, usually {usual}"),
    "courier": N_("{name}: {now} × {reason} this week, usually {usual}"),
    "product": N_("{name}: {now} × {reason} this week, usually {usual}"),
    "situation": N_("{name}: {now} complaints this week, usually {usual}"),
}


class Told(Protocol):
    """What is told of a finding; see queries.unusual.Unusual."""

    @property
    def subject(self) -> str:
        """Reason, courier, product or situation."""

    @property
    def code(self) -> str:
        """The code of the courier or the situation."""

    @property
    def name(self) -> str:
        """Own words for the courier, or the product's title."""

    @property
    def reason(self) -> str:
        """The reason's code."""

    @property
    def reason_text(self) -> str:
        """The reason's own words."""

    @property
    def now(self) -> int:
        """How often this week."""

    @property
    def usual(self) -> float:
        """How often in a week before."""


def unusual_sentence(told: Told, formats: Formats) -> str:
    """Return the sentence of one finding."""
    return _(_SENTENCES[told.subject]).format(
        name=_name(told),
        reason=reason_name(told.reason, told.reason_text),
        now=formats.number(told.now),
        usual=formats.number(told.usual) if round(told.usual) else _("less than 1"),
    )


def _name(told: Told) -> str:
    if told.subject == "situation":
        found = SITUATIONS.get(told.code)
        return _(found.name) if found else told.code
    return courier_name(told.code, told.name)
