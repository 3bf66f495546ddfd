"""Lines: Chinese breaks between characters but for the marks that may not start or end one.

reportlab's own breaking follows Japanese rules and lets a line start with a Chinese comma.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from shopdesk.printing.cleaning import clean, one_line
from shopdesk.printing.fonts import face

# GB/T 15834 and the CLREQ note of the W3C: marks that stay with what is before or after them.
NEVER_FIRST = frozenset("、。，．！？：；…‥—～·」』）】》〉〕］｝”’〞々!?,.:;)]}%‰°℃")
NEVER_LAST = frozenset("「『（【《〈〔［｛“‘〝([{¥￥$€£#№")
ELLIPSIS = "…"

_WORDS = re.compile(r" |[“”‘’…—\u2e80-\uffef\U00020000-\U0003ffff]|[!-\u2dff]+")


@lru_cache(maxsize=4096)
def wrap(text: str, width_pt: float, size_pt: float) -> tuple[str, ...]:
    """Return `text`, cleaned, in lines no wider than `width_pt`; nothing at all for no text."""
    lines = (line for part in clean(text).split("\n") for line in _wrapped(part, width_pt, size_pt))
    return tuple(line for line in lines if line)


@lru_cache(maxsize=4096)
def wrap_beside(text: str, indent_pt: float, width_pt: float, size_pt: float) -> tuple[str, ...]:
    """Return lines of which the first is `indent_pt` shorter, and empty where no word fits."""
    lines = wrap(text, width_pt - indent_pt, size_pt)
    if not lines or not _ends_where_one_may(lines[0], clean(text)):
        return ("", *wrap(text, width_pt, size_pt))
    rest = clean(text).removeprefix(lines[0]).lstrip()
    return (lines[0], *wrap(rest, width_pt, size_pt))


@lru_cache(maxsize=4096)
def cut(text: str, width_pt: float, size_pt: float) -> str:
    """Return `text`, cleaned, on one line; what does not fit ends with an ellipsis."""
    line = one_line(text)
    if _width(line, size_pt) <= width_pt:
        return line
    room = width_pt - _width(ELLIPSIS, size_pt)
    return line[: _fitting(line, room, size_pt)].rstrip() + ELLIPSIS


def wrap_short(text: str, width_pt: float, size_pt: float, most: int) -> tuple[str, ...]:
    """Return `text` in at most `most` lines; what does not fit ends with an ellipsis."""
    lines = wrap(text, width_pt, size_pt)
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return *lines[: most - 1], cut(rest, width_pt, size_pt)


def width_of(text: str, size_pt: float) -> float:
    """Return the width of `text`, cleaned, on one line."""
    return _width(one_line(text), size_pt)


def widest_piece_pt(text: str, size_pt: float) -> float:
    """Return the width of the widest piece of `text`, cleaned, that no line should part."""
    pieces = (piece for line in clean(text).split("\n") for piece in _units(line))
    return max(_width(piece.strip(), size_pt) for piece in pieces)


def _width(line: str, size_pt: float) -> float:
    return face().width_pt(line, size_pt)


def _wrapped(text: str, width_pt: float, size_pt: float) -> Iterator[str]:
    line = ""
    for unit in _units(text):
        longer = line + unit
        if _width(longer.rstrip(), size_pt) <= width_pt:
            line = longer
            continue
        if line.strip():
            yield line.rstrip()
        line = unit.lstrip()
        while (end := _fitting(line, width_pt, size_pt)) < len(line):
            end = max(1, end)  # where there is no room at all, each character is a line
            yield line[:end]
            line = line[end:]
    yield line.rstrip()


def _ends_where_one_may(line: str, text: str) -> bool:
    """Say whether a line, the beginning of `text`, ends at the end of a piece, not inside it."""
    end = 0
    for unit in _units(text.split("\n", 1)[0]):
        end += len(unit)
        if text[:end].rstrip() == line:
            return True
    return False


def _units(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may break."""
    unit = ""
    for word in _WORDS.findall(text):
        if unit and not (word[0] in NEVER_FIRST or unit[-1] in NEVER_LAST):
            yield unit
            unit = ""
        unit += word
    yield unit


def _fitting(text: str, width_pt: float, size_pt: float) -> int:
    """Return how many characters of `text` fit."""
    advances = face().advances
    room = width_pt * 1000 / size_pt
    for count, character in enumerate(text):
        room -= advances[character]
        if room < 0:
            return count
    return len(text)
