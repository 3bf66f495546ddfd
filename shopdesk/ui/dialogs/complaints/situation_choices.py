"""The situations as choices, each behind its group, so that typing either finds them."""

from shopdesk.i18n import _
from shopdesk.rules.situations import CATEGORIES, SITUATIONS


def situation_choices() -> list[tuple[str, str]]:
    """Return (code, wording) in the order of the groups."""
    return [
        (
            found.code,
            _("{group}: {situation}").format(
                group=_(CATEGORIES[found.category]), situation=_(found.name)
            ),
        )
        for found in SITUATIONS.values()
    ]
