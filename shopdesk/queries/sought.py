"""A search as the index is asked for it; the same for orders, cases and buyers.

A text fits when it holds every word that was typed. One or two letters, and up to three
digits, are sought only where a run of them begins: inside one they would fit everything.
"""

import re
from dataclasses import dataclass

from shopdesk.rules.folding import fold
from shopdesk.storage.grams import match_text, query_pieces
from shopdesk.storage.reader import Reader

Words = tuple[str, ...]

_PHONE = re.compile(r"(?:\+|00)?[0-9(][0-9 ()./-]{5,}[0-9]")
_FEWEST_DIGITS = 7
_MOST_DIGITS = 15
"""ITU-T E.164 knows no longer number."""
_TELLING_DIGITS = 8
_ONE_WRITTEN = re.compile(r"[\u2e80-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed, folded; a thing fits if it has all words of one of the `readings`.

    A phone number is read without its gaps and its country too, as files have it.
    """

    readings: tuple[Words, ...]

    @property
    def match(self) -> str:
        """The FTS5 expression that holds for all that fit, and for some more."""
        return " OR ".join(f"({match_text(' '.join(words))})" for words in self.readings)

    @property
    def values(self) -> tuple[str, ...]:
        """What `contains` has places for."""
        return tuple(word for words in self.readings for word in words)

    def contains(self, doc: str) -> str:
        """Return the SQL condition that the column `doc` really has the words."""
        each = (" AND ".join(f"instr({doc}, ?)" for _word in words) for words in self.readings)
        return f"({' OR '.join(each)})"


def sought(typed: str) -> Sought | None:
    """Return what a person looks for, or None if nothing can be sought."""
    folded = fold(typed)
    readings = dict.fromkeys((tuple(folded.split()), (_phone(folded),)))
    known = [words for words in readings if any(map(query_pieces, words))]
    return Sought(tuple(known)) if known else None


def is_enough(typed: str) -> bool:
    """Tell whether it is worth a look: two signs, or one of a script that needs no more."""
    folded = fold(typed).replace(" ", "")
    return len(folded) > 1 or _ONE_WRITTEN.match(folded) is not None


def matching_ids(reader: Reader, name: str, asked: Sought, limit: int) -> list[int]:
    """Return the newest things that fit; `name` is that of a storage.searched declaration."""
    found = reader.rows(
        f"SELECT {name}_doc.id FROM {name}_fts JOIN {name}_doc ON {name}_doc.id = {name}_fts.rowid"
        f" WHERE {name}_fts MATCH ? AND {asked.contains(f'{name}_doc.doc')}"
        f" ORDER BY {name}_fts.rowid DESC LIMIT ?",
        (asked.match, *asked.values, limit),
    )
    return [row[0] for row in found]


def _phone(folded: str) -> str:
    """Return the digits that a phone number may be kept with; empty for any other text.

    One with its country, or the zero in its place, is known by its end.
    """
    if not _PHONE.fullmatch(folded):
        return ""
    digits = re.sub(r"[^0-9]", "", folded)
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return ""
    return digits[-_TELLING_DIGITS:] if folded[0] in "+0" else digits
