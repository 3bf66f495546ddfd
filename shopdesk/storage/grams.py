"""The search index's words: short pieces of folded text that find any part of it.

A Chinese run gives each character and each pair; digits give every four in a row, and the
first one to three as `^1`; letters every three in a row, and the first one or two as `^a`.
A query's pieces are all looked up; where it has several, the text itself is checked after.
Changing what pieces() gives means a revision of the schema that empties the tables of texts and
pieces, for an upgrade then writes every text that is missing.
"""

import re
from functools import lru_cache

from shopdesk.rules.folding import fold

DIGIT_GRAM = 4
LETTER_GRAM = 3

REMEMBERED_RUNS = 4096
"""Titles, towns and platform words come again and again: a bulk takes half the time."""

_RUNS = re.compile(r"([0-9]+)|([a-z]+)|([^\W\d_a-z]+)")


def pieces(folded: str) -> list[str]:
    """Return the distinct index words of a folded text, in order of first appearance."""
    found: dict[str, None] = {}
    for digits, letters, other in _RUNS.findall(folded):
        if digits:
            found.update(dict.fromkeys(_run_pieces(digits, DIGIT_GRAM)))
        elif letters:
            found.update(dict.fromkeys(_run_pieces(letters, LETTER_GRAM)))
        else:
            found.update(dict.fromkeys(_character_pieces(other)))
    return list(found)


@lru_cache(maxsize=REMEMBERED_RUNS)
def _run_pieces(run: str, size: int) -> tuple[str, ...]:
    starts = [f"^{run[:length]}" for length in range(1, min(size, len(run) + 1))]
    return (*starts, *(run[i : i + size] for i in range(len(run) - size + 1)))


@lru_cache(maxsize=REMEMBERED_RUNS)
def _character_pieces(run: str) -> tuple[str, ...]:
    return (*run, *(run[i : i + 2] for i in range(len(run) - 1)))


def query_pieces(word: str) -> list[str]:
    """Return the index words that a text containing `word` (folded, no spaces) must have."""
    found: list[str] = []
    for digits, letters, other in _RUNS.findall(word):
        if digits:
            found += _needed(digits, DIGIT_GRAM)
        elif letters:
            found += _needed(letters, LETTER_GRAM)
        else:
            found += [other] if len(other) == 1 else _character_pieces(other)[len(other) :]
    return list(dict.fromkeys(found))


def _needed(run: str, size: int) -> list[str]:
    if len(run) < size:
        return [f"^{run}"]
    return [run[i : i + size] for i in range(len(run) - size + 1)]


def match_text(query: str) -> str | None:
    """Return the FTS5 expression for what a person typed, or None if nothing can be sought."""
    needed = [piece for word in fold(query).split() for piece in query_pieces(word)]
    if not needed:
        return None
    return " AND ".join(f'"{piece}"' for piece in dict.fromkeys(needed))


def words(query: str) -> list[str]:
    """Return the folded words of a query, each of which a hit's text must contain."""
    return fold(query).split()
