"""Checks that several drafts share; each raises FieldError with what to do."""

from collections.abc import Container

from shopdesk.errors import FieldError
from shopdesk.i18n import _
from shopdesk.rules.money import MAX_MINOR
from shopdesk.rules.typed import can_be_kept, shows

NAME_LENGTH = 200
LINE_LENGTH = 500
NOTE_LENGTH = 10_000


def text_fits(field: str, text: str, length: int = LINE_LENGTH) -> str:
    """Return the text without spaces around it; refuse one that is too long for its place.

    A text of which nothing can be seen, such as zero-width spaces, is empty; one with what no
    file can hold, such as half a character, is refused.
    """
    if not can_be_kept(text):
        raise FieldError(field, _("There is a broken character in it. Type it again."))
    stripped = text.strip() if shows(text) else ""
    if len(stripped) > length:
        raise FieldError(
            field,
            _("This is {count} characters long; shorten it to {length}.").format(
                count=len(stripped), length=length
            ),
        )
    return stripped


def text_given(field: str, text: str, sentence: str, length: int = LINE_LENGTH) -> str:
    """Return the text, refusing an empty one with `sentence`."""
    found = text_fits(field, text, length)
    if not found:
        raise FieldError(field, sentence)
    return found


def amount_is_sane(field: str, amount_minor: int) -> int:
    """Return an amount of money that can be paid."""
    if amount_minor < 0:
        raise FieldError(field, _("Money cannot be negative. Enter 0 or more."))
    if amount_minor > MAX_MINOR:
        raise FieldError(field, _("This amount is too large to be right. Check it."))
    return amount_minor


def known(field: str, code: str, codes: Container[str]) -> str:
    """Return a code that is one of `codes`."""
    if code not in codes:
        raise FieldError(field, _("Choose one from the list."))
    return code
