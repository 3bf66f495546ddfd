"""How a shop speaks to a buyer: in which language, and with which words of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shopdesk.i18n import text_in
from shopdesk.rules.replies.blanks import filled
from shopdesk.rules.replies.reason_texts import BY_REASON
from shopdesk.rules.replies.texts import REPLIES

TextKey = tuple[str, str, str]
"""Code, reason and language of a wording; an empty reason is for all that have no own words."""
OwnTexts = Mapping[TextKey, str]
"""A shop's own wordings."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Says ready words; what the shop has not reworded is said as it ships.

    The shop's words for the `reason` of the case come first, then its words for all reasons.
    """

    language: str
    own: OwnTexts = field(default_factory=dict)
    reason: str = ""

    def template(self, code: str) -> str:
        """Return one ready text with its blanks."""
        keys = ((code, reason, self.language) for reason in (self.reason, ""))
        own = next(filter(None, map(self.own.get, keys)), "")
        return own or shipped_text(code, self.language, self.reason)

    def say(self, codes: Iterable[str], values: Mapping[str, object]) -> str:
        """Return ready texts one under the other, their blanks filled as far as known."""
        return "\n".join(filled(self.template(code), values) for code in codes)


def shipped_text(code: str, language: str, reason: str = "") -> str:
    """Return a ready text as it ships for a reason, whatever a shop made of it."""
    return text_in(language, BY_REASON.get((code, reason), REPLIES[code].text))
