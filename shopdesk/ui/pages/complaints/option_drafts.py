"""Options of the library as a complaint offers them."""

from collections.abc import Iterable
from dataclasses import dataclass

from shopdesk.rules.solutions import SolutionOption, amount_minor, freight_minor
from shopdesk.services.complaint_drafts import OptionDraft


@dataclass(frozen=True, slots=True)
class OrderMoney:
    """What was paid for an order, and what of it was freight; nothing without an order."""

    paid_minor: int = 0
    freight_minor: int = 0


def drafts_of(
    options: Iterable[SolutionOption], money: OrderMoney, language: str
) -> list[OptionDraft]:
    """Return options in the buyer's language, with amounts by what was paid for the order."""
    return [
        OptionDraft(
            title=option.title(language),
            does=option.does,
            amount_minor=amount_minor(option, money.paid_minor),
            freight_minor=freight_minor(option, money.freight_minor),
            party=option.party,
            follow_kind=option.follow_kind,
            follow_days=option.follow_days,
            solution=option.solution,
            option=option.code,
        )
        for option in options
    ]
