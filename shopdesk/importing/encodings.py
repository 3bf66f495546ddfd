"""In which letters a text file is written, judged on the file itself."""

import codecs
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK_BYTES = 1 << 20
_DAMAGED = "\ufffd"
_MOST_DAMAGE = 0.02
_MOST_RARE = 0.1
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class TextShape:
    """How to decode a file, and how many lines it has; `lossy` if some bytes fit nothing."""

    encoding: str
    lines: int
    lossy: bool = False


def text_shape(path: Path) -> TextShape:
    """Find the encoding: a BOM, else UTF-8 if all of it fits, else GB18030, else cp1252.

    GB18030 fits almost any bytes, so it is taken only where what it gives are common Chinese
    characters. A few damaged bytes do not change the answer.

    Raises:
        DomainError: The file is not text.
    """
    with path.open("rb") as file:
        sample = file.read(_CHUNK_BYTES)
    marked = next((name for bom, name in _BOMS if sample.startswith(bom)), None)
    if marked is None and b"\0" in sample:
        raise not_a_table()
    encoding = marked or ("utf-8" if _fits(path, "utf-8") else _likeliest(sample))
    return _measured(path, encoding)


def not_a_table() -> DomainError:
    """Return what to tell about a file that holds no table."""
    return DomainError(
        _("This file is not a table. Choose the CSV or Excel file that the platform gave you.")
    )


def _fits(path: Path, encoding: str) -> bool:
    """Tell whether all bytes decode; a character cut off at the very end does not count."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _likeliest(sample: bytes) -> str:
    if _share(sample.decode("utf-8", "replace"), _is_damaged) <= _MOST_DAMAGE:
        return "utf-8"
    if _share(sample.decode("gb18030", "replace"), _is_rare) <= _MOST_RARE:
        return "gb18030"
    return "cp1252"


def _share(text: str, is_odd: Callable[[str], bool]) -> float:
    """Return which part of the letters beyond ASCII is odd."""
    letters = Counter(_NOT_ASCII.findall(text))
    odd = sum(count for letter, count in letters.items() if is_odd(letter))
    return odd / max(1, letters.total())


def _is_damaged(letter: str) -> bool:
    return letter == _DAMAGED


def _is_rare(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _measured(path: Path, encoding: str) -> TextShape:
    """Count the lines, refuse NUL, and see whether anything had to be replaced."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    lines, lossy = 1, False
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            text = decoder.decode(chunk)
            if "\0" in text:
                raise not_a_table()
            lines += text.count("\n")
            lossy = lossy or _DAMAGED in text
    return TextShape(encoding, lines, lossy or bool(decoder.getstate()[0]))
