"""QR and Code 128 of a case number, as boxes in whole printer dots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import segno
from reportlab.graphics.barcode.code128 import Code128

QR_QUIET = 4
BARS_QUIET = 10
"""Modules that stay white on each side; without them neither code scans."""

_QR_MASK = 1  # a fixed mask: choosing the best of eight costs five times as much and scans alike
_DARK = re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as boxes (x, y, width, height), y down, inside `width` by `height`, all in dots."""

    boxes: tuple[tuple[int, int, int, int], ...]
    width: int
    height: int


@lru_cache(maxsize=64)
def qr_code(text: str, module: int) -> Code:
    """Return a QR code with `module` dots for each module, without its quiet zone."""
    matrix = _matrix(text)
    boxes = tuple(
        (start * module, row * module, length * module, module)
        for row, line in enumerate(matrix)
        for start, length in _dark_runs(line)
    )
    side = len(matrix) * module
    return Code(boxes, side, side)


def qr_modules(text: str) -> int:
    """Return how many modules a QR code has on each side, its quiet zone apart."""
    return len(_matrix(text))


@lru_cache(maxsize=64)
def bars(text: str, module: int, height: int) -> Code:
    """Return a Code 128 with `module` dots for each module, without its quiet zones.

    Raises:
        ValueError: `text` holds a character outside ASCII.
    """
    boxes = []
    x = 0
    for is_bar, width in _elements(text):
        if is_bar:
            boxes.append((x, 0, width * module, height))
        x += width * module
    return Code(tuple(boxes), x, height)


def widest_bars(text: str, room: int, height: int, modules: range) -> Code | None:
    """Return bars with the widest of `modules` that fit `room` dots, quiet zones and all.

    None where even the narrowest do not fit.

    Raises:
        ValueError: the text is not ASCII.
    """
    for module in reversed(modules):
        code = bars(text, module, height)
        if code.width + 2 * BARS_QUIET * module <= room:
            return code
    return None


@lru_cache(maxsize=64)
def _matrix(text: str) -> tuple[bytearray, ...]:
    return segno.make_qr(text, error="m", mask=_QR_MASK).matrix


def _elements(text: str) -> list[tuple[bool, int]]:
    """Return bars (True) and gaps in turn, each with its width in modules."""
    barcode = Code128(text, quiet=False)
    barcode.validate()  # type: ignore[no-untyped-call]
    if not text or not barcode.valid:
        raise ValueError(text)
    barcode.encode()  # type: ignore[no-untyped-call]
    letters: str = barcode.decompose()  # type: ignore[no-untyped-call]
    # reportlab writes a bar of 1 to 4 modules as A to D, a gap as a to d.
    return [(letter.isupper(), ord(letter.lower()) - ord("`")) for letter in letters]


def _dark_runs(line: bytearray) -> Iterator[tuple[int, int]]:
    """Yield where dark modules begin, and how many follow each other."""
    for dark in _DARK.finditer(line):
        yield dark.start(), dark.end() - dark.start()
