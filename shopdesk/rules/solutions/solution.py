"""What a solution is: texts in each language, causes to check, options to offer."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SolutionText:
    """What a solution says in one language; `reply` has the blanks of rules.replies."""

    title: str = ""
    when: str = ""
    """When it applies."""
    advice: tuple[str, ...] = ()
    """What to do, step by step."""
    reply: str = ""
    words: str = ""
    """What buyers write in this case; found by it, never shown to them."""


@dataclass(frozen=True, slots=True)
class SolutionOption:
    """One way out to be put to the buyer; `does` is a key of rules.options.DEEDS.

    `amount` is a key of AMOUNTS, and `percent` the share for `share`. `party` would bear it, a
    key of rules.liability.PARTIES or empty. `follow_kind` is a key of rules.follow_ups.KINDS,
    due `follow_days` after the option is done, or empty.
    """

    solution: str
    code: str
    titles: Mapping[str, str]
    does: str
    amount: str = "none"
    percent: int = 0
    pays_freight: bool = False
    """Whether the buyer's freight is paid on top."""
    party: str = ""
    follow_kind: str = ""
    follow_days: int = 0

    def title(self, language: str) -> str:
        """Return its title in a language, else in one that it has."""
        return self.titles.get(language) or next(filter(None, self.titles.values()), "")


@dataclass(frozen=True, slots=True)
class Solution:
    """A known situation; `situation` is a key of SITUATIONS or empty, `reasons` of REASONS."""

    code: str
    category: str
    situation: str
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    texts: Mapping[str, SolutionText]
    options: tuple[SolutionOption, ...]

    @property
    def id(self) -> int:
        """The number by which pages lead to it: the same one wherever the code is."""
        return zlib.crc32(self.code.encode())

    def text(self, language: str) -> SolutionText:
        """Return its texts in a language, else in one in which it has a title."""
        titled = [text for text in self.texts.values() if text.title]
        found = self.texts.get(language)
        return found if found is not None and found.title else next(iter(titled), SolutionText())

    def title(self, language: str) -> str:
        """Return its title in a language, else in one that it has."""
        return self.text(language).title
