"""How many of all a search shows, as the line under a table says it."""

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext

MOST_COUNTED = 1_000
"""Nobody reads on behind so many: they are not counted to the end."""


def found_of(found: int, count: int) -> str:
    """Return how many were found of how many there are; more than MOST_COUNTED are that many."""
    number = Formats(current_language()).number
    if found > MOST_COUNTED:
        words = _("more than {n} found, of {all}")
        return words.format(n=number(MOST_COUNTED), all=number(count))
    words = ngettext("{n} found, of {all}", "{n} found, of {all}", found)
    return words.format(n=number(found), all=number(count))
