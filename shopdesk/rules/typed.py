"""What a text must be to be kept: something in it can be seen, and a file can hold it."""

import unicodedata

_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Zs"})
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that are blank


def shows(text: str) -> bool:
    """Tell whether anything in a text can be seen; zero-width spaces cannot."""
    return any(
        letter not in _UNSEEN and unicodedata.category(letter) not in _UNSEEN_KINDS
        for letter in text
    )


def can_be_kept(text: str) -> bool:
    """Tell whether a text can be written: half a character cannot, and a NUL would end it."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
