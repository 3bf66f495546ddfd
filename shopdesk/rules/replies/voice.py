"""How a shop speaks to a buyer: in which language, and with which words of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shopdesk.i18n import text_in
from shopdesk.rules.replies.blanks import filled
from shopdesk.rules.replies.texts import REPLIES

OwnTexts = Mapping[tuple[str, str], str]
"""A shop's own wordings, by code and language."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Says ready words; what the shop has not reworded is said as it ships."""

    language: str
    own: OwnTexts = field(default_factory=dict)

    def template(self, code: str) -> str:
        """Return one ready text with its blanks."""
        return self.own.get((code, self.language)) or shipped_text(code, self.language)

    def say(self, codes: Iterable[str], values: Mapping[str, object]) -> str:
        """Return ready texts one under the other, their blanks filled as far as known."""
        return "\n".join(filled(self.template(code), values) for code in codes)


def shipped_text(code: str, language: str) -> str:
    """Return a ready text as it ships, whatever a shop made of it."""
    return text_in(language, REPLIES[code].text)
