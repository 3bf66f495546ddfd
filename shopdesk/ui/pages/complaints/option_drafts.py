"""Options of the library as a complaint offers them."""

from collections.abc import Iterable

from shopdesk.i18n import current_language
from shopdesk.rules.solutions import SolutionOption, amount_minor
from shopdesk.services.complaint_drafts import OptionDraft


def drafts_of(options: Iterable[SolutionOption], paid_minor: int) -> list[OptionDraft]:
    """Return options in the language spoken now, for a buyer who paid `paid_minor`."""
    return [
        OptionDraft(
            title=option.title(current_language()),
            does=option.does,
            amount_minor=amount_minor(option, paid_minor),
            party=option.party,
            follow_kind=option.follow_kind,
            follow_days=option.follow_days,
            solution=option.solution,
            option=option.code,
        )
        for option in options
    ]
