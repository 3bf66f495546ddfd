"""Alt and a letter lead to one place only: of two fields with one letter the later gets another.

settle_mnemonics(dialog)                # once all its labels and buttons are there
"""

import re
from collections.abc import Iterator
from string import ascii_uppercase

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

_AND = "\0"
"""Stands for `&&`, which is shown as one sign and is no mark."""
_MARK = re.compile(r"&(\S)")
_BEHIND = re.compile(r"\(&\S\)")
"""How languages without these letters write it: behind the words."""
_LETTER = re.compile(r"[A-Za-z]")

Worded = QLabel | QAbstractButton


def mnemonic(text: str) -> str:
    """Return the letter, as a capital, that Alt is pressed with; empty if there is none."""
    found = _MARK.search(text.replace("&&", _AND))
    return found[1].upper() if found else ""


def with_free_letter(text: str, taken: set[str]) -> str:
    """Return a text with a letter that is not taken; without one where all of its are."""
    if mnemonic(text) not in taken:
        return text
    plain = text.replace("&&", _AND)
    behind = _BEHIND.search(plain)
    if behind is not None:
        free = next((letter for letter in ascii_uppercase if letter not in taken), "")
        mark = f"(&{free})" if free else ""
        marked = plain[: behind.start()] + mark + plain[behind.end() :]
    else:
        marked = _marked(_MARK.sub(r"\1", plain), taken)
    return marked.replace(_AND, "&&")


def settle_mnemonics(window: QWidget) -> None:
    """Give every label and button of a window a letter of its own; the main button keeps its."""
    taken: set[str] = set()
    for worded in sorted(worded_in(window), key=_rank):
        text = with_free_letter(worded.text(), taken)
        if text != worded.text():
            _reword(worded, text)
        taken |= {mnemonic(text)} - {""}


def worded_in(window: QWidget) -> Iterator[Worded]:
    """Yield what Alt and a letter can lead to."""
    yield from window.findChildren(QAbstractButton)
    yield from (label for label in window.findChildren(QLabel) if label.buddy() is not None)


def _reword(worded: Worded, text: str) -> None:
    """Set a text; Qt would give a button's own keys up for the letter in it."""
    if not isinstance(worded, QAbstractButton):
        worded.setText(text)
        return
    keys, letter = worded.shortcut(), QKeySequence.mnemonic(worded.text())
    worded.setText(text)
    if not keys.isEmpty() and keys != letter:
        worded.setShortcut(keys)


def _rank(worded: Worded) -> int:
    is_main = isinstance(worded, QPushButton) and worded.property("kind") == "primary"
    return 0 if is_main else 1


def _marked(plain: str, taken: set[str]) -> str:
    """Mark the first free letter, at the beginning of a word if there is one."""
    places = [m.start() for m in _LETTER.finditer(plain) if m[0].upper() not in taken]
    first = [at for at in places if at == 0 or not plain[at - 1].isalpha()]
    for at in (*first, *places):
        return f"{plain[:at]}&{plain[at:]}"
    return plain
