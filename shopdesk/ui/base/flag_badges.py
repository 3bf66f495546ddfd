"""The pill of a mark on a buyer, with why and by whom in its tooltip."""

from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.rules.customers import FLAGS
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import plain_tooltip
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.theme import Tone


def flag_badge(flag: str, reason: str, set_by: str) -> Badge:
    """Return the pill of a key of FLAGS."""
    made = Badge(flag_name(flag), flag_tone(flag))
    words = _("{reason} ({person})").format(reason=reason or _(FLAGS[flag].hint), person=set_by)
    made.setToolTip(plain_tooltip(words))
    made.setAccessibleDescription(words)
    return made


def flag_name(flag: str) -> str:
    """Return what a mark is called."""
    return _(FLAGS[flag].name)


def flags_text(flags: Sequence[str]) -> str:
    """Return several marks in a line."""
    return " · ".join(flag_name(flag) for flag in flags if flag in FLAGS)


def flag_tone(flag: str) -> Tone:
    """Return a mark's colours."""
    return TONES[FLAGS[flag].tone]
