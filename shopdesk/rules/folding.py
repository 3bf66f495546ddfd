"""Text as it is compared: whoever looks for something need not type it to the letter."""

import unicodedata


def fold(text: str) -> str:
    """Return text as search sees it: widths, case and accents made one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    if not plain.isascii() and any(map(unicodedata.combining, plain)):
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.split())
