"""Where in a text the words of a search stand, for whoever shows it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from shopdesk.rules.folding import fold

Span = tuple[int, int]
"""Start and end in a text, the end not included."""

SHOWN = 60
_BEFORE = 18
_ELLIPSIS = "…"


def spans(text: str, words: Iterable[str]) -> list[Span]:
    """Return where folded words stand in a text, from left to right, each at its first place."""
    folded, starts = _folded_signs(text)
    places = ((folded.find(word), word) for word in words)
    found = sorted((at, at + len(word)) for at, word in places if at >= 0 and word)
    return _apart([(starts[start], starts[end - 1] + 1) for start, end in found])


def snippet(text: str, words: Sequence[str]) -> str:
    """Return the part of a text in which a word stands, on one line, cut where it is long."""
    plain = " ".join(text.split())
    found = spans(plain, words)
    start = max(0, found[0][0] - _BEFORE) if found else 0
    if len(plain) <= SHOWN or start + SHOWN > len(plain):
        start = max(0, min(start, len(plain) - SHOWN))
    head, tail = _ELLIPSIS * (start > 0), _ELLIPSIS * (start + SHOWN < len(plain))
    return f"{head}{plain[start : start + SHOWN].strip()}{tail}"


def _folded_signs(text: str) -> tuple[str, list[int]]:
    """Return the text folded sign by sign, and of each folded sign which one it comes from."""
    signs = [fold(sign) or sign for sign in text]
    starts = [n for n, sign in enumerate(signs) for _letter in sign]
    return "".join(signs), starts


def _apart(found: Sequence[Span]) -> list[Span]:
    """Leave out what begins inside the one before."""
    ends = accumulate((end for _start, end in found), max, initial=0)
    return [span for span, before in zip(found, ends, strict=False) if span[0] >= before]
