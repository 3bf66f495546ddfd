"""Text from outside made printable: what the font cannot draw is replaced where one sees it."""

import re
import unicodedata
from functools import lru_cache

from shopdesk.printing.fonts import face

GETA = "〓"
"""The printers' mark for a character that is not in the case."""

_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_SILENT = {"Cc", "Cf", "Mn", "Me"}
"""Controls, marks of writing direction, joiners; accents that nothing composes with."""

_NEVER_SEEN = {"Cc", "Cf"}
_VARIANTS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
"""Marks that choose among the shapes of the character before them."""


class _Printable(dict[int, str]):
    """What each character becomes on paper, worked out once per character."""

    def __missing__(self, point: int) -> str:
        self[point] = drawn = _drawn(chr(point))
        return drawn


class _Lost(dict[int, str]):
    """Each character that somebody would miss on paper, and nothing in place of all others."""

    def __missing__(self, point: int) -> str:
        self[point] = lost = chr(point) if _is_lost(chr(point)) else ""
        return lost


def _is_lost(character: str) -> bool:
    if unicodedata.category(character) in _NEVER_SEEN or character.isspace():
        return False
    return ord(character) not in _VARIANTS and character.translate(_printable) != character


_lost = _Lost()
_printable = _Printable({ord(end): "\n" for end in "\n\r\v\f\u0085\u2028\u2029"})


def _drawn(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _SILENT:
        return ""
    return character if face().covers(character) else GETA


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Return `text` with only what the font draws, one blank between words, no empty lines."""
    drawn = unicodedata.normalize("NFC", text).translate(_printable)
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", drawn)).strip()


def one_line(text: str) -> str:
    """Return `text` cleaned, with blanks for its line ends."""
    return clean(text).replace("\n", " ")


def unprintable(text: str) -> str:
    """Return the characters that `clean` replaces or drops, each once, in their order.

    Line ends, blanks and invisible marks are not told: nobody misses them on paper.
    """
    return "".join(dict.fromkeys(unicodedata.normalize("NFC", text).translate(_lost)))
