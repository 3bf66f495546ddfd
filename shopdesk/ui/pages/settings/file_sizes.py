"""Sizes of files as people read them."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language

_THOUSAND = 1000
_WHOLE_FROM = 10
_UNITS = (N_("{size} kB"), N_("{size} MB"), N_("{size} GB"), N_("{size} TB"))


def size_text(size_bytes: int) -> str:
    """Return a size in thousands of bytes or more, with one decimal below ten."""
    size = size_bytes / _THOUSAND
    unit = 0
    while size >= _THOUSAND and unit < len(_UNITS) - 1:
        size /= _THOUSAND
        unit += 1
    digits = 1 if unit and size < _WHOLE_FROM else 0
    number = Formats(current_language()).number(size, digits)
    return _(_UNITS[unit]).format(size=number)
